package org.marsad.text;

import org.jspecify.annotations.Nullable;

/**
 * A line of a page and what it seems to be.
 *
 * @param separator whether it is a rule of dashes, stars or the like
 * @param date the date of publication that it holds, if any
 */
record PageLine(
        Span span,
        Furniture.Kind kind,
        Shape shape,
        boolean separator,
        @Nullable HeaderDate date) {
    private static final int SHORTEST_PARAGRAPH = 120;
    private static final int SHORTEST_SENTENCE = 40;
    private static final int LONGEST_TITLE = 220;

    /** What a line of text looks like. */
    enum Shape {
        /** A sentence or more. */
        PARAGRAPH,
        /** Short, without a full stop. */
        TITLE,
        OTHER
    }

    static PageLine of(String text, Span span) {
        var kind = Furniture.kind(text, span);
        boolean separator = !Lines.hasWord(text, span) && span.length() >= 3;
        var date = kind == Furniture.Kind.TEXT && !separator ? HeaderDate.find(text, span) : null;
        return new PageLine(span, kind, shape(text, span), separator, date);
    }

    private static Shape shape(String text, Span span) {
        char last = text.charAt(span.end() - 1);
        boolean stopped = ".،؛;:,".indexOf(last) >= 0 || last == '…' || Lines.isOpen(text, span.begin(), span.end());
        boolean sentences = span.length() < 4 * LONGEST_TITLE && span.in(text).contains(". ");
        if (span.length() >= SHORTEST_PARAGRAPH && (stopped || sentences || span.length() > LONGEST_TITLE)
                || span.length() >= SHORTEST_SENTENCE && last == '.') {
            return Shape.PARAGRAPH;
        }
        return stopped || text.substring(span.begin(), span.end()).indexOf(' ') < 0 ? Shape.OTHER : Shape.TITLE;
    }

    boolean isText() {
        return kind == Furniture.Kind.TEXT && !separator && !isDate();
    }

    /** A line that says when the page was published, and nothing else. */
    boolean isDate() {
        return date != null && date.wholeLine();
    }

    boolean isParagraph() {
        return isText() && shape == Shape.PARAGRAPH;
    }

    boolean isTitle() {
        return isText() && shape == Shape.TITLE;
    }
}
