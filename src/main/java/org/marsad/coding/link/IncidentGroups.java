package org.marsad.coding.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Groups reports into incidents: what was decided by hand first, then the surest links, and none that would join two
 * reports that contradict each other. The same for any order of the input; and as links join only what they reach, it
 * may be done for each chain of linked reports alone.
 */
public final class IncidentGroups {
    /** Surer than any link. */
    private static final double DECIDED = 2;

    private final LinkDecisions decisions;

    public IncidentGroups(LinkDecisions decisions) {
        this.decisions = decisions;
    }

    /** Two reports that may be of one incident, and how sure that is. */
    public record Link(Report a, Report b, double confidence) {}

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
        var profiles = new ReportProfiles(decisions);
        var groups = new HashMap<String, Group>();
        reports.forEach(report -> groups.put(report.key(), new Group(report, profiles.of(report))));
        links.stream()
                .map(Ordered::of)
                .sorted(Comparator.comparingDouble(Ordered::confidence)
                        .reversed()
                        .thenComparing(Ordered::first)
                        .thenComparing(Ordered::second))
                .forEach(link -> join(groups, profiles, link));
        return groups.values().stream()
                .distinct()
                .map(group -> group.reports.stream()
                        .sorted(Comparator.comparing(Report::key))
                        .toList())
                .sorted(Comparator.comparing(group -> group.getFirst().key()))
                .toList();
    }

    /** A link by the keys of its reports, the lower first. */
    private record Ordered(String first, String second, double confidence) {
        static Ordered of(Link link) {
            var a = link.a().key();
            var b = link.b().key();
            return a.compareTo(b) < 0 ? new Ordered(a, b, link.confidence()) : new Ordered(b, a, link.confidence());
        }
    }

    /** Reports of one incident, and what another must not contradict. */
    private static final class Group {
        final List<Report> reports = new ArrayList<>();
        final Map<String, List<Report>> byArticle = new HashMap<>();
        final Set<Integer> profiles = new TreeSet<>();
        /** Known to contradict it, which they do for ever, as groups only grow. */
        final Set<Group> foes = new HashSet<>();

        Group(Report report, int profile) {
            reports.add(report);
            byArticle.put(report.article(), new ArrayList<>(List.of(report)));
            profiles.add(profile);
        }

        void take(Group other) {
            reports.addAll(other.reports);
            other.byArticle.forEach((article, more) ->
                    byArticle.computeIfAbsent(article, _ -> new ArrayList<>()).addAll(more));
            profiles.addAll(other.profiles);
            other.foes.forEach(foe -> {
                foe.foes.remove(other);
                foe.foes.add(this);
                foes.add(foe);
            });
        }
    }

    private void join(Map<String, Group> groups, ReportProfiles profiles, Ordered link) {
        var one = groups.get(link.first());
        var other = groups.get(link.second());
        if (one == other || one.foes.contains(other)) {
            return;
        }
        if (contradict(one, other, profiles)) {
            one.foes.add(other);
            other.foes.add(one);
            return;
        }
        boolean larger = one.reports.size() >= other.reports.size();
        var kept = larger ? one : other;
        var taken = larger ? other : one;
        taken.reports.forEach(report -> groups.put(report.key(), kept));
        kept.take(taken);
    }

    private boolean contradict(Group one, Group other, ReportProfiles profiles) {
        var fewer = one.byArticle.size() <= other.byArticle.size() ? one : other;
        var more = fewer == one ? other : one;
        for (var entry : fewer.byArticle.entrySet()) {
            for (var b : more.byArticle.getOrDefault(entry.getKey(), List.of())) {
                for (var a : entry.getValue()) {
                    if (!decisions.find(a, b).orElse(false)) {
                        return true;
                    }
                }
            }
        }
        for (int a : one.profiles) {
            for (int b : other.profiles) {
                if (profiles.contradict(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }
}
