package org.marsad.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days of a month: «4 و 5 نونبر الجاري», « du 3 au 5 juin », "May 11-12, 2022". */
final class DateDayGrammar {
    private static final int MONTH = DateUnit.MONTH.ordinal();
    /** Signs and small words before a day that opens a line, at most. */
    private static final int LEAD = 2;

    private final DateLexemes x;
    private final DateYearGrammar years;

    DateDayGrammar(DateLexemes lexemes, DateYearGrammar years) {
        this.x = lexemes;
        this.years = years;
    }

    /** A day and where it stands; {@code joined} where a word for "to" stands before it. */
    private record Day(int value, int at, int next, boolean joined) {}

    /** A month by its name and the lexeme after it. */
    record Month(int value, boolean hijri, int next) {}

    @Nullable
    DateMatch digits(int at) {
        return x.has(at, DateCue.DIGITS)
                ? DateMatch.of(new RawDate.Exact(LocalDate.ofEpochDay(x.get(at, DateCue.DIGITS))), at, at + 1)
                : null;
    }

    /** "Christmas Day", with its year or without. */
    @Nullable
    DateMatch feast(int at) {
        if (!x.has(at, DateCue.FEAST)) {
            return null;
        }
        int day = x.get(at, DateCue.FEAST) % 100;
        var year = years.after(at + 1, false);
        var date = new RawDate.DayOf(day, day, x.get(at, DateCue.FEAST) / 100, false, year.year(), 0);
        return DateMatch.of(date, at, Math.max(year.next(), at + 1));
    }

    /** Days, then the month, then perhaps the year. */
    @Nullable
    DateMatch dayMonth(int at) {
        var days = days(at);
        if (days.isEmpty() || isFraction(at)) {
            return null;
        }
        int end = days.getLast().next();
        int k = end;
        boolean ordinal = x.has(end - 1, DateCue.SUFFIX) || x.has(end - 1, DateCue.DAYWORD);
        while (k < end + 3 && (x.has(k, DateCue.OF) || x.has(k, DateCue.MONTHCUE) || isJoint(k, ordinal))) {
            k++;
        }
        var month = month(k);
        if (month == null) {
            return inMonth(at, days, k);
        }
        var year = years.after(month.next(), month.hijri());
        boolean name = year.year().is(YearRef.Kind.NONE) && isName(at, year.next());
        return name ? null : found(days, at, month, year);
    }

    /** "the last third of Ramadan". */
    private boolean isFraction(int at) {
        return x.has(at, DateCue.DAYWORD)
                && (x.isWord(at - 1, "last") || x.isWord(at - 1, "first") || x.isWord(at - 1, "final"));
    }

    /** «12-أغسطس-2023» and "4th, November 2024". */
    private boolean isJoint(int k, boolean ordinal) {
        return x.has(k, DateCue.DASH) && x.touches(k) || x.has(k, DateCue.COMMA) && ordinal;
    }

    /** The month, then days: English only. */
    @Nullable
    DateMatch monthDay(int at) {
        if (!x.has(at, DateCue.MONTH_FIRST)) {
            return null;
        }
        var month = month(at);
        if (month == null) {
            return null;
        }
        int first = x.has(month.next(), DateCue.DET) ? month.next() + 1 : month.next();
        var days = days(first);
        // "on December 3 and 4, 12 soldiers fell".
        while (days.size() > 1 && isCount(at, days) && x.has(days.getLast().at() - 1, DateCue.COMMA)) {
            days.removeLast();
        }
        if (days.isEmpty() || isCount(at, days)) {
            return null;
        }
        var last = days.getLast();
        if (isName(at, last.next())) {
            return null;
        }
        if (x.has(last.next(), DateCue.COMMA) && !years.isYear(last.next() + 1)) {
            return found(days, at, month, new DateYearGrammar.After(YearRef.NONE, last.next()));
        }
        return found(days, at, month, years.after(last.next(), false));
    }

    /** "In June 12 soldiers died" names no day. */
    private boolean isCount(int at, List<Day> days) {
        var last = days.getLast();
        boolean said = x.has(last.next() - 1, DateCue.SUFFIX) || x.has(last.next(), DateCue.COMMA);
        return x.has(last.next(), DateCue.COUNTED) || !said && x.isWord(at - 1, "in");
    }

    private DateMatch found(List<Day> days, int at, Month month, DateYearGrammar.After year) {
        int end = Math.max(year.next(), days.getLast().next());
        var found = new ArrayList<DateMatch.Found>();
        boolean between = isBetween(at) || x.has(at - 1, DateCue.FROM);
        for (int i = 0; i < days.size(); ) {
            int j = i;
            while (j + 1 < days.size() && follows(days, j, between)) {
                j++;
            }
            int to = j + 1 == days.size() ? end : days.get(j).next();
            int from = i == 0 ? at : days.get(i).at();
            var date = new RawDate.DayOf(
                    days.get(i).value(), days.get(j).value(), month.value(), month.hijri(), year.year(), 0);
            found.add(new DateMatch.Found(date, from, to));
            i = j + 1;
        }
        return new DateMatch(end, found);
    }

