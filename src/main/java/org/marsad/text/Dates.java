package org.marsad.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateExpression.Basis;

/**
 * Dates in Arabic, French and English: explicit, partial, relative and ranges, Gregorian and Hijri. The words are in
 * the tables {@code dates-ar.txt}, {@code dates-fr.txt} and {@code dates-en.txt}.
 */
public final class Dates {
    /** A longer line is read in pieces of this length. */
    private static final int PIECE = 20_000;

    /** Lexemes between "on 3 March" and "5 April 2022" where the second date's year is the first's too. */
    private static final int NEAR = 3;

    private Dates() {}

    /**
     * The dates that an article states, in order of appearance; relative ones only where its publication date is
     * known. A day or month without a year takes that of a fuller date before it in the paragraph or right after it,
     * else the year that puts it nearest before publication; where neither is known it is left out.
     */
    public static List<DateExpression> list(String text, ArticleText article) {
        var dates = new ArrayList<DateExpression>();
        for (var stretch : article.body()) {
            for (var line : Lines.list(text, stretch)) {
                list(text, line, article.language(), article.published(), dates);
            }
        }
        return dates;
    }

    /** The dates of one line. */
    static List<DateExpression> inLine(String text, Span line, Language language, @Nullable LocalDate published) {
        var dates = new ArrayList<DateExpression>();
        list(text, line, language, published, dates);
        return dates;
    }

    private static void list(
            String text, Span line, Language language, @Nullable LocalDate published, List<DateExpression> dates) {
        for (int at = line.begin(); at < line.end(); ) {
            int end = Lines.endOfPiece(text, at, line.end(), PIECE);
            var lexemes = DateLexemes.of(Folding.fold(text, new Span(at, end)), DateLexicon.of(language));
            resolve(lexemes, DateGrammar.list(lexemes), new DateResolver(published), published == null, dates);
            at = end;
        }
    }

    private static void resolve(
            DateLexemes lexemes,
            List<DateMatch.Found> found,
            DateResolver resolver,
            boolean unanchored,
            List<DateExpression> dates) {
        @Nullable Integer context = null;
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i);
            var next = i + 1 < found.size() ? found.get(i + 1) : null;
            @Nullable
            Integer following = next != null && next.from() - one.to() <= NEAR ? givenYear(next.date()) : null;
            boolean before = following != null && isBefore(one.date(), next == null ? one.date() : next.date());
            var resolved = resolver.resolve(one.date(), before ? following : context);
            if (resolved == null) {
                continue;
            }
            dates.add(new DateExpression(
                    lexemes.source(one.from(), one.to()),
                    resolved.start(),
                    resolved.end(),
                    resolved.precision(),
                    resolved.basis()));
            // A bare year is often a background ("in crisis since 2012"): it lends itself only where nothing else can.
            boolean full = resolved.precision() != DatePrecision.YEAR || unanchored;
            if (resolved.basis() == Basis.EXPLICIT && full) {
                context = resolved.end().getYear();
            }
        }
    }

    private static @Nullable Integer givenYear(RawDate date) {
        return switch (date) {
            case RawDate.DayOf day
            when day.year().is(YearRef.Kind.GIVEN) && !day.hijri() -> day.year().value();
            case RawDate.MonthOf month
            when month.year().is(YearRef.Kind.GIVEN) && !month.hijri() ->
                month.year().value();
            default -> null;
        };
    }

    /** Whether a day or month without a year comes before the other in the calendar. */
    private static boolean isBefore(RawDate date, RawDate other) {
        if (date instanceof RawDate.DayOf first && other instanceof RawDate.DayOf second) {
            return first.month() < second.month() || first.month() == second.month() && first.first() < second.first();
        }
        return date instanceof RawDate.MonthOf first
                && other instanceof RawDate.MonthOf second
                && first.month() < second.month();
    }
}
