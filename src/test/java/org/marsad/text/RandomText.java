package org.marsad.text;

import java.util.Random;

/** Random strings of mixed scripts, odd characters included. */
final class RandomText {
    private static final String[] ALPHABETS = {
        "abcXYZéèÀçœŒæßİıŋɓØ",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآٱؤئءـ",
        "کگیەچپڤڨڭٹۀ",
        "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0670\u0301\u0327\u0654\u06D6",
        "\u200B\u200C\u200D\u200E\u200F\u202B\u202C\u2066\u2069\uFEFF\u00AD",
        "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳",
        " \u00A0\u2009\u202F\t\n\r\u2028",
        ".,;:!?،؛؟…«»“”‘’'\"-–—‑()[]٪%",
        "ﷲﻻﷺﻼﺍﺎﭖﬁ½²№",
    };

    private RandomText() {}

    static String of(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            int kind = random.nextInt(ALPHABETS.length + 1);
            if (kind == ALPHABETS.length) {
                text.appendCodePoint(random.nextBoolean() ? 0x1F300 + random.nextInt(200) : random.nextInt(0xD800));
            } else {
                var alphabet = ALPHABETS[kind];
                for (int i = random.nextInt(6); i >= 0; i--) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
        }
        return text.toString();
    }
}
