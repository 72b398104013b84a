package org.marsad.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates in Arabic, French and English: explicit, partial, relative and ranges, Gregorian and Hijri. The words are in
 * the tables {@code dates-ar.txt}, {@code dates-fr.txt} and {@code dates-en.txt}.
 */
public final class Dates {
    /** A longer line is read in pieces of this length. */
    private static final int PIECE = 20_000;

    /** Lexemes between "on 3 March" and "5 April 2022" where the second date's year is the first's too. */
    private static final int NEAR = 3;

    /** Lexemes between "at the end of last week" and "on Friday" where the two are one date. */
    private static final int FINER = 3;
    /** The same for "on the 21st", which is of that month; further on it is the day of something else. */
    private static final int OF_MONTH = 11;

    private Dates() {}

    /**
     * The dates that an article states, in order of appearance; relative ones only where its publication date is
     * known. A day or month without a year takes that of a fuller date before it in the paragraph or right after it,
     * else the year that puts it nearest before publication; where neither is known it is left out.
     */
    public static List<DateExpression> list(String text, ArticleText article) {
        return read(text, article).known();
    }

    /** The same, and the words of the dates that are left out. */
    public static TextDates read(String text, ArticleText article) {
        var dates = new ArrayList<DateExpression>();
        var unknown = new ArrayList<Span>();
        var resolver = new DateResolver(article.published());
        var story = new DateStory(article.published() != null);
        for (var stretch : article.body()) {
            for (var line : Lines.list(text, stretch)) {
                list(text, line, article.language(), resolver, story, dates, unknown);
            }
        }
        return new TextDates(dates, unknown);
    }

    /** The dates of one line that need no other. */
    static List<DateExpression> inLine(String text, Span line, Language language) {
        var dates = new ArrayList<DateExpression>();
        list(text, line, language, new DateResolver(null), new DateStory(false), dates, new ArrayList<>());
        return dates;
    }

    private static void list(
            String text,
            Span line,
            Language language,
            DateResolver resolver,
            DateStory story,
            List<DateExpression> dates,
            List<Span> unknown) {
        story.nextLine();
        for (int at = line.begin(); at < line.end(); ) {
            int end = Lines.endOfPiece(text, at, line.end(), PIECE);
            var lexemes = DateLexemes.of(Folding.fold(text, new Span(at, end)), DateLexicon.of(language));
            resolve(lexemes, DateGrammar.list(lexemes), resolver, story, dates, unknown);
            at = end;
        }
    }

    /** The year that a date without one is lent: a day alone on its line is of the months that the text is about. */
    private static @Nullable Integer year(
            DateLexemes lexemes, List<DateMatch.Found> found, int at, DateStory story, DateResolver resolver) {
        var one = found.get(at);
        if (found.size() == 1 && one.date() instanceof RawDate.DayOf day && lexemes.isAlone(one.from(), one.to())) {
            var year = story.yearInScope(day);
            if (year != null) {
                return year;
            }
        }
        return lentYear(found, at, story, resolver);
    }

