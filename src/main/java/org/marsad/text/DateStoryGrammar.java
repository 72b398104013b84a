package org.marsad.text;

import org.jspecify.annotations.Nullable;

/** Dates reckoned from another in the text: « le lendemain », "two days later", «بعد ذلك بيومين». */
final class DateStoryGrammar {
    /** The value of "the day before", which needs a stop behind it. */
    private static final int BEFORE = -2;

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
        // « le jour même de cette visite » is that of what was told.
        boolean back = x.has(at, DateCue.STORY_DAY)
                && x.get(at, DateCue.STORY_DAY) == 0
                && (x.isWord(at + 2, "cette") || x.isWord(at + 2, "ce") || x.isWord(at + 2, "cet"));
        if (!x.has(at, DateCue.STORY_DAY) || x.has(at + 1, DateCue.OF) && !back) {
            return null;
        }
        // "… the day before." and "had the day before shelled" are of the day told before; "the day before the vote" is
        // of
        // the vote.
        int days = x.get(at, DateCue.STORY_DAY);
        return days > BEFORE || x.isStop(at + 1) || x.has(at + 1, DateCue.COMMA) || x.isWord(at - 1, "had")
                ? DateMatch.of(new RawDate.Later(DateUnit.DAY, Math.max(-1, days), false), at, at + 1)
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
        } else if (!before && !(x.has(k, DateCue.UNIT) && x.has(k, DateCue.COUNT))) {
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
        // "The attack came ten days after two assaults": reckoned back from what was told last.
        if (x.has(at - 1, DateCue.CAME) && x.has(next, DateCue.LATER_OF)) {
            return match(at, next + 1, unit, -count * x.get(next, DateCue.LATER_OF), false);
        }
        if (x.has(next, DateCue.LATER)) {
            return match(at, next + 1, unit, count * x.get(next, DateCue.LATER), false);
        }
        if (!x.has(next, DateCue.LATER_OF)) {
            return null;
        }
        boolean ofNext = !x.isStop(next + 1) && !x.has(next + 1, DateCue.AND);
        // "120 were killed, five years after the lorry that killed 600": of what is named next the day is reckoned
        // back;
        // "Five days after the raid, soldiers came" is of what follows.
        boolean opens = (at <= 2 || x.isParted(at - 2, at)) && !x.has(at - 1, DateCue.COMMA);
        int steps = count * x.get(next, DateCue.LATER_OF);
        return ofNext && !opens
                ? DateMatch.of(new RawDate.Later(unit, -steps, true, true), at, next + 1)
                : match(at, next + 1, unit, steps, ofNext);
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
        return new RawDate.OtherWeekday(weekday, direction.step());
    }
}
