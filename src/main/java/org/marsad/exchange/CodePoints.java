package org.marsad.exchange;

import java.util.Arrays;

/**
 * Turns UTF-16 indices of one text into Unicode code point offsets, which is what programs in other languages count.
 * Building it is one pass; each conversion is a binary search among the text's surrogate pairs (mostly none).
 */
public final class CodePoints {
    private final int[] pairs;

    public CodePoints(String text) {
        var found = new int[8];
        int n = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, n * 2);
                }
                found[n++] = i++;
            }
        }
        this.pairs = Arrays.copyOf(found, n);
    }

    /** The code points before a UTF-16 index; an index inside a surrogate pair counts as its end. */
    public int of(int utf16) {
        int at = Arrays.binarySearch(pairs, utf16);
        int before = at >= 0 ? at : -at - 1;
        return utf16 - before;
    }
}
