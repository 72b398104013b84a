package org.marsad.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Groups reports into incidents by the links between them. Quadratic: callers hand it one time and region at a time. */
final class IncidentGroups {
    private IncidentGroups() {}

    private record Link(int a, int b, double confidence) {}

    static List<List<CodedEvent>> of(List<CodedEvent> events) {
        var sorted =
                events.stream().sorted(Comparator.comparing(CodedEvent::id)).toList();
        var links = new ArrayList<Link>();
        var confidence = new double[sorted.size()][sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                double sure = IncidentLinker.confidence(sorted.get(i), sorted.get(j));
                confidence[i][j] = sure;
                confidence[j][i] = sure;
                if (sure >= IncidentLinker.THRESHOLD) {
                    links.add(new Link(i, j, sure));
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::confidence)
                .reversed()
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b));
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < sorted.size(); i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        for (var link : links) {
            var one = groups.get(link.a());
            var other = groups.get(link.b());
            boolean clash =
                    one.stream().anyMatch(i -> other.stream().anyMatch(j -> confidence[i][j] == 0 && !i.equals(j)));
            if (one != other && !clash) {
                one.addAll(other);
                other.forEach(i -> groups.set(i, one));
            }
        }
        return groups.stream()
                .distinct()
                .map(group -> group.stream().sorted().map(sorted::get).toList())
                .toList();
    }
}
