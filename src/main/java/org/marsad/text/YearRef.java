package org.marsad.text;

import java.time.LocalDate;

/**
 * How a text says which year a day or month belongs to.
 *
 * @param value the year, the years from publication or from the date before, or the {@link DateDirection}'s ordinal,
 *     by kind
 */
record YearRef(Kind kind, int value) {
    static final YearRef NONE = new YearRef(Kind.NONE, 0);
    static final YearRef SAME = new YearRef(Kind.SAME, 0);

    enum Kind {
        NONE,
        /** The year itself. */
        GIVEN,
        /** "of last year". */
        OFFSET,
        /** «سبتمبر الماضي»: the last such month or day. */
        DIRECTION,
        /** "of the same year" as a date before it, or of the one after or before that. */
        SAME
    }

    static YearRef given(int year) {
        return new YearRef(Kind.GIVEN, year);
    }

    static YearRef of(DateDirection direction) {
        return direction.isInStory() ? SAME : new YearRef(Kind.DIRECTION, direction.ordinal());
    }

    static YearRef ofYear(DateDirection direction) {
        return switch (direction) {
            case LAST -> new YearRef(Kind.OFFSET, -1);
            case THIS -> new YearRef(Kind.OFFSET, 0);
            case NEXT -> new YearRef(Kind.OFFSET, 1);
            case FOLLOWING, PRECEDING, SAME -> new YearRef(Kind.SAME, direction.step());
        };
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    DateDirection direction() {
        return DateDirection.values()[value];
    }

    /** The year of {@link Kind#OFFSET}. */
    int from(LocalDate published) {
        return published.getYear() + value;
    }
}
