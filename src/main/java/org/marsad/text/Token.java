package org.marsad.text;

/**
 * A word, a number or a sign of a folded text.
 *
 * @param text the folded form
 * @param begin index into the folded text
 * @param end index into the folded text, exclusive
 */
public record Token(String text, int begin, int end, Kind kind, Script script) {
    /** What a token is made of. */
    public enum Kind {
        /** Letters: a hyphen or an apostrophe ends a word, and so does a digit. */
        WORD,
        /** Digits, with points or commas between digits: {@code 12}, {@code 3.5}, {@code 12,000}, {@code 06.11.2024}. */
        NUMBER,
        /** One character that is neither letter, digit nor blank. */
        PUNCTUATION,
        /** The end of a line. */
        BREAK
    }

    /** The script of a word. */
    public enum Script {
        ARABIC,
        LATIN,
        OTHER,
        /** Numbers and punctuation have none. */
        NONE
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether the token is this folded text. */
    public boolean is(String wanted) {
        return text.equals(wanted);
    }

    /** Where the token stands in the source. */
    public Span source(FoldedText folded) {
        return folded.source(begin, end);
    }
}
