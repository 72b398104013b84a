package org.marsad.actor;

import org.jspecify.annotations.Nullable;

/**
 * An actor of the registry, or one composed of a country and an institution.
 *
 * @param name English display name
 * @param nameAr Arabic display name; the English one where none is known
 * @param nameFr French display name; the English one where none is known
 * @param kind {@code state-forces}, {@code government}, {@code rebel}, {@code militia}, … (see {@code gazetteer/README.md})
 * @param inter ACLED's interaction code, 1–8
 * @param sector PLOVER sector code: GOV, MIL, REB …
 * @param country ISO 3166-1 alpha-2 of the state it belongs to, or null
 * @param parent the actor it is part of, or null
 */
public record Actor(
        ActorId id,
        String name,
        String nameAr,
        String nameFr,
        String kind,
        int inter,
        String sector,
        @Nullable String country,
        @Nullable ActorId parent) {
    /** By the id alone, which tells actors apart: they are looked up in sets all the time. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
