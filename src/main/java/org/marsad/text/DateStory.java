package org.marsad.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateExpression.Basis;
import org.marsad.text.DateResolver.Resolved;

/** The dates of a text so far, as far as they help with one that leaves something out. */
final class DateStory {
    /** The heading of a round-up is among so many lines. */
    private static final int HEADING_LINES = 3;

    private static final int LONGEST_PERIOD = 13;

    private final boolean anchored;
    private @Nullable Integer year;
    private @Nullable Integer yearOfSentence;
    private boolean bareYear;
    /** The day, or the first day of the month, told last. */
    private @Nullable LocalDate told;

    private @Nullable Integer lastYear;
    private @Nullable Resolved day;
    /** The days told last, by their weekday from 1. */
    private final @Nullable LocalDate[] byWeekday = new LocalDate[8];

    private @Nullable LocalDate month;
    private boolean headed;
    private @Nullable Resolved period;
    private @Nullable Resolved scope;
    private int lines;
    private int lineOfDay;
    private int lineOfMonth;

    /**
     * @param anchored whether the publication date is known: then the year of one paragraph is not lent to the next
     */
    DateStory(boolean anchored) {
        this.anchored = anchored;
    }

    boolean isAnchored() {
        return anchored;
    }

    void nextLine() {
        lines++;
        yearOfSentence = null;
        if (anchored) {
            year = null;
        }
    }

    void nextSentence() {
        yearOfSentence = null;
    }

    /** The year for a day or month without one, or null. */
    @Nullable
    Integer year() {
        return yearOfSentence != null ? yearOfSentence : year;
    }

    /** Whether that year was named in the same sentence, with a month. */
    boolean isSureYear() {
        return yearOfSentence != null && !bareYear;
    }

    /** Takes in a year that stands alone and does not only begin something: it holds to the end of its sentence. */
    void addYear(Resolved date) {
        if (date.basis() == Basis.EXPLICIT
                && date.precision() == DatePrecision.YEAR
                && date.start().getYear() == date.end().getYear()) {
            yearOfSentence = date.end().getYear();
            bareYear = true;
        }
    }

    /** Whether a day or month of that year would lie before the date told last: stories go on, they rarely go back. */
    boolean isBefore(int month, int dayOfMonth) {
        return told != null
                && year != null
                && told.getYear() == year
                && (month < told.getMonthValue()
                        || month == told.getMonthValue() && dayOfMonth > 0 && dayOfMonth < told.getDayOfMonth());
    }

    /** The year told last, however far back: "that year", « la même année », «من ذلك العام». */
    @Nullable
    Integer lastYear() {
        return yearOfSentence != null ? yearOfSentence : lastYear;
    }

    /**
     * Takes a date in.
     *
     * @param back whether it was reckoned back from the one before: then the story goes on from that
     * @param weekday whether it is a weekday only
     */
    void add(Resolved date, boolean back, boolean weekday) {
        if (date.precision() == DatePrecision.DAY && !back) {
            day = date;
            lineOfDay = lines;
            if (date.start().equals(date.end())) {
                byWeekday[date.start().getDayOfWeek().getValue()] = date.start();
            }
        }
        // "Monday 26 was quiet, as every Monday is": a bare weekday does not turn the month.
        boolean bare = date.basis() == Basis.RELATIVE && weekday && month != null;
        if (date.precision() != DatePrecision.YEAR
                && !bare
                && date.start().getMonth() == date.end().getMonth()) {
            month = date.start().withDayOfMonth(1);
            lineOfMonth = lines;
        }
        if (date.precision() != DatePrecision.YEAR) {
            told = date.start();
        }
        int found = date.end().getYear();
        boolean oneYear = date.start().getYear() == found;
        lastYear = oneYear ? (Integer) found : lastYear;
        if (date.basis() == Basis.COMPLETED
                && date.precision() == DatePrecision.DAY
                && Integer.valueOf(found).equals(yearOfSentence)) {
            // "In the spring of 2022 …, on 17 May": what follows goes on in that year.
            year = found;
        }
        if (date.basis() == Basis.RELATIVE && date.precision() == DatePrecision.YEAR && oneYear) {
            // "two years ago this week (28 March)".
            yearOfSentence = found;
            bareYear = false;
        }
        if (date.basis() != Basis.EXPLICIT) {
            return;
        }
        // A bare year or month is often a background: it lends its year only nearby, or where nothing else can.
        if (date.precision() == DatePrecision.DAY || !anchored) {
            year = found;
        }
        if (date.precision() != DatePrecision.YEAR) {
            yearOfSentence = found;
            bareYear = false;
        }
    }

    /** Takes in a date "of the next year" or "that year": what follows goes on in it. */
    void goOn(Resolved date) {
        year = date.end().getYear();
    }

    /** Takes in that a line names a month and nothing else: lines under it may open with a day. */
    void head(Resolved date) {
        headed = date.precision() == DatePrecision.MONTH
                && date.start().getMonth() == date.end().getMonth();
    }

    /** Takes in the months that the first lines say the text is about: « De janvier à avril 2012 ». */
    void span(Resolved date) {
        if (lines <= HEADING_LINES
                && date.basis() == Basis.EXPLICIT
                && date.precision() == DatePrecision.MONTH
                && date.start().getYear() == date.end().getYear()
                && date.start().getMonth() != date.end().getMonth()) {
            scope = date;
        }
    }

