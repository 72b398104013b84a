package org.marsad.mapview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventSummary.Deaths;

/**
 * What became of an event between two moments.
 *
 * @param at of the last change
 * @param before how it was at first; null where it was not there yet
 * @param after how it is or was at last; null where it is gone or new
 * @param into the event that took it over, or null
 * @param now the event as it stands; null where it is gone
 */
public record EventChange(
        long event,
        Instant at,
        Set<Kind> kinds,
        @Nullable State before,
        @Nullable State after,
        @Nullable Long into,
        @Nullable EventSummary now) {

    /** What can become of an event; the order is the one they are shown in. */
    public enum Kind {
        NEW,
        MOVED,
        CORRECTED,
        MERGED,
        SOURCES,
        WITHDRAWN;

        /** As in the database and in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * How an event was.
     *
     * @param places by their names in the reader's language
     * @param actors likewise
     * @param deaths null where no source gave a figure
     */
    public record State(
            String plover,
            String acledSub,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            String datePrecision,
            int wherePrecision,
            @Nullable String border,
            @Nullable Double lat,
            @Nullable Double lon,
            List<String> places,
            List<String> actors,
            @Nullable Deaths deaths,
            int sources) {}
}
