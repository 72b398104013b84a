package org.marsad.text;

import java.util.Arrays;

/**
 * A folded text that knows where each of its characters came from. A source character may have vanished or become
 * several; the way back always gives whole source characters.
 */
public final class FoldedText implements CharSequence {
    private final CharSequence source;
    private final int begin;
    private final int end;
    private final String text;
    private final int[] origins;

    FoldedText(CharSequence source, int begin, int end, String text, int[] origins) {
        this.source = source;
        this.begin = begin;
        this.end = end;
        this.text = text;
        this.origins = origins;
    }

    /** The text that was folded. */
    public CharSequence sourceText() {
        return source;
    }

    /** The folded text. */
    public String text() {
        return text;
    }

    /** Where in the source the character at a folded index stands; the end of the source for the folded length. */
    public int origin(int index) {
        return index == text.length() ? end : origins[index];
    }

    /** The source character that the character at a folded index came from. */
    public char sourceChar(int index) {
        return source.charAt(origins[index]);
    }

    /**
     * The source of a folded stretch. Marks, tatweel and hamzas that vanished after its last character belong to it
     * («صنعاء» is found by «صنعا»); invisible controls around it do not. Empty where the stretch is.
     */
    public Span source(int from, int to) {
        if (from >= to) {
            int at = origin(from);
            return new Span(at, at);
        }
        int last = origins[to - 1];
        int limit = to < origins.length ? origins[to] : end;
        int until = last + charCount(last);
        for (int at = until; at < limit; ) {
            at += charCount(at);
            if (Character.getType(Character.codePointBefore(source, at)) != Character.FORMAT) {
                until = at;
            }
        }
        return new Span(origins[from], Math.max(until, last + charCount(last)));
    }

    /**
     * The folded index of the first character that came from the source index or after it. Of characters that came
     * from one source character it gives the first.
     */
    public int toFolded(int sourceIndex) {
        if (sourceIndex < begin || sourceIndex > end) {
            throw new IndexOutOfBoundsException(sourceIndex + " is not in " + begin + ".." + end);
        }
        int at = Arrays.binarySearch(origins, sourceIndex);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && origins[at - 1] == sourceIndex) {
            at--;
        }
        return at;
    }

    private int charCount(int at) {
        return at + 1 < end && Character.isSurrogatePair(source.charAt(at), source.charAt(at + 1)) ? 2 : 1;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