    private static void resolve(
            DateLexemes lexemes,
            List<DateMatch.Found> found,
            DateResolver resolver,
            DateStory story,
            List<DateExpression> dates,
            List<Span> unknown) {
        int last = -1;
        int sentence = dates.size();
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i);
            boolean parted = lexemes.isParted(Math.max(0, last), one.from());
            if (parted) {
                story.nextSentence();
                sentence = dates.size();
            }
            var resolved = one.date() instanceof RawDate.InStory inStory
                    ? inStory(inStory, last >= 0 && !parted, story, resolver)
                    : resolver.resolve(one.date(), year(lexemes, found, i, story, resolver));
            if (one.date() instanceof RawDate.Weekday weekday && !lexemes.has(one.from(), DateCue.OFFSET)) {
                var covered = story.inPeriod(weekday);
                resolved = covered == null ? resolved : covered;
            }
            if (resolved != null) {
                if (found.size() == 1 && lexemes.isAlone(one.from(), one.to())) {
                    story.head(resolved);
                }
                story.span(resolved);
                if (lexemes.isHeading(one.from(), one.to())) {
                    story.cover(resolved);
                }
                if (one.from() - last <= (one.date() instanceof RawDate.OnDay ? OF_MONTH : FINER)) {
                    refine(dates.subList(sentence, dates.size()), resolved);
                }
                dates.add(new DateExpression(
                        lexemes.source(one.from(), one.to()),
                        resolved.start(),
                        resolved.end(),
                        resolved.precision(),
                        resolved.basis()));
                boolean today = one.date() instanceof RawDate.Offset offset && offset.days() >= 0;
                if (!today || !story.isDayHere()) {
                    story.add(
                            resolved,
                            one.date() instanceof RawDate.Later later && later.count() < 0,
                            one.date() instanceof RawDate.Weekday);
                }
                if (one.date().isOfSameYear()) {
                    story.goOn(resolved);
                }
                if (!lexemes.has(one.from() - 1, DateCue.SINCE) && !lexemes.has(one.from() - 2, DateCue.SINCE)) {
                    story.addYear(resolved);
                }
                last = one.to();
            } else {
                unknown.add(lexemes.source(one.from(), one.to()));
            }
        }
    }

    /** "Friday 12." before any month was told is of the month in which the text came out, or the one before. */
    private static DateResolver.@Nullable Resolved inStory(
            RawDate.InStory date, boolean sameSentence, DateStory story, DateResolver resolver) {
        if (date instanceof RawDate.OfTheMonth of && !story.isMonthHere()) {
            return resolver.onDay(new RawDate.OnDay(of.first(), of.last()));
        }
        if (date instanceof RawDate.OnDay on && on.first() > 0 && !story.hasMonth()) {
            return resolver.onDay(on);
        }
        var found = story.resolve(date, sameSentence);
        // "on 31 July … on the night of the 4th" of an article of 11 August: stories go on.
        return date instanceof RawDate.OnDay && !sameSentence && found != null && story.isPast(found.start())
                ? resolver.onward(found)
                : found;
    }

    /** "In June, on the 21st", « deux mois plus tard, le 19 avril »: the month is the day's, and says no more than it. */
    private static void refine(List<DateExpression> before, DateResolver.Resolved day) {
        if (before.isEmpty() || day.precision() != DatePrecision.DAY) {
            return;
        }
        int at = before.size() - 1;
        var wide = before.get(at);
        boolean wider = wide.precision() == DatePrecision.MONTH || wide.precision() == DatePrecision.WEEK;
        if (wider && !day.start().isBefore(wide.start()) && !day.end().isAfter(wide.end())) {
            before.set(at, new DateExpression(wide.span(), day.start(), day.end(), DatePrecision.DAY, day.basis()));
        }
    }

    /** The year that a date takes if it has none: of the next one where the two belong together, else of the story. */
    private static @Nullable Integer lentYear(
            List<DateMatch.Found> found, int at, DateStory story, DateResolver resolver) {
        if (found.get(at).date().isOfSameYear()) {
            return story.lastYear();
        }
        if (at + 1 < found.size()) {
            var one = found.get(at);
            var next = found.get(at + 1);
            if (next.from() - one.to() <= NEAR && isBefore(one.date(), next.date())) {
                var year = givenYear(next.date());
                return year == null ? story.year() : year;
            }
        }
        // "… in 2015. … on 28 December" of an article of 6 January: what was so shortly before is meant.
        boolean recent =
                !story.isSureYear() && found.get(at).date() instanceof RawDate.DayOf day && resolver.isRecent(day);
        boolean back = !story.isSureYear()
                && story.isAnchored()
                && isBack(found.get(at).date(), story);
        return recent || back ? null : story.year();
    }

    private static boolean isBack(RawDate date, DateStory story) {
        return switch (date) {
            case RawDate.DayOf day -> day.year().is(YearRef.Kind.NONE) && story.isBefore(day.month(), day.first());
            case RawDate.MonthOf month -> month.year().is(YearRef.Kind.NONE) && story.isBefore(month.month(), 0);
            default -> false;
        };
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
