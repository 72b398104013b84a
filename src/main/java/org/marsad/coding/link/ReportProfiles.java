package org.marsad.coding.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.marsad.coding.event.EventDate;
import org.marsad.gazetteer.Place;
import org.marsad.geo.BorderId;

/**
 * What of reports can contradict another: most of a town and a day say the same, so that it is compared once, whatever their
 * number. A report that something was decided about has a profile of its own.
 */
final class ReportProfiles {
    private final LinkDecisions decisions;
    private final Map<Profile, Integer> numbers = new HashMap<>();
    /** A report of each profile, by its number. */
    private final List<Report> examples = new ArrayList<>();

    private final Map<Long, Boolean> contradictions = new HashMap<>();

    ReportProfiles(LinkDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param published only where the event has no date: else it says nothing more
     * @param line only of a border
     * @param decided key of a report that something was decided about
     */
    private record Profile(
            String family,
            EventDate date,
            @Nullable LocalDate published,
            List<Place> places,
            @Nullable BorderId border,
            @Nullable Geometry line,
            @Nullable String decided) {
        static Profile of(Report report, boolean isDecided) {
            var event = report.event();
            return new Profile(
                    IncidentLinker.family(event.type()),
                    event.date(),
                    event.date().start() == null ? report.published() : null,
                    event.places(),
                    event.border(),
                    event.border() == null ? null : event.geometry(),
                    isDecided ? report.key() : null);
        }
    }

    /** The number of a report's profile. */
    int of(Report report) {
        return numbers.computeIfAbsent(Profile.of(report, decisions.concern(report)), _ -> {
            examples.add(report);
            return examples.size() - 1;
        });
    }

    /** Whether reports of two profiles contradict each other, of whatever articles. */
    boolean contradict(int a, int b) {
        return a != b
                && contradictions.computeIfAbsent((long) Math.min(a, b) << 32 | Math.max(a, b), _ -> {
                    var one = examples.get(a);
                    var other = examples.get(b);
                    return decisions
                            .find(one, other)
                            .map(together -> !together)
                            .orElseGet(() -> IncidentLinker.contradict(one, other));
                });
    }
}