    /** Takes in the days that a heading says the text is about. */
    void cover(Resolved date) {
        long length = date.end().toEpochDay() - date.start().toEpochDay();
        if (lines <= HEADING_LINES
                && date.precision() == DatePrecision.DAY
                && length >= 2
                && length <= LONGEST_PERIOD) {
            period = date;
        }
    }

    /** The year of a day without one that heads a part of a chronology: that of the months which the text is about, or null. */
    @Nullable
    Integer yearInScope(RawDate.DayOf day) {
        if (scope == null || !day.year().is(YearRef.Kind.NONE) || day.hijri()) {
            return null;
        }
        return day.month() >= scope.start().getMonthValue()
                        && day.month() <= scope.end().getMonthValue()
                ? (Integer) scope.start().getYear()
                : null;
    }

    /** The last such day of the period that the text is about, or null. */
    @Nullable
    Resolved inPeriod(RawDate.Weekday weekday) {
        if (period == null || weekday.direction() != DateDirection.THIS) {
            return null;
        }
        var found = DateReckoning.resolve(weekday, period.end());
        return found == null || found.start().isBefore(period.start()) ? null : found;
    }

    /** Whether a day lies before the one told last. */
    boolean isPast(LocalDate date) {
        return told != null && date.isBefore(told);
    }

    /** Whether this paragraph told a day: what was "later" is so after that day, not after "today". */
    boolean isDayHere() {
        return day != null && lineOfDay == lines;
    }

    boolean isMonthHere() {
        return month != null && lineOfMonth == lines;
    }

    boolean hasMonth() {
        return month != null;
    }

    /** The days meant, or null where no date before tells. */
    @Nullable
    Resolved resolve(RawDate.InStory date, boolean sameSentence) {
        return switch (date) {
            case RawDate.Later later -> later(later, sameSentence);
            case RawDate.OnDay on -> onDay(on);
            case RawDate.OfTheMonth of -> onDay(new RawDate.OnDay(of.first(), of.last()));
            case RawDate.UnderMonth under ->
                month == null || !headed ? null : onDay(new RawDate.OnDay(under.first(), under.last()));
            case RawDate.InMonth in -> month == null ? null : inMonth(month, in.part());
            case RawDate.OtherWeekday other
            when other.step() == 0 -> {
                var same = byWeekday[other.weekday()];
                yield same == null ? null : completed(same, same, DatePrecision.DAY);
            }
            case RawDate.OtherWeekday other -> {
                var from = near(false);
                yield from == null ? null : weekday(other, from);
            }
        };
    }

    /** The last day told, where it is in this paragraph or one of the two before. */
    private @Nullable Resolved near(boolean sameLine) {
        return day != null && lines - lineOfDay <= (sameLine ? 0 : 2) ? day : null;
    }

    private @Nullable Resolved later(RawDate.Later later, boolean sameSentence) {
        var from = near(later.ofNext());
        int count = later.ofNext() && sameSentence && !later.settled() ? -later.count() : later.count();
        if (later.unit() == DateUnit.MONTH && month != null && lines - lineOfMonth <= 1) {
            // "in May 2022. Two months later": the month told last, of a day or alone.
            return inMonth(month.plusMonths(count), 0);
        }
        if (from == null) {
            return null;
        }
        var base = count > 0 ? from.end() : from.start();
        return switch (later.unit()) {
            case HOUR -> null;
            case DAY ->
                count == 0
                        ? completed(from.start(), from.end(), DatePrecision.DAY)
                        : completed(base.plusDays(count), base.plusDays(count), DatePrecision.DAY);
            case WEEK -> {
                var middle = base.plusWeeks(count);
                // "a week later" is the same weekday, "three weeks later" about that time.
                yield count == 1 && !later.ofNext()
                        ? completed(middle, middle, DatePrecision.DAY)
                        : completed(middle.minusDays(3), middle.plusDays(3), DatePrecision.WEEK);
            }
            case MONTH -> inMonth(base.withDayOfMonth(1).plusMonths(count), 0);
            case YEAR -> DateReckoning.partOfYear(base.getYear() + count, 0, Basis.COMPLETED);
        };
    }

    private @Nullable Resolved onDay(RawDate.OnDay on) {
        if (month == null || on.last() > month.lengthOfMonth()) {
            return null;
        }
        int first = on.first() == 0 ? month.lengthOfMonth() : on.first();
        int last = on.last() == 0 ? month.lengthOfMonth() : on.last();
        return completed(month.withDayOfMonth(first), month.withDayOfMonth(last), DatePrecision.DAY);
    }

    private static Resolved inMonth(LocalDate first, int part) {
        var last = first.plusMonths(1).minusDays(1);
        return part == 0
                ? completed(first, last, DatePrecision.MONTH)
                : DateReckoning.partOfMonth(first, last, part, Basis.COMPLETED);
    }

    private static Resolved weekday(RawDate.OtherWeekday other, Resolved from) {
        var weekday = DayOfWeek.of(other.weekday());
        var found = other.step() > 0
                ? from.end().with(TemporalAdjusters.next(weekday))
                : from.start().with(TemporalAdjusters.previous(weekday));
        return completed(found, found, DatePrecision.DAY);
    }

    private static Resolved completed(LocalDate start, LocalDate end, DatePrecision precision) {
        return new Resolved(start, end, precision, Basis.COMPLETED);
    }
}
