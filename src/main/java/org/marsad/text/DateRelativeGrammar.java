package org.marsad.text;

import org.jspecify.annotations.Nullable;
import org.marsad.text.RawDate.Bound;

/** Dates reckoned from publication: «أمس», « mardi dernier », "two weeks ago", «الشهر الماضي». */
final class DateRelativeGrammar {
    private static final int SATURDAY = 6;

    private final DateLexemes x;
    private final DateYearGrammar years;

    DateRelativeGrammar(DateLexemes lexemes, DateYearGrammar years) {
        this.x = lexemes;
        this.years = years;
    }

    /** A weekday, or two that a night joins. */
    @Nullable
    DateMatch weekday(int at) {
        int k = x.has(at, DateCue.DIR) ? at + 1 : at;
        boolean weekend = x.has(k, DateCue.WEEKEND);
        // "on a Friday", « un vendredi de ramadan »: of some week.
        boolean some = x.isWord(at - 1, "un") || x.isWord(at - 1, "a") && x.isWord(at - 2, "on");
        if (some || !weekend && !x.has(k, DateCue.WEEKDAY)) {
            return null;
        }
        var direction = k > at ? years.direction(at, DateCue.DIR) : DateDirection.THIS;
        int first = weekend ? SATURDAY : x.get(k, DateCue.WEEKDAY);
        int other = weekend ? 0 : secondWeekday(at, k);
        int last = weekend ? SATURDAY + 1 : other > 0 ? x.get(other, DateCue.WEEKDAY) : 0;
        int next = (other > 0 ? other : k) + 1;
        if (x.has(next, DateCue.DIR_AFTER)) {
            direction = years.direction(next, DateCue.DIR_AFTER);
            next++;
        }
        var inWeek = direction == DateDirection.THIS && last == 0 ? ofWeek(at, first, next) : null;
        if (inWeek != null) {
            return inWeek;
        }
        return DateMatch.of(
                direction.isInStory()
                        ? DateStoryGrammar.weekday(first, direction)
                        : new RawDate.Weekday(first, last, direction),
                at,
                next);
    }

    /** « mercredi de la semaine dernière », "Friday of last week", «الأربعاء من الأسبوع الماضي». */
    private @Nullable DateMatch ofWeek(int at, int weekday, int next) {
        int k = next;
        while (k < next + 3 && (x.has(k, DateCue.OF) || x.has(k, DateCue.DET))) {
            k++;
        }
        var unit = unit(k);
        return unit != null
                        && unit.date() instanceof RawDate.UnitOf of
                        && of.unit() == DateUnit.WEEK
                        && of.count() == 1
                        && of.bound() == Bound.WHOLE
                ? DateMatch.of(new RawDate.WeekdayOfWeek(weekday, of.direction()), at, unit.next())
                : null;
    }

    /** The lexeme of the second weekday of a range, or 0. */
    private int secondWeekday(int at, int k) {
        int link = x.has(k + 1, DateCue.TIME) ? k + 2 : k + 1;
        if (x.has(link + 1, DateCue.WEEKDAY)
                && (x.has(link, DateCue.TO)
                        || x.has(link, DateCue.DASH)
                        || x.has(link, DateCue.SLASH)
                        || x.has(link, DateCue.AND) && x.has(at - 1, DateCue.BETWEEN))) {
            return link + 1;
        }
        boolean several = x.has(at - 1, DateCue.DAYCUE) && x.get(at - 1, DateCue.DAYCUE) == 2;
        if (several && x.has(link, DateCue.AND) && x.has(link + 1, DateCue.WEEKDAY) && isNext(k, link + 1)) {
            return link + 1;
        }
        boolean night = x.has(at - 1, DateCue.NIGHT) || x.has(at - 2, DateCue.NIGHT);
        return night && x.has(link, DateCue.WEEKDAY) && isNext(k, link) ? link : 0;
    }

