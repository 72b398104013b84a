package org.marsad.curation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.text.Language;
import org.springframework.security.access.prepost.PreAuthorize;

/** The actors and the words for events as they are edited now, to be looked through. They are edited by {@link Curation}. */
public interface Lexicography {
    /**
     * An actor found.
     *
     * @param matched the name or id that was found
     * @param events stored events that it takes part in
     */
    record FoundActor(ActorState actor, String matched, int events) {}

    /**
     * A word that names events.
     *
     * @param known whether the coder knows it; else it was taken away by hand
     * @param own whether it does not come with Marsad
     */
    record ListedTrigger(TriggerWord word, boolean known, boolean own) {}

    /**
     * Actors by a name in any script, folded: those with a name that begins so first, then those with a word that does, or
     * whose id has it; of these, the ones of most events first. Retired ones are found too. Of an empty text all.
     */
    @PreAuthorize("hasRole('ADMIN')")
    List<FoundActor> searchActors(String text, int limit);

    /** An actor as it is now, retired or not. */
    @PreAuthorize("hasRole('ADMIN')")
    Optional<ActorState> findActor(String id);

    /**
     * Where the events of an actor are.
     *
     * @param lon degrees east, WGS 84
     * @param lat degrees north, WGS 84
     */
    record Haunt(String place, String name, double lon, double lat, int events) {}

    /** The places of the stored events that an actor takes part in, those of most events first. */
    @PreAuthorize("hasRole('ADMIN')")
    List<Haunt> listHaunts(String actor, int limit);

    /** Its versions, the newest first; the last is as the tables have it, where they have it. */
    @PreAuthorize("hasRole('ADMIN')")
    List<ActorState> listActorVersions(String id);

    /**
     * The words that name events, those of the table first, and such as were taken away by hand.
     *
     * @param text a part of the word, folded, or empty
     * @param language null for all
     * @param kind key of an {@link org.marsad.coding.reading.EventKind}, or null for all
     */
    @PreAuthorize("hasRole('ADMIN')")
    List<ListedTrigger> listTriggers(String text, @Nullable Language language, @Nullable String kind);
}
