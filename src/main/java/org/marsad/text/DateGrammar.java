package org.marsad.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the dates of a line: at each lexeme the rule that reaches furthest wins. */
final class DateGrammar {
    private static final int LONGEST_PREFIX = 6;
    private static final long ALONE = DateLexeme.Cues.mask(
            DateCue.DIGITS,
            DateCue.MONTH,
            DateCue.HIJRI,
            DateCue.WEEKDAY,
            DateCue.WEEKEND,
            DateCue.OFFSET,
            DateCue.VAGUE,
            DateCue.STORY_DAY,
            DateCue.MONTH_END,
            DateCue.FEAST,
            DateCue.YEAR,
            DateCue.DAY,
            DateCue.DAYWORD);
    private static final long WITH_NEXT = DateLexeme.Cues.mask(
            DateCue.NUMBER,
            DateCue.CARDINAL,
            DateCue.DET,
            DateCue.DIR,
            DateCue.UNIT,
            DateCue.PART,
            DateCue.FINAL,
            DateCue.EARLIER,
            DateCue.MONTHS,
            DateCue.YEARCUE,
            DateCue.AGO,
            DateCue.AFTER,
            DateCue.OPEN);

    private final DateLexemes x;
    private final DateDayGrammar days;
    private final DateYearGrammar years;
    private final DatePeriodGrammar periods;
    private final DateRelativeGrammar relatives;
    private final DateStoryGrammar stories;

    private DateGrammar(DateLexemes lexemes) {
        this.x = lexemes;
        this.years = new DateYearGrammar(lexemes);
        this.days = new DateDayGrammar(lexemes, years);
        this.relatives = new DateRelativeGrammar(lexemes, years);
        this.stories = new DateStoryGrammar(lexemes, relatives);
        this.periods = new DatePeriodGrammar(lexemes, years, days, relatives);
    }

    /** The dates of a line in order; they do not overlap. */
    static List<DateMatch.Found> list(DateLexemes lexemes) {
        var grammar = new DateGrammar(lexemes);
        var found = new ArrayList<DateMatch.Found>();
        for (int at = 0; at < lexemes.size(); ) {
            var match = grammar.mayBegin(at) ? grammar.at(at) : null;
            if (match == null) {
                at++;
            } else {
                match.found().stream()
                        .filter(one -> !(one.date() instanceof RawDate.Unknown))
                        .forEach(found::add);
                at = match.next();
            }
        }
        return found;
    }

    /** Most words begin no date: those without cues, and those that need a word with one behind them. */
    private boolean mayBegin(int at) {
        var cues = x.at(at).cues();
        return cues.hasAny(ALONE) || cues.hasAny(WITH_NEXT) && x.at(at + 1).cues() != DateLexeme.Cues.NONE;
    }

    private @Nullable DateMatch at(int at) {
        var first = single(at);
        if (first == null || !first.isOne()) {
            return first;
        }
        var twin = twin(at, first);
        if (twin != null) {
            return twin;
        }
        int k = first.next();
        boolean between = days.isBetween(at);
        if (!x.has(k, DateCue.TO) && !x.has(k, DateCue.DASH) && !(between && x.has(k, DateCue.AND))) {
            return first;
        }
        do {
            k++;
        } while (k < first.next() + 4 && (x.has(k, DateCue.DET) || isDayCue(k) || x.has(k, DateCue.MONTHCUE)));
        var last = single(k);
        if (last == null || !last.isOne() || !DateRanges.mayJoin(first.date(), last.date())) {
            return first;
        }
        return DateMatch.of(new RawDate.Through(first.date(), last.date()), at, last.next());
    }

    /** A Hijri date and its Gregorian twin are one date. */
    private @Nullable DateMatch twin(int at, DateMatch first) {
        int k = x.has(first.next(), DateCue.ERA) ? first.next() + 1 : first.next();
        if (!x.has(k, DateCue.EQUIV)) {
            return null;
        }
        k++;
        var second = single(x.has(k, DateCue.DET) ? k + 1 : k);
        if (second == null || !second.isOne()) {
            return null;
        }
        boolean hijri = second.date() instanceof RawDate.DayOf day && day.hijri();
        return DateMatch.of(hijri ? first.date() : second.date(), at, second.next());
    }

    private @Nullable DateMatch single(int at) {
        var prefixed = prefixed(at);
        if (prefixed != null) {
            return prefixed;
        }
        var best = longer(null, days.digits(at));
        best = longer(best, days.dayMonth(at));
        best = longer(best, days.monthDay(at));
        best = longer(best, days.onDay(at));
        best = longer(best, days.ofIt(at));
        best = longer(best, days.opening(at));
        best = longer(best, days.feast(at));
        best = longer(best, periods.weekOfMonth(at));
        best = longer(best, periods.part(at));
        best = longer(best, periods.month(at));
        best = longer(best, periods.months(at));
        best = longer(best, years.alone(at));
        best = longer(best, relatives.weekday(at));
        best = longer(best, relatives.offset(at));
        best = longer(best, relatives.ago(at));
        best = longer(best, stories.named(at));
        best = longer(best, stories.later(at));
        return longer(best, relatives.unit(at));
    }

    /** "On Monday, 4 November": a weekday or "yesterday" with its date behind it. */
    private @Nullable DateMatch prefixed(int at) {
        if (!x.has(at, DateCue.WEEKDAY) && !x.has(at, DateCue.OFFSET)) {
            return null;
        }
        int weekday = 0;
        for (int k = at; k < at + LONGEST_PREFIX; k++) {
            if (x.has(k, DateCue.WEEKDAY)) {
                weekday = x.get(k, DateCue.WEEKDAY);
            } else if (k > at) {
                var date = days.digits(k);
                date = date == null ? days.dayMonth(k) : date;
                date = date == null ? days.monthDay(k) : date;
                date = date == null ? days.ofIt(k) : date;
                date = date == null && k == at + 1 ? days.afterWeekday(k) : date;
                if (date != null) {
                    return named(at, date, weekday);
                }
                if (!isPrefix(k)) {
                    return null;
                }
            }
        }
        return null;
    }

    private DateMatch named(int at, DateMatch match, int weekday) {
        var first = match.found().getFirst();
        var date = first.date() instanceof RawDate.DayOf day ? day.on(weekday) : first.date();
        int from = first.from();
        boolean bracket = from > at && x.has(from - 1, DateCue.OPEN) && x.has(match.next(), DateCue.CLOSE);
        int next = bracket ? match.next() + 1 : match.next();
        if (match.isOne()) {
            return DateMatch.of(date, at, next);
        }
        var found = new ArrayList<>(match.found());
        found.set(0, new DateMatch.Found(date, at, first.to()));
        return new DateMatch(next, found);
    }

    private boolean isPrefix(int k) {
        return x.has(k, DateCue.OFFSET)
                || x.has(k, DateCue.COMMA)
                || x.has(k, DateCue.OPEN)
                || x.has(k, DateCue.DASH)
                || x.has(k, DateCue.DET)
                || x.has(k, DateCue.TIME)
                || x.has(k, DateCue.DIR_AFTER)
                || isDayCue(k);
    }

    private boolean isDayCue(int k) {
        return x.has(k, DateCue.DAYCUE) && !x.has(k, DateCue.TO);
    }

    private static @Nullable DateMatch longer(@Nullable DateMatch best, @Nullable DateMatch other) {
        if (best == null || other == null) {
            return best == null ? other : best;
        }
        return other.next() > best.next() ? other : best;
    }
}