    private boolean isNext(int k, int other) {
        return x.get(k, DateCue.WEEKDAY) % 7 + 1 == x.get(other, DateCue.WEEKDAY);
    }

    /** Today, yesterday … where these words mean the day of publication. */
    @Nullable
    DateMatch offset(int at) {
        if (!x.has(at, DateCue.OFFSET)) {
            return null;
        }
        int days = x.get(at, DateCue.OFFSET);
        // "the Mali of today" names no day, "the attack of yesterday" does.
        boolean barred = x.has(at - 1, DateCue.NOT_TODAY) && (x.get(at - 1, DateCue.NOT_TODAY) == 1 || days >= 0);
        if (barred) {
            return null;
        }
        int k = x.has(at + 1, DateCue.COMMA) || x.has(at + 1, DateCue.OPEN) ? at + 2 : at + 1;
        if (days <= 0 && x.has(k, DateCue.WEEKDAY)) {
            return DateMatch.of(new RawDate.Weekday(x.get(k, DateCue.WEEKDAY), 0, DateDirection.THIS), at, k + 1);
        }
        // «اليوم الوطني» is "the national day", «صباح اليوم» is this morning.
        boolean theDay = days == 0 && x.has(at, DateCue.UNIT) && isNamed(at + 1) && !x.has(at - 1, DateCue.TIME);
        return theDay || x.has(at + 1, DateCue.DIR_AFTER) ? null : DateMatch.of(new RawDate.Offset(days), at, at + 1);
    }

    /** Whether a word says of «اليوم» which day it is: «اليوم التالي», «اليوم الوطني»; not so in «ألقت اليوم القبض على». */
    private boolean isNamed(int next) {
        return x.has(next, DateCue.DAY_NAME)
                ? x.get(next, DateCue.DAY_NAME) == 1
                : x.startsWith(next, "ال") && x.endsWith(next, "ي") && !x.isWord(next, "الي")
                        || x.has(next, DateCue.DIR_AFTER);
    }

    /** «قبل يومين», « il y a trois semaines », "two weeks ago". */
    @Nullable
    DateMatch ago(int at) {
        if (x.has(at, DateCue.VAGUE)) {
            return DateMatch.of(new RawDate.FewDaysAgo(), at, at + 1);
        }
        int from = x.has(at, DateCue.AGO) ? at + 1 : at;
        int k = from;
        int count = count(k);
        if (count > 0) {
            k++;
        }
        if (!x.has(k, DateCue.UNIT)) {
            return null;
        }
        if (count == 0) {
            count = x.has(k, DateCue.COUNT) ? x.get(k, DateCue.COUNT) : 1;
        }
        int next = k + 1;
        if (from == at) {
            if (!x.has(next, DateCue.AGO_AFTER)) {
                return null;
            }
            next++;
        } else if (pointsElsewhere(next) || x.startsWith(k, "ال")) {
            return null;
        }
        var unit = DateUnit.values()[x.get(k, DateCue.UNIT)];
        boolean week = x.has(next, DateCue.DIR) && x.has(next + 1, DateCue.UNIT) && !x.has(next + 1, DateCue.COUNT);
        if (unit == DateUnit.YEAR && week) {
            // "two years ago this week".
            next += 2;
        }
        boolean known = count > 0 && unit != DateUnit.HOUR && count < 1000;
        return DateMatch.of(known ? new RawDate.Ago(unit, count) : new RawDate.Unknown(), at, next);
    }

    /** «قبل عام 2012», «قبل شهر رمضان», «منذ يوم الاثنين»: what follows is the date. */
    boolean pointsElsewhere(int next) {
        return x.has(next, DateCue.YEAR)
                || x.has(next, DateCue.DIR_AFTER)
                || x.has(next, DateCue.MONTH)
                || x.has(next, DateCue.HIJRI)
                || x.has(next, DateCue.WEEKDAY)
                || x.has(next, DateCue.DAY)
                || x.has(next, DateCue.DAYWORD);
    }

