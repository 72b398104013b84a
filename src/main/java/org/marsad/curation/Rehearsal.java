package org.marsad.curation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an edit does to the stored articles and the map, or would do.
 *
 * @param version the gazetteer's version that it was worked out against
 * @param exact whether all that could be affected was coded anew; else the counts are estimates from a sample, and the
 *     lists show the sample's
 * @param affected articles whose text could be affected
 * @param recoded of those, how many were coded anew
 * @param changed articles in which anything is different
 * @param mentionsChanged how many mentions change place, appear or vanish
 * @param mentions the first {@value #MOST} of them
 * @param eventsChanged how many events move, appear, merge, vanish or change otherwise
 * @param events the first {@value #MOST} of them
 * @param eventIds all events that are different, those that are gone and those that are new (whose ids may be others once
 *     it is applied)
 * @param borders corridors whose counts change
 * @param snapshots issued snapshots that show any of the events, the newest first
 * @param problems to be shown before it is applied
 * @param speakers mentions of actors that change; null in what was kept before these were counted
 */
public record Rehearsal(
        long version,
        boolean exact,
        int affected,
        int recoded,
        int changed,
        int mentionsChanged,
        List<MentionEffect> mentions,
        int eventsChanged,
        List<EventEffect> events,
        Set<Long> eventIds,
        List<BorderEffect> borders,
        List<TouchedSnapshot> snapshots,
        List<Problem> problems,
        Duration took,
        @Nullable Speakers speakers) {
    /** Rows of a list. */
    public static final int MOST = 500;

    public Rehearsal {
        mentions = List.copyOf(mentions);
        events = List.copyOf(events);
        eventIds = Set.copyOf(eventIds);
        borders = List.copyOf(borders);
        snapshots = List.copyOf(snapshots);
        problems = List.copyOf(problems);
    }

    /**
     * How far it was worked out.
     *
     * @param version the gazetteer's version that it was worked out against
     * @param scale by which the counts are multiplied, where only a sample was coded
     */
    record Reckoning(long version, boolean exact, int affected, int recoded, double scale) {
        private int of(int count) {
            return (int) Math.round(count * scale);
        }
    }

    static Rehearsal of(
            Effects.Found found,
            Reckoning how,
            List<TouchedSnapshot> snapshots,
            List<Problem> problems,
            Duration took) {
        return new Rehearsal(
                how.version(),
                how.exact(),
                how.affected(),
                how.recoded(),
                how.of(found.articles()),
                how.of(found.mentions().size()),
                found.mentions().stream().limit(MOST).toList(),
                how.of(found.events().size()),
                found.events().stream().limit(MOST).toList(),
                found.eventIds(),
                found.borders(),
                snapshots,
                problems,
                took,
                new Speakers(
                        how.of(found.actors().size()),
                        found.actors().stream().limit(MOST).toList()));
    }

    /** An issued snapshot, by the code on it. */
    public record TouchedSnapshot(String code, String title) {}

    /** Mentions of actors that change. */
    public Speakers ofActors() {
        return speakers == null ? new Speakers(0, List.of()) : speakers;
    }

    /**
     * Mentions of actors that change.
     *
     * @param changed how many
     * @param mentions the first {@value #MOST} of them
     */
    public record Speakers(int changed, List<ActorEffect> mentions) {
        public Speakers {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * A mention that means another actor than before.
     *
     * @param begin code points from the document's start
     * @param end exclusive
     * @param before the actor's id, or null where it was no mention of one
     * @param after the same now
     */
    public record ActorEffect(
            long article,
            String title,
            int begin,
            int end,
            String text,
            @Nullable String before,
            @Nullable String after) {}

    /** Whether anything of the edit's own stands against applying it. */
    public boolean isRefused() {
        return problems.stream().anyMatch(Problem::refused);
    }

    /**
     * A mention that means another place than before.
     *
     * @param begin code points from the document's start
     * @param end exclusive
     * @param before null where it was no mention, or of an undecided place
     * @param after null where it is no mention any more, or of an undecided place
     * @param appeared whether it was no mention before
     * @param vanished whether it is none any more
     */
    public record MentionEffect(
            long article,
            String title,
            int begin,
            int end,
            String text,
            @Nullable String before,
            @Nullable String after,
            boolean appeared,
            boolean vanished) {}

    /** What becomes of an event. */
    public enum Fate {
        MOVED,
        APPEARED,
        /** Its reports are in another event now. */
        MERGED,
        VANISHED,
        /** Same place, other date, type, actors or figures. */
        CORRECTED
    }

    /**
     * Where an event is.
     *
     * @param places their ids
     * @param placeNames their names, in the same order
     * @param lon of its middle, degrees east, or null where its place is unknown
     * @param lat of its middle, degrees north, or null
     * @param wherePrecision UCDP where_prec
     * @param actors who takes part: {@code jnim perpetrator}; null in what was kept before this was noted
     */
    public record Whereabouts(
            List<String> places,
            List<String> placeNames,
            @Nullable Double lon,
            @Nullable Double lat,
            int wherePrecision,
            @Nullable String border,
            @Nullable List<String> actors) {}

    /**
     * An event that is different.
     *
     * @param event its id; of one that appears, only once it is applied
     * @param type PLOVER
     * @param start ISO date, or null
     * @param into the event that took its reports over, for {@link Fate#MERGED}
     */
    public record EventEffect(
            long event,
            Fate fate,
            String type,
            @Nullable String start,
            @Nullable Whereabouts before,
            @Nullable Whereabouts after,
            @Nullable Long into) {}

    /**
     * A corridor's count of events.
     *
     * @param border {@code ML-SN}
     * @param km width of the corridor on each side
     */
    public record BorderEffect(String border, int km, long before, long after) {}
}
