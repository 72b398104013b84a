package org.marsad.snapshot.sheet;

import org.jspecify.annotations.Nullable;

/**
 * An event as the sheet shows it.
 *
 * @param version of the event when it was frozen
 * @param precision UCDP where_prec, 1 to 7
 * @param type PLOVER type
 * @param typeLabel in the sheet's language
 * @param actorKind kind of its first perpetrator, else of its first actor (gazetteer/actors.csv), or empty
 * @param date in the sheet's language, or empty for an undated event
 * @param deaths reported, or null where no source says
 * @param certain whether it is certainly in the corridor or area of the filter; null where the filter has none
 */
public record SheetEvent(
        long id,
        long version,
        Where where,
        int precision,
        String type,
        String typeLabel,
        String actorKind,
        String date,
        @Nullable Integer deaths,
        @Nullable Boolean certain) {
    public SheetEvent {
        if (precision < 1 || precision > 7) {
            throw new IllegalArgumentException("where_prec " + precision);
        }
    }
}
