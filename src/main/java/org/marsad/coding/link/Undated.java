package org.marsad.coding.link;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventDate;

/** What the days of publication say of two events, one of which at least has no date. */
enum Undated {
    /** Told at the same time. */
    TOGETHER,
    /** Nothing. */
    OPEN,
    /** One was told before the other happened. */
    NEVER;

    /** Days between two articles that tell of the same thing as news. */
    static final int DAYS_BETWEEN = 3;

    /** Days after which an article still tells of a thing as news. */
    static final int DAYS_AFTER = 7;

    static Undated compare(EventDate a, @Nullable LocalDate aPublished, EventDate b, @Nullable LocalDate bPublished) {
        if (a.start() != null) {
            return of(a, bPublished);
        }
        if (b.start() != null) {
            return of(b, aPublished);
        }
        boolean together = aPublished != null
                && bPublished != null
                && Math.abs(ChronoUnit.DAYS.between(aPublished, bPublished)) <= DAYS_BETWEEN;
        return together ? TOGETHER : OPEN;
    }

    /** A dated event, and when an article told of an undated one. */
    private static Undated of(EventDate dated, @Nullable LocalDate published) {
        if (published == null || dated.start() == null || dated.end() == null) {
            return OPEN;
        }
        if (dated.start().isAfter(published.plusDays(1))) {
            return NEVER;
        }
        return dated.end().isBefore(published.minusDays(DAYS_AFTER))
                        || dated.end().isAfter(published.plusDays(1))
                ? OPEN
                : TOGETHER;
    }
}