    int count(int k) {
        if (x.has(k, DateCue.NUMBER)) {
            return x.get(k, DateCue.NUMBER);
        }
        return x.has(k, DateCue.CARDINAL) ? x.get(k, DateCue.CARDINAL) : 0;
    }

    /** "Last week", « ces deux dernières semaines », «الساعات الـ24 الماضية», "earlier this month". */
    @Nullable
    DateMatch unit(int at) {
        boolean bounded = x.has(at, DateCue.EARLIER);
        int k = bounded ? at + 1 : at;
        while (k < at + 4 && isSmall(k, bounded)) {
            k++;
        }
        int start = k;
        @Nullable DateDirection direction = null;
        int count = 0;
        for (int steps = 0; steps < 3 && !x.has(k, DateCue.UNIT); steps++) {
            if (x.has(k, DateCue.DIR) || x.has(k, DateCue.DIR_AFTER) && k > start) {
                direction = years.direction(k, x.has(k, DateCue.DIR) ? DateCue.DIR : DateCue.DIR_AFTER);
            } else if (count(k) > 0 && count == 0) {
                count = count(k);
            } else {
                return null;
            }
            k++;
        }
        boolean several = count > 0 && direction != null && direction.isInStory();
        if (!x.has(k, DateCue.UNIT) || x.has(k - 1, DateCue.GENERAL) || several) {
            return null;
        }
        int noun = k;
        k++;
        if (direction == null || direction == DateDirection.THIS) {
            int behind = k;
            if (x.has(behind, DateCue.DET)) {
                behind++;
            }
            if (count == 0 && count(behind) > 0 && x.has(behind + 1, DateCue.DIR_AFTER)) {
                count = count(behind);
                behind++;
            }
            if (x.has(behind, DateCue.DIR_AFTER)) {
                direction = years.direction(behind, DateCue.DIR_AFTER);
                k = behind + 1;
            }
        }
        if (direction == null && bounded && k - 1 > at + 1) {
            direction = DateDirection.THIS;
        }
        return direction == null ? null : unit(at, noun, k, count, direction);
    }

    private DateMatch unit(int at, int noun, int next, int count, DateDirection direction) {
        var unit = DateUnit.values()[x.get(noun, DateCue.UNIT)];
        int number = count > 0 ? count : x.has(noun, DateCue.COUNT) ? x.get(noun, DateCue.COUNT) : 1;
        boolean oneDay = unit == DateUnit.DAY && number == 1 || unit == DateUnit.HOUR && number < 12;
        if (direction.isInStory() || direction == DateDirection.NEXT && unit == DateUnit.DAY && number == 1) {
            return DateMatch.of(DateStoryGrammar.unit(unit, number, direction), at, next);
        }
        if (number == 0 || number > 1000 || oneDay) {
            return DateMatch.of(new RawDate.Unknown(), at, next);
        }
        var bound =
                !x.has(at, DateCue.EARLIER) ? Bound.WHOLE : x.get(at, DateCue.EARLIER) == 1 ? Bound.SO_FAR : Bound.REST;
        boolean week = unit == DateUnit.WEEK && number == 1 && bound == Bound.WHOLE;
        int day = x.has(next, DateCue.DAYCUE) || x.isWord(next, "on") ? next + 1 : next;
        // "last week on Tuesday", «الأسبوع الماضي يوم الثلاثاء».
        return week && x.has(day, DateCue.WEEKDAY)
                ? DateMatch.of(new RawDate.WeekdayOfWeek(x.get(day, DateCue.WEEKDAY), direction), at, day + 1)
                : DateMatch.of(new RawDate.UnitOf(unit, number, direction, 0, bound), at, next);
    }

    private boolean isSmall(int k, boolean bounded) {
        return x.has(k, DateCue.DET) && !x.has(k, DateCue.UNIT)
                || bounded && (x.has(k, DateCue.OF) || x.has(k, DateCue.IN));
    }
}