    /** « entre le 15 et le 18 février », «بين يومي 4 و6 مارس». */
    boolean isBetween(int at) {
        int before = x.has(at - 1, DateCue.DET) || x.has(at - 1, DateCue.DAYCUE) ? at - 2 : at - 1;
        return x.has(before, DateCue.BETWEEN);
    }

    private static boolean follows(List<Day> days, int j, boolean between) {
        int step = days.get(j + 1).value() - days.get(j).value();
        return step == 1 || step > 0 && (days.get(j + 1).joined() || between && days.size() == 2);
    }

    /** «4 و5 من الشهر الجاري», «4 و 5 الجاري», "the 5th of last month". */
    private @Nullable DateMatch inMonth(int at, List<Day> days, int k) {
        boolean said = x.has(at - 1, DateCue.DAYCUE) || x.has(at - 1, DateCue.FROM) || x.has(at - 1, DateCue.BETWEEN);
        DateDirection direction;
        int next;
        if (x.has(k, DateCue.DIR) && isMonth(k + 1)) {
            direction = years.direction(k, DateCue.DIR);
            next = k + 2;
        } else if (isMonth(k) && x.has(k + 1, DateCue.DIR_AFTER)) {
            direction = years.direction(k + 1, DateCue.DIR_AFTER);
            next = k + 2;
        } else if (said && x.has(k, DateCue.DIR_AFTER)) {
            direction = years.direction(k, DateCue.DIR_AFTER);
            next = k + 1;
        } else if (isTheMonth(k)) {
            var on = onDays(days);
            return DateMatch.of(
                    new RawDate.OfTheMonth(on.first(), on.last()), at, x.has(k, DateCue.DET) ? k + 2 : k + 1);
        } else {
            return null;
        }
        if (direction.isInStory()) {
            var date = direction == DateDirection.SAME ? onDays(days) : new RawDate.Unknown();
            return DateMatch.of(date, at, next);
        }
        return DateMatch.of(
                new RawDate.DayInMonth(
                        days.getFirst().value(),
                        Math.max(days.getFirst().value(), days.getLast().value()),
                        direction),
                at,
                next);
    }

    /** «14 من الشهر», "the 14th of the month", « le 14 du mois ». */
    private boolean isTheMonth(int k) {
        boolean english = x.isWord(k - 1, "of the") || x.isWord(k, "the") && x.isWord(k - 1, "of");
        return x.isWord(k, "الشهر") && isMonth(k) && !x.isWord(k + 1, "الذي")
                || x.isWord(k, "mois") && x.isWord(k - 1, "du")
                || english && isMonth(x.isWord(k, "the") ? k + 1 : k);
    }

    /** «السابع عشر منه»: of the month that was named. */
    @Nullable
    DateMatch ofIt(int at) {
        var days = days(at);
        return !days.isEmpty() && x.has(days.getLast().next(), DateCue.OF_IT)
                ? DateMatch.of(onDays(days), at, days.getLast().next() + 1)
                : null;
    }

    /** Days of a month that the text named before: "on the 17th". */
    @Nullable
    DateMatch onDay(int at) {
        var days = days(at);
        if (days.isEmpty()) {
            return null;
        }
        int next = days.getLast().next();
        boolean said = isOrdinalDay(at, next)
                || x.isWord(at - 1, "le")
                        && x.has(at, DateCue.DAY)
                        && days.size() == 1
                        && (x.isStop(next) || isExactly(next))
                || isNight(at, days)
                || x.has(at, DateCue.DAYWORD)
                        && x.get(at, DateCue.DAYWORD) > 10
                        && (x.has(at - 1, DateCue.IN) || x.has(at - 1, DateCue.DAYCUE));
        return said && (x.isEnd(next) || isExactly(next)) ? DateMatch.of(onDays(days), at, next) : null;
    }

    /** "4th - In the night", « Le 9 : », «- 14:» at the beginning of a line under a heading that names the month. */
    @Nullable
    DateMatch opening(int at) {
        for (int k = 0; k < at; k++) {
            if (at > LEAD || !x.isStop(k) && !x.has(k, DateCue.DET) && !x.has(k, DateCue.DAYCUE)) {
                return null;
            }
        }
        var days = days(at);
        if (days.isEmpty() || !x.isStop(days.getLast().next())) {
            return null;
        }
        int first = days.getFirst().value();
        return DateMatch.of(
                new RawDate.UnderMonth(first, Math.max(first, days.getLast().value())),
                at,
                days.getLast().next());
    }

    /** « Lundi 9. », "Monday 9:" in a text that said the month before; a count follows no weekday with a stop behind it. */
    @Nullable
    DateMatch afterWeekday(int at) {
        boolean opens = at == 1 && !x.has(at + 1, DateCue.COUNTED);
        boolean day = x.has(at, DateCue.DAY)
                && x.has(at - 1, DateCue.WEEKDAY)
                && (x.isStop(at + 1) || opens)
                && !x.isGlued(at);
        return day ? DateMatch.of(new RawDate.OnDay(x.get(at, DateCue.DAY), x.get(at, DateCue.DAY)), at, at + 1) : null;
    }

