package org.marsad.text;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The publication date in a line of a page's head: «تاريخ النشر: 4th, November 2024 GMT», « Publié le 12/08/2023 à
 * 10h », or a dateline: « Ouagadougou, 12 août 2023 (AFP) - ».
 *
 * @param kind how sure it is
 * @param end index behind it, when the line goes on with other text
 * @param wholeLine whether the line says nothing else, or little
 * @param tellsMore whether that is no name of an author: « Abuja, dimanche 30 juillet 2023 » has a place in it
 */
record HeaderDate(LocalDate date, Kind kind, int end, boolean wholeLine, boolean tellsMore) {
    private static final int LONGEST = 160;
    private static final int LONGEST_DATELINE = 100;
    private static final int MOST_WORDS_BESIDE = 8;
    private static final int MOST_WORDS_OF_A_BYLINE = 4;
    private static final Set<String> PUBLISHED = Set.copyOf(Furniture.phrases("published"));
    private static final Set<String> UPDATED = Set.copyOf(Furniture.phrases("updated"));
    private static final Set<String> BY = Set.copyOf(Furniture.phrases("by"));
    private static final Set<String> BESIDE = beside();

    /** In order of trust. */
    enum Kind {
        /** A word says that this is when it was published. */
        PUBLISHED,
        /** A line of its own. */
        BARE,
        /** Before the first sentence, behind a place. */
        DATELINE,
        /** A word says that this is when it was changed. */
        UPDATED
    }

    /** The date that a line of a page's head holds, or null. */
    static @Nullable HeaderDate find(String text, Span line) {
        var head = new Span(line.begin(), Math.min(line.end(), line.begin() + LONGEST));
        if (!hasYear(text, head) || line.length() > LONGEST && !isLabelled(text, head)) {
            return null;
        }
        var date = firstDay(text, head);
        if (date == null) {
            return null;
        }
        var before = words(text, new Span(head.begin(), date.span().begin()));
        var kind = kind(String.join(" ", before));
        if (line.length() > LONGEST || kind == Kind.BARE && endsSentence(text, line)) {
            return labelled(text, line, date, before, kind);
        }
        var after = words(text, new Span(date.span().end(), head.end()));
        int left = count(before, kind) + count(after, kind);
        boolean byline = left <= MOST_WORDS_OF_A_BYLINE && isApart(text, head, date.span());
        int most = kind == Kind.BARE ? byline ? MOST_WORDS_OF_A_BYLINE : 1 : MOST_WORDS_BESIDE;
        if (left <= most) {
            boolean by = before.stream().anyMatch(BY::contains);
            return new HeaderDate(date.start(), kind, line.end(), true, kind == Kind.BARE && left > 0 && !by);
        }
        return labelled(text, line, date, before, kind);
    }

    /** The date in front of a first paragraph, or null. */
    static @Nullable HeaderDate dateline(String text, Span line) {
        var head = new Span(line.begin(), Math.min(line.end(), line.begin() + LONGEST_DATELINE));
        var date = hasYear(text, head) ? firstDay(text, head) : null;
        if (date == null
                || words(text, new Span(head.begin(), date.span().begin())).size() > MOST_WORDS_OF_A_BYLINE) {
            return null;
        }
        int at = skipBlanks(text, date.span().end(), line.end());
        if (at < line.end() && text.charAt(at) == '(') {
            int close = text.indexOf(')', at);
            at = close < 0 || close > at + 40 ? line.end() : skipBlanks(text, close + 1, line.end());
        }
        boolean dash = at < line.end() && (isDash(text.charAt(at)) || text.charAt(at) == ':');
        return dash ? new HeaderDate(date.start(), Kind.DATELINE, at, false, false) : null;
    }

    /** A date with its label in front of a paragraph. */
    private static @Nullable HeaderDate labelled(
            String text, Span line, DateExpression date, List<String> before, Kind kind) {
        boolean label = kind == Kind.PUBLISHED && count(before, kind) == 0;
        return label ? new HeaderDate(date.start(), kind, date.span().end(), false, false) : null;
    }

    /** Four digits in a row: most lines have none, and need not be read. */
    private static boolean hasYear(String text, Span head) {
        int digits = 0;
        for (int at = head.begin(); at < head.end() && digits < 4; at++) {
            digits = Character.isDigit(text.charAt(at)) ? digits + 1 : 0;
        }
        return digits == 4;
    }

    private static boolean isLabelled(String text, Span head) {
        var words = String.join(" ", words(text, new Span(head.begin(), Math.min(head.end(), head.begin() + 60))));
        return PUBLISHED.stream().anyMatch(words::startsWith);
    }

    private static @Nullable DateExpression firstDay(String text, Span head) {
        @Nullable DateExpression first = null;
        for (var language : Language.values()) {
            for (var date : Dates.inLine(text, head, language)) {
                boolean day = date.precision() == DatePrecision.DAY
                        && date.start().equals(date.end())
                        && date.basis() == DateExpression.Basis.EXPLICIT;
                if (day && (first == null || date.span().begin() < first.span().begin())) {
                    first = date;
                }
            }
        }
        return first;
    }

    private static Kind kind(String before) {
        if (UPDATED.stream().anyMatch(phrase -> contains(before, phrase))) {
            return Kind.UPDATED;
        }
        return PUBLISHED.stream().anyMatch(phrase -> contains(before, phrase)) ? Kind.PUBLISHED : Kind.BARE;
    }

    private static boolean contains(String words, String phrase) {
        return (" " + words + " ").contains(" " + phrase + " ");
    }

    /** Words that neither label the date nor tell the time. */
    private static int count(List<String> words, Kind kind) {
        return (int) words.stream().filter(word -> !BESIDE.contains(word)).count();
    }

    private static List<String> words(String text, Span span) {
        return Tokens.list(Folding.fold(text, span)).stream()
                .filter(token -> token.is(Token.Kind.WORD))
                .map(Token::text)
                .toList();
    }

    /** Whether a bar, a bullet or a dash parts the date from the words beside it. */
    private static boolean isApart(String text, Span head, Span date) {
        int before = date.begin() - 1;
        while (before >= head.begin() && Lines.isBlank(text.charAt(before))) {
            before--;
        }
        int after = skipBlanks(text, date.end(), head.end());
        return before < head.begin() && after >= head.end()
                || before >= head.begin() && isBar(text.charAt(before))
                || after < head.end() && isBar(text.charAt(after));
    }

    private static boolean isBar(char c) {
        return isDash(c) || "|•·/▪●».".indexOf(c) >= 0;
    }

    private static boolean isDash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static int skipBlanks(String text, int at, int end) {
        while (at < end && Lines.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsSentence(String text, Span line) {
        return text.charAt(line.end() - 1) == '.';
    }

    private static Set<String> beside() {
        var words = new HashSet<String>();
        for (var kind : List.of("published", "updated", "by", "beside")) {
            for (var phrase : Furniture.phrases(kind)) {
                words.addAll(List.of(phrase.split("[^\\p{L}\\p{N}]+")));
            }
        }
        return words;
    }
}
