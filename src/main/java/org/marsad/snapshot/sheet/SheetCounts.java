package org.marsad.snapshot.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the filter selects, in numbers.
 *
 * @param total events selected
 * @param undated of those, without a date
 * @param nowhere of those, without a place: listed, not on the map
 * @param certain of those, certainly in the corridor or area; null where the filter has none
 * @param possible of those, known only by an area that meets it; null where the filter has none
 * @param types per PLOVER type, most first
 */
public record SheetCounts(
        long total,
        long undated,
        long nowhere,
        @Nullable Long certain,
        @Nullable Long possible,
        List<TypeCount> types) {
    public SheetCounts {
        types = List.copyOf(types);
    }

    /** @param label in the sheet's language */
    public record TypeCount(String type, String label, long count) {}
}
