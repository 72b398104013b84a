package org.marsad.text;

import org.jspecify.annotations.Nullable;
import org.marsad.text.RawDate.Bound;

/** Months, years, and parts of them: «أواخر يونيو 2021», « début septembre », "the first week of May". */
final class DatePeriodGrammar {
    private final DateLexemes x;
    private final DateYearGrammar years;
    private final DateDayGrammar days;
    private final DateRelativeGrammar relatives;

    DatePeriodGrammar(DateLexemes lexemes, DateYearGrammar years, DateDayGrammar days, DateRelativeGrammar relatives) {
        this.x = lexemes;
        this.years = years;
        this.days = days;
        this.relatives = relatives;
    }

    /** A month by its name, with its year or without. */
    @Nullable
    DateMatch month(int at) {
        int k = x.has(at, DateCue.DIR) ? at + 1 : at;
        var month = days.month(k);
        if (month == null) {
            return null;
        }
        if (k > at) {
            var year = YearRef.of(years.direction(at, DateCue.DIR));
            return DateMatch.of(new RawDate.MonthOf(month.value(), month.hijri(), 0, 0, year), at, month.next());
        }
        var year = years.after(month.next(), month.hijri());
        if (year.year().is(YearRef.Kind.NONE) && (!isSaid(at, month) || days.isOfName(at, month))) {
            return null;
        }
        return DateMatch.of(new RawDate.MonthOf(month.value(), month.hijri(), 0, 0, year.year()), at, year.next());
    }

    /** Whether a month without a year is one: «مارس» also means "practised", "may" is a verb, Rajab a man's name. */
    private boolean isSaid(int at, DateDayGrammar.Month month) {
        if (month.hijri() || x.has(at, DateCue.ABBREVIATED)) {
            return x.has(at - 1, DateCue.MONTHCUE);
        }
        return !x.has(at, DateCue.AMBIGUOUS)
                || x.has(at - 1, DateCue.IN)
                || x.has(at - 1, DateCue.SINCE)
                || x.has(at - 1, DateCue.MONTHCUE)
                || isPaired(at, month.next());
    }

    /** "Between May and July", « de mars à mai ». */
    private boolean isPaired(int at, int next) {
        return (x.has(at - 1, DateCue.BETWEEN) || x.has(at - 1, DateCue.FROM))
                        && (x.has(next, DateCue.TO) || x.has(next, DateCue.AND))
                        && x.has(next + 1, DateCue.MONTH)
                || (x.has(at - 1, DateCue.TO) || x.has(at - 1, DateCue.AND)) && x.has(at - 2, DateCue.MONTH);
    }

    /** A part of a month, of a year, or of the unit that runs at publication. */
    @Nullable
    DateMatch part(int at) {
        if (!x.has(at, DateCue.PART)) {
            return null;
        }
        int part = x.get(at, DateCue.PART);
        int k = at + 1;
        while (k < at + 5 && isSmall(k)) {
            k++;
        }
        var month = days.month(k);
        if (month != null) {
            var year = years.after(month.next(), month.hijri());
            return DateMatch.of(
                    new RawDate.MonthOf(month.value(), month.hijri(), part, 0, year.year()), at, year.next());
        }
        int y = x.has(k, DateCue.YEARCUE) ? k + 1 : k;
        if (years.isYear(y)) {
            return DateMatch.of(new RawDate.YearOf(YearRef.given(x.get(y, DateCue.YEAR)), part), at, y + 1);
        }
        var unit = relatives.unit(k);
        if (unit != null && unit.date() instanceof RawDate.UnitOf of) {
            var date = new RawDate.UnitOf(of.unit(), of.count(), of.direction(), part, bound(at, of.direction(), part));
            return DateMatch.of(date, at, unit.next());
        }
        if (unit != null && unit.date() instanceof RawDate.InMonth) {
            return DateMatch.of(new RawDate.InMonth(part), at, unit.next());
        }
        return running(at, k, part);
    }

    /** «منذ بداية الشهر», « en début d'année »: the unit that runs at publication. */
    private @Nullable DateMatch running(int at, int k, int part) {
        boolean definite = x.startsWith(k, "ال") || !x.startsWith(k, "ا") && k > at + 1 || x.startsWith(k, "l'");
        if (!x.has(k, DateCue.UNIT) || x.has(k, DateCue.COUNT) || !definite) {
            return null;
        }
        var unit = DateUnit.values()[x.get(k, DateCue.UNIT)];
        if (unit.compareTo(DateUnit.WEEK) < 0) {
            return null;
        }
        var bound = bound(at, DateDirection.THIS, part);
        return DateMatch.of(new RawDate.UnitOf(unit, 1, DateDirection.THIS, part, bound), at, k + 1);
    }

    private Bound bound(int at, DateDirection direction, int part) {
        int before = x.has(at - 1, DateCue.DET) ? at - 2 : at - 1;
        boolean since = x.has(before, DateCue.SINCE) && direction == DateDirection.THIS && part == 1;
        return since ? Bound.SO_FAR : Bound.WHOLE;
    }

    private boolean isSmall(int k) {
        return x.has(k, DateCue.OF)
                || x.has(k, DateCue.DASH)
                || x.has(k, DateCue.DET) && !x.has(k, DateCue.UNIT)
                || x.has(k, DateCue.MONTHCUE) && !x.has(k + 1, DateCue.DIR_AFTER)
                || x.has(k, DateCue.DAYCUE) && !x.has(k, DateCue.UNIT)
                || x.has(k, DateCue.IN);
    }

    /** "The first week of June", «الأسبوع الأخير من ديسمبر». */
    @Nullable
    DateMatch weekOfMonth(int at) {
        int word;
        if (isWeek(at) && isNumbered(at + 1)) {
            word = at + 1;
        } else if (isNumbered(at) && isWeek(at + 1)) {
            word = at;
        } else {
            return null;
        }
        int week = x.has(word, DateCue.FINAL) ? -1 : x.get(word, DateCue.DAYWORD);
        int k = at + 2;
        while (k < at + 5 && (x.has(k, DateCue.OF) || x.has(k, DateCue.MONTHCUE))) {
            k++;
        }
        var month = days.month(k);
        if (month == null || week > 5 || k == at + 2) {
            return null;
        }
        var year = years.after(month.next(), month.hijri());
        return DateMatch.of(new RawDate.MonthOf(month.value(), month.hijri(), 0, week, year.year()), at, year.next());
    }

    private boolean isNumbered(int k) {
        return x.has(k, DateCue.FINAL) || x.has(k, DateCue.DAYWORD);
    }

    private boolean isWeek(int k) {
        return x.has(k, DateCue.UNIT) && x.get(k, DateCue.UNIT) == DateUnit.WEEK.ordinal() && !x.has(k, DateCue.COUNT);
    }

    /** Seasons, halves and quarters of a year. */
    @Nullable
    DateMatch months(int at) {
        boolean directed = x.has(at, DateCue.DIR) && x.has(at + 1, DateCue.MONTHS);
        int k = directed ? at + 1 : at;
        if (!x.has(k, DateCue.MONTHS)) {
            return null;
        }
        var year = directed
                ? new DateYearGrammar.After(YearRef.of(years.direction(at, DateCue.DIR)), k + 1)
                : years.after(k + 1, false);
        if (year.year().is(YearRef.Kind.NONE)) {
            return null;
        }
        int value = x.get(k, DateCue.MONTHS);
        return DateMatch.of(new RawDate.MonthsOf(value / 100, value % 100, year.year()), at, year.next());
    }
}
