package org.marsad.snapshot.sheet;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who made the sheet, when, with what, and how to check it.
 *
 * @param at when it was frozen; also the date in the files' metadata, so that the same sheet gives the same bytes
 * @param by the maker's name
 * @param software as {@code Marsad 0.1.0}
 * @param gazetteer its version
 * @param code short code
 * @param link where the sheet can be checked
 * @param seal first characters of the manifest's SHA-256, or empty before there is one
 * @param refreshes short code of the edition that this one replaces, or null
 */
public record Issue(
        OffsetDateTime at,
        String by,
        String software,
        String gazetteer,
        String code,
        String link,
        String seal,
        @Nullable String refreshes) {}
