package org.marsad.text;

import java.util.Arrays;

/**
 * Folds text so that spellings of one word meet: lower case, no accents or vowel marks, one form of alef, ya, ha and
 * kaf, no hamza, no tatweel, no zero-width or bidirectional controls, ASCII digits, one kind of dash, apostrophe,
 * quotation mark, space and line break, and Latin punctuation for Arabic. Each code point folds by itself, so folding
 * a part gives a part of the folded whole; folding twice changes nothing.
 */
public final class Folding {
    private Folding() {}

    /** The whole text, folded, with its way back. Linear in time. */
    public static FoldedText fold(CharSequence text) {
        return fold(text, 0, text.length());
    }

    /** A stretch of a text; the spans that the answer gives count in the whole text. */
    public static FoldedText fold(CharSequence text, Span stretch) {
        return fold(text, stretch.begin(), stretch.end());
    }

    /** As {@link #fold(CharSequence)} without the way back: for keys of an index. */
    public static String key(CharSequence text) {
        var folded = new StringBuilder(text.length());
        for (int at = 0, next; at < text.length(); at = next) {
            int codePoint = Character.codePointAt(text, at);
            next = at + Character.charCount(codePoint);
            folded.append(FoldingTable.of(codePoint));
        }
        return folded.toString();
    }

    private static FoldedText fold(CharSequence text, int begin, int end) {
        var folded = new StringBuilder(end - begin);
        var origins = new int[end - begin + 1];
        for (int at = begin, next; at < end; at = next) {
            int codePoint = codePointAt(text, at, end);
            next = at + Character.charCount(codePoint);
            var form = FoldingTable.of(codePoint);
            int length = folded.length() + form.length();
            if (length >= origins.length) {
                origins = Arrays.copyOf(origins, Math.max(length + 1, origins.length + origins.length / 2));
            }
            Arrays.fill(origins, folded.length(), length, at);
            folded.append(form);
        }
        return new FoldedText(text, begin, end, folded.toString(), Arrays.copyOf(origins, folded.length()));
    }

    private static int codePointAt(CharSequence text, int at, int end) {
        char first = text.charAt(at);
        return Character.isHighSurrogate(first) && at + 1 < end ? Character.codePointAt(text, at) : first;
    }
}
