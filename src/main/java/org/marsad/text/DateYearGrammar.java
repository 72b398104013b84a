package org.marsad.text;

import org.jspecify.annotations.Nullable;

/** Years behind a month, and years by themselves. */
final class DateYearGrammar {
    private static final int YEAR = DateUnit.YEAR.ordinal();

    private final DateLexemes x;

    DateYearGrammar(DateLexemes lexemes) {
        this.x = lexemes;
    }

    /** A year reference and the lexeme after it. */
    record After(YearRef year, int next) {}

    /** The year behind a month or day; {@link YearRef#NONE} where none stands there. */
    After after(int at, boolean hijri) {
        int k = at;
        for (int skipped = 0; skipped < 3 && isBetween(k); skipped++) {
            k++;
        }
        if (hijri ? x.has(k, DateCue.HIJRI_YEAR) : isYear(k)) {
            var year = YearRef.given(x.get(k, DateCue.NUMBER));
            return new After(year, x.has(k + 1, DateCue.ERA) ? k + 2 : k + 1);
        }
        var relative = relative(k);
        if (relative != null) {
            return relative;
        }
        if (x.has(at, DateCue.DIR_AFTER)) {
            return new After(YearRef.of(direction(at, DateCue.DIR_AFTER)), at + 1);
        }
        return new After(YearRef.NONE, at);
    }

    private boolean isBetween(int k) {
        return x.has(k, DateCue.COMMA)
                || x.has(k, DateCue.OF)
                || x.has(k, DateCue.YEARCUE) && !x.has(k + 1, DateCue.DIR_AFTER)
                || x.has(k, DateCue.DET)
                || (x.has(k, DateCue.SLASH) || x.has(k, DateCue.DASH)) && x.touches(k);
    }

    /** «العام الماضي», "last year", "de cette année", or null. */
    @Nullable
    After relative(int k) {
        if (x.has(k, DateCue.DIR) && isUnit(k + 1)) {
            var direction = direction(k, DateCue.DIR);
            // "of the next year" is that after the year told, "of next year" that after publication.
            boolean told = direction == DateDirection.NEXT && x.isWord(k - 1, "the");
            return new After(YearRef.ofYear(told ? DateDirection.FOLLOWING : direction), k + 2);
        }
        if (isUnit(k) && x.has(k + 1, DateCue.DIR_AFTER)) {
            return new After(YearRef.ofYear(direction(k + 1, DateCue.DIR_AFTER)), k + 2);
        }
        return null;
    }

    /** A year with a word before it that says so; a bare number is none. */
    @Nullable
    DateMatch alone(int at) {
        int k = at;
        while (k < at + 2 && x.has(k, DateCue.YEARCUE)) {
            k++;
        }
        if (!isYear(k) || x.has(at - 1, DateCue.GENERAL)) {
            return null;
        }
        boolean paired = x.has(at - 1, DateCue.BETWEEN) || x.has(at - 1, DateCue.FROM) || k > at;
        if (paired && isYear(k + 2) && isLink(k + 1) && x.get(k, DateCue.YEAR) < x.get(k + 2, DateCue.YEAR)) {
            return DateMatch.of(new RawDate.Through(year(k), year(k + 2)), at, k + 3);
        }
        boolean said = k > at || x.has(at - 1, DateCue.IN) || x.has(at - 1, DateCue.SINCE);
        return said || x.has(at - 1, DateCue.BETWEEN) ? DateMatch.of(year(k), at, k + 1) : null;
    }

    private boolean isLink(int k) {
        return x.has(k, DateCue.TO) || x.has(k, DateCue.AND) || x.has(k, DateCue.DASH);
    }

    private RawDate year(int k) {
        return new RawDate.YearOf(YearRef.given(x.get(k, DateCue.YEAR)), 0);
    }

    /** A number that can be a year and counts nothing. */
    boolean isYear(int k) {
        return x.has(k, DateCue.YEAR) && !x.has(k + 1, DateCue.COUNTED) && !x.isGlued(k);
    }

    private boolean isUnit(int k) {
        return x.has(k, DateCue.UNIT)
                && x.get(k, DateCue.UNIT) == YEAR
                && !x.has(k, DateCue.COUNT)
                && !x.has(k - 1, DateCue.GENERAL);
    }

    DateDirection direction(int k, DateCue cue) {
        return DateDirection.values()[x.get(k, cue)];
    }
}
