package org.marsad.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups reports into incidents: what was decided by hand first, then the surest links, and none that would join two
 * reports that contradict each other. The same for any order of the input; and as links join only what they reach, it
 * may be done for each chain of linked reports alone.
 */
public final class IncidentGroups {
    /** Surer than any link. */
    private static final double DECIDED = 2;

    private final LinkDecisions decisions;
    private final Map<Pair, Boolean> contradictions = new HashMap<>();

    public IncidentGroups(LinkDecisions decisions) {
        this.decisions = decisions;
    }

    /** Two reports that may be of one incident, and how sure that is. */
    public record Link(Report a, Report b, double confidence) {}

    private record Pair(String a, String b) {
        static Pair of(Report a, Report b) {
            return a.key().compareTo(b.key()) < 0 ? new Pair(a.key(), b.key()) : new Pair(b.key(), a.key());
        }
    }

    /** How sure it is that two reports are of one incident; 0 where they contradict each other or were parted by hand. */
    public double confidence(Report a, Report b) {
        return decisions
                .find(a, b)
                .map(together -> together ? DECIDED : 0.0)
                .orElseGet(() -> IncidentLinker.confidence(a, b));
    }

    /** Compares all with all: callers hand it one time and region at a time. */
    public List<List<Report>> of(Collection<Report> reports) {
        var list = List.copyOf(reports);
        var links = new ArrayList<Link>();
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                double sure = confidence(list.get(i), list.get(j));
                if (sure >= IncidentLinker.THRESHOLD) {
                    links.add(new Link(list.get(i), list.get(j), sure));
                }
            }
        }
        return of(list, links);
    }

    /**
     * @param links all those at or above {@link IncidentLinker#THRESHOLD}
     * @return each incident as its reports by key; the incidents in the order of their first
     */
    public List<List<Report>> of(Collection<Report> reports, Collection<Link> links) {
        var groups = new HashMap<String, List<Report>>();
        reports.forEach(report -> groups.put(report.key(), new ArrayList<>(List.of(report))));
        links.stream()
                .sorted(Comparator.comparingDouble(Link::confidence)
                        .reversed()
                        .thenComparing(link -> Pair.of(link.a(), link.b()).a())
                        .thenComparing(link -> Pair.of(link.a(), link.b()).b()))
                .forEach(link -> join(groups, link));
        Set<List<Report>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(groups.values());
        return distinct.stream()
                .map(group ->
                        group.stream().sorted(Comparator.comparing(Report::key)).toList())
                .sorted(Comparator.comparing(group -> group.getFirst().key()))
                .toList();
    }

    private void join(Map<String, List<Report>> groups, Link link) {
        var one = groups.get(link.a().key());
        var other = groups.get(link.b().key());
        if (one == other || one.stream().anyMatch(a -> other.stream().anyMatch(b -> contradict(a, b)))) {
            return;
        }
        one.addAll(other);
        other.forEach(report -> groups.put(report.key(), one));
    }

    private boolean contradict(Report a, Report b) {
        return contradictions.computeIfAbsent(Pair.of(a, b), _ -> confidence(a, b) == 0);
    }
}
