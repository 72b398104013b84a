package org.marsad.ingest;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells windows-1256, ISO-8859-6 and windows-1252 apart: under the right one the bytes above ASCII are frequent letters
 * of Arabic or French, standing where such letters stand.
 */
final class SingleByte {
    private static final int SAMPLE = 1 << 18;

    /** In the order of preference where they fit alike: French is the same in the first two, but for capitals. */
    private static final List<Charset> CANDIDATES =
            List.of(Charset.forName("windows-1252"), Charset.forName("windows-1256"), Charset.forName("ISO-8859-6"));

    /** Letters by how often they occur in each language's text, most frequent first; a rank down costs alike. */
    private static final String ARABIC = "اليمونرتبعدسةهفكقحأجشصطىخإضذثزءغئظآؤ";

    private static final String FRENCH = "éèàêçôâîûùëïœÉÀÈÊÇÔÎüöäáíóúñŒ";
    private static final String SIGNS = "’“”«»–—…‘‚„•€°\u00A0،؛؟ـًٌٍَُِّْ·±²³";
    private static final double RARE = -6;
    private static final double IMPOSSIBLE = -12;
    private static final double WORST = -4.2;

    private SingleByte() {}

    /** The likeliest encoding, or null where none gives a likely text. */
    static @Nullable Charset guess(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE);
        @Nullable Charset best = null;
        double most = WORST;
        for (var charset : CANDIDATES) {
            double score = score(new String(bytes, 0, length, charset));
            if (score > most) {
                most = score;
                best = charset;
            }
        }
        return best;
    }

    /** Mean likelihood (a logarithm) of the characters beyond ASCII. */
    private static double score(String text) {
        double sum = 0;
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x80) {
                count++;
                sum += score(text, at, c);
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double score(String text, int at, char c) {
        if (c == '\uFFFD' || c < 0xA0) {
            return IMPOSSIBLE;
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (isArabic(c)) {
            boolean mixed = isLatin(before) || isLatin(after);
            return mixed ? IMPOSSIBLE : rank(ARABIC, c) + (isArticle(text, at) ? 1 : 0);
        }
        if (isLatin(c)) {
            boolean alone = !Character.isLetter(before) && !Character.isLetter(after) && c != 'à' && c != 'À';
            boolean mixed = isArabic(before) || isArabic(after);
            boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
            return mixed || capitalInside ? IMPOSSIBLE : rank(FRENCH, c) + (alone ? RARE : 0);
        }
        return SIGNS.indexOf(c) >= 0 ? -2.5 : RARE;
    }

    /** «ال» begins a third of all Arabic words, and nothing does in the wrong encoding. */
    private static boolean isArticle(String text, int at) {
        return text.charAt(at) == 'ا'
                && at + 2 < text.length()
                && text.charAt(at + 1) == 'ل'
                && isArabic(text.charAt(at + 2))
                && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    }

    private static double rank(String letters, char c) {
        int rank = letters.indexOf(c);
        return rank < 0 ? RARE : -2 - rank * 0.09;
    }

    private static boolean isArabic(char c) {
        return c >= 0x620 && c <= 0x64A;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
