package org.marsad.curation;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * The gazetteer, edited, and the actors and words for events with it: every edit can be rehearsed, is applied as a whole or not at all, and can be taken back.
 *
 * <p>Guaranteed: a rehearsal changes nothing and says what applying would do, to the event, as long as nobody changes
 * anything in between; applying changes the gazetteer, the mentions, the events, their borders and the history in one
 * transaction, raises the gazetteer's version by one, and the map follows by itself; what is stored afterwards is what coding
 * every stored article anew with the new gazetteer would have given. After an undo with nothing in between, places, mentions
 * and events (their ids too) are as they were.
 *
 * <p>The roles are checked on each call, so a thread of one's own needs the caller's security context.
 */
public interface Curation {
    /** Told how far a rehearsal or an edit is; asked now and then whether to give up. */
    interface Progress extends BooleanSupplier {
        /** So many of so many articles are coded anew. */
        void coded(int articles, int of);

        /** Whether the caller has lost interest; the call then ends with a {@link java.util.concurrent.CancellationException}. */
        @Override
        default boolean getAsBoolean() {
            return false;
        }

        /** Tells nobody. */
        Progress NONE = (_, _) -> {};
    }

    /** Where an admin has it from, and why. */
    record Why(@Nullable String source, @Nullable String note) {
        public static final Why UNSAID = new Why(null, null);
    }

    /**
     * A place found.
     *
     * @param matched the name that was found
     * @param km distance, where one was asked for
     */
    record Found(PlaceState place, String matched, @Nullable Double km) {}

    /** The gazetteer's version: how many changesets there are. */
    @PreAuthorize("hasRole('ANALYST')")
    long version();

    /**
     * Places by a name in any script: with a name that begins so, spelling folded; then such as sound so in either script;
     * the exact and the populous first. Retired places are not found.
     */
    @PreAuthorize("hasRole('ANALYST')")
    List<Found> search(String text, int limit);

    /** A place as it is now, retired or not. */
    @PreAuthorize("hasRole('ANALYST')")
    Optional<PlaceState> find(String place);

    /** Its versions, the newest first; the last is as the sources have it, where they have it. */
    @PreAuthorize("hasRole('ANALYST')")
    List<PlaceState> listVersions(String place);

    /** Places within some km of a point (degrees), the nearest first. */
    @PreAuthorize("hasRole('ANALYST')")
    List<Found> listNear(double lon, double lat, double km, int limit);

    /** Other places with a name of these, folded; the nearest to the point first. */
    @PreAuthorize("hasRole('ANALYST')")
    List<Found> listNamesakes(List<String> names, double lon, double lat, @Nullable String except, int limit);

    /** What is wrong with an edit, or may be: quick, without coding anything; asked while the admin types. */
    @PreAuthorize("hasRole('ADMIN')")
    List<Problem> check(Edit edit);

    /**
     * What an edit would do. Codes only articles whose text it can affect; where those are more than can be coded in some
     * seconds, a sample of them, and says so: see {@link Rehearsal#exact}.
     *
     * @param everything code all of them, however long it takes
     * @throws EditRefused where it cannot even be tried
     * @throws EditConflict where the place has changed since the admin saw it
     */
    @PreAuthorize("hasRole('ADMIN')")
    Rehearsal rehearse(Edit edit, boolean everything, Progress progress);

    /**
     * Applies an edit.
     *
     * @param by the admin's account
     * @throws EditRefused where one of its problems forbids it
     * @throws EditConflict where the place has changed since the admin saw it
     */
    @PreAuthorize("hasRole('ADMIN')")
    Changeset apply(Edit edit, String by, Why why, Progress progress);

    /**
     * What an undo would do.
     *
     * @throws UndoRefused as {@link #undo}
     */
    @PreAuthorize("hasRole('ADMIN')")
    Rehearsal rehearseUndo(long version, boolean everything, Progress progress);

    /**
     * Takes a changeset back, also one that is not the last: what later changesets did stays. It is a changeset itself.
     *
     * @throws UndoRefused where there is no such changeset, it was taken back already, or a later one changed what it
     *     changed: which one is named
     */
    @PreAuthorize("hasRole('ADMIN')")
    Changeset undo(long version, String by, Why why, Progress progress);

    /**
     * The changesets, the newest first.
     *
     * @param before only those of a lower version; {@link Long#MAX_VALUE} for the newest
     */
    @PreAuthorize("hasRole('ADMIN')")
    List<Changeset> history(long before, int limit);

    /** Those that changed a place, the newest first. */
    @PreAuthorize("hasRole('ADMIN')")
    List<Changeset> historyOf(String place);

    /** Those that changed an actor, the newest first. */
    @PreAuthorize("hasRole('ADMIN')")
    List<Changeset> historyOfActor(String actor);

    /** What a changeset did to mentions and events when it was applied; its counts of corridors too. */
    @PreAuthorize("hasRole('ADMIN')")
    Optional<Rehearsal> findEffect(long version);
}