    private boolean isExactly(int at) {
        return x.isWord(at, "exactement") || x.isWord(at, "precisement");
    }

    /** "on the 17th", "from the 14th to the 23rd", "the night of the 22nd". */
    private boolean isOrdinalDay(int at, int next) {
        if (!x.has(next - 1, DateCue.SUFFIX)) {
            return false;
        }
        boolean led = x.has(at - 2, DateCue.FROM)
                || x.has(at - 2, DateCue.TIME)
                || x.has(at - 2, DateCue.OF) && x.has(at - 3, DateCue.TIME)
                || x.has(at - 2, DateCue.SINCE)
                || x.has(at - 2, DateCue.BETWEEN)
                || x.has(at - 2, DateCue.WEEKDAY)
                || x.has(at - 2, DateCue.DAYCUE);
        return x.isWord(at - 1, "on the") || x.isWord(at - 1, "the") && led;
    }

    /** « dans la nuit du 28 au 29 ». */
    private boolean isNight(int at, List<Day> days) {
        return days.size() == 2
                && days.getLast().joined()
                && x.has(at, DateCue.DAY)
                && (x.isWord(at - 1, "nuit du")
                        || x.isWord(at - 1, "du") && (x.has(at - 2, DateCue.TIME) || x.has(at - 2, DateCue.NIGHT)));
    }

    private static RawDate.OnDay onDays(List<Day> days) {
        int first = days.getFirst().value();
        return new RawDate.OnDay(first, Math.max(first, days.getLast().value()));
    }

    private boolean isMonth(int k) {
        return x.has(k, DateCue.UNIT) && x.get(k, DateCue.UNIT) == MONTH && !x.has(k, DateCue.COUNT);
    }

    /** A month's name, with its twin where two calendars name it: «ديسمبر/كانون الأول». */
    @Nullable
    Month month(int at) {
        if (x.has(at, DateCue.OPEN) && x.has(at + 1, DateCue.MONTH) && x.has(at + 2, DateCue.CLOSE)) {
            var behind = month(at + 3);
            return behind != null && behind.value() == x.get(at + 1, DateCue.MONTH) ? behind : null;
        }
        boolean hijri = x.has(at, DateCue.HIJRI);
        if (!hijri && !x.has(at, DateCue.MONTH)) {
            return null;
        }
        var cue = hijri ? DateCue.HIJRI : DateCue.MONTH;
        int value = x.get(at, cue);
        int next = at + 1;
        if (x.has(at, DateCue.ABBREVIATED) && x.has(next, DateCue.DOT)) {
            next++;
        }
        int twin =
                x.has(next, DateCue.SLASH) || x.has(next, DateCue.DASH) || x.has(next, DateCue.OPEN) ? next + 1 : next;
        if (x.has(twin, cue) && x.get(twin, cue) == value) {
            next = x.has(next, DateCue.OPEN) && x.has(twin + 1, DateCue.CLOSE) ? twin + 2 : twin + 1;
        }
        return new Month(value, hijri, next);
    }

    private List<Day> days(int at) {
        var days = new ArrayList<Day>();
        for (var day = day(at, false); day != null; day = nextDay(day.next())) {
            days.add(day);
        }
        return days;
    }

    private @Nullable Day nextDay(int at) {
        int k = at;
        boolean joined = x.has(k, DateCue.TO) || x.has(k, DateCue.DASH);
        if (x.has(k, DateCue.COMMA) && x.has(k + 1, DateCue.AND)) {
            k += 2;
        } else if (joined || x.has(k, DateCue.AND) || x.has(k, DateCue.COMMA) || x.has(k, DateCue.SLASH)) {
            k++;
        } else {
            return null;
        }
        if (x.has(k, DateCue.DET) || x.has(k, DateCue.DAYCUE)) {
            k++;
        }
        return day(k, joined);
    }

    private @Nullable Day day(int at, boolean joined) {
        if (x.has(at, DateCue.DAY)) {
            boolean suffixed = x.touches(at) && x.has(at + 1, DateCue.SUFFIX);
            return x.isGlued(at) && !suffixed
                    ? null
                    : new Day(x.get(at, DateCue.DAY), at, suffixed ? at + 2 : at + 1, joined);
        }
        return x.has(at, DateCue.DAYWORD) ? new Day(x.get(at, DateCue.DAYWORD), at, at + 1, joined) : null;
    }

    /** Whether a month belongs to such a name: «طريق 21 أكتوبر» names no October. */
    boolean isOfName(int at, Month month) {
        return x.has(at - 1, DateCue.DAY) && isName(at - 1, month.next())
                || x.has(month.next(), DateCue.DAY) && x.has(month.next() + 1, DateCue.NAMED);
    }

    /** «حركة 23 مارس», « le Mouvement du 23 mars » and "the March 23 Movement" are names. */
    private boolean isName(int at, int next) {
        return x.has(at - 1, DateCue.NAMED)
                || x.has(at - 1, DateCue.OF) && x.has(at - 2, DateCue.NAMED)
                || x.has(next, DateCue.NAMED);
    }
}
