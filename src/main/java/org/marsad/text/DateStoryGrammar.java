package org.marsad.text;

import org.jspecify.annotations.Nullable;

/** Dates reckoned from another in the text: « le lendemain », "two days later", «بعد ذلك بيومين». */
final class DateStoryGrammar {
    private final DateLexemes x;
    private final DateRelativeGrammar relatives;

    DateStoryGrammar(DateLexemes lexemes, DateRelativeGrammar relatives) {
        this.x = lexemes;
        this.relatives = relatives;
    }

    @Nullable
    DateMatch named(int at) {
        if (x.has(at, DateCue.MONTH_END)) {
            return DateMatch.of(new RawDate.OnDay(0, 0), at, at + 1);
        }
        // « Au lendemain de l'attaque » needs the date of what follows.
        return x.has(at, DateCue.STORY_DAY) && !x.has(at + 1, DateCue.OF)
                ? DateMatch.of(new RawDate.Later(DateUnit.DAY, x.get(at, DateCue.STORY_DAY), false), at, at + 1)
                : null;
    }

    /** A count and a unit, with "later" behind or "after" before. */
    @Nullable
    DateMatch later(int at) {
        boolean before = x.has(at, DateCue.AFTER);
        int k = before ? at + 1 : at;
        if (before && x.isWord(k, "ب")) {
            k++;
        }
        int count = relatives.count(k);
        if (count > 0) {
            k++;
        } else if (!before) {
            return null;
        }
        if (!x.has(k, DateCue.UNIT)) {
            return null;
        }
        if (count == 0) {
            count = x.has(k, DateCue.COUNT) ? x.get(k, DateCue.COUNT) : 1;
        }
        int next = k + 1;
        var unit = DateUnit.values()[x.get(k, DateCue.UNIT)];
        if (count == 0 || count > 1000 || unit == DateUnit.HOUR) {
            return null;
        }
        if (before) {
            boolean other = relatives.pointsElsewhere(next) || x.startsWith(k, "ال");
            return other ? null : match(at, next, unit, count * x.get(at, DateCue.AFTER), x.has(next, DateCue.OF));
        }
        if (x.has(next, DateCue.LATER)) {
            return match(at, next + 1, unit, count * x.get(next, DateCue.LATER), false);
        }
        return x.has(next, DateCue.LATER_OF)
                ? match(
                        at,
                        next + 1,
                        unit,
                        count * x.get(next, DateCue.LATER_OF),
                        !x.isStop(next + 1) && !x.has(next + 1, DateCue.AND))
                : null;
    }

    private static DateMatch match(int at, int next, DateUnit unit, int count, boolean ofNext) {
        return DateMatch.of(new RawDate.Later(unit, count, ofNext), at, next);
    }

    /** "The following week", «الشهر نفسه». */
    static RawDate unit(DateUnit unit, int count, DateDirection direction) {
        boolean day = unit == DateUnit.DAY;
        int step = direction == DateDirection.NEXT ? 1 : direction.step();
        if (count != 1 || unit == DateUnit.HOUR) {
            return new RawDate.Unknown();
        }
        if (step != 0 || day) {
            return new RawDate.Later(unit, step, false);
        }
        return switch (unit) {
            case MONTH -> new RawDate.InMonth(0);
            case YEAR -> new RawDate.YearOf(YearRef.SAME, 0);
            default -> new RawDate.Unknown();
        };
    }

    static RawDate weekday(int weekday, DateDirection direction) {
        return direction == DateDirection.SAME
                ? new RawDate.Unknown()
                : new RawDate.OtherWeekday(weekday, direction.step());
    }
}
