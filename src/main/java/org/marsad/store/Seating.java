package org.marsad.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Which event each of some groups of reports is: that which most of its reports are in, the oldest of equals, or a new one; the
 * largest group chooses first.
 *
 * @param groups by event
 * @param fresh events that are new
 * @param changed events that have other reports than before, the new ones among them
 * @param left events that have none any more
 */
record Seating(Map<Long, List<StoredReport>> groups, Set<Long> fresh, Set<Long> changed, Set<Long> left) {
    /**
     * @param groups reports in event 0 are in none yet
     * @param allocate so many ids for new events
     */
    static Seating of(List<List<StoredReport>> groups, IntFunction<List<Long>> allocate) {
        var before = new HashMap<Long, Set<Long>>();
        groups.forEach(group -> group.stream()
                .filter(one -> one.event() != 0)
                .forEach(one -> before.computeIfAbsent(one.event(), _ -> new HashSet<>())
                        .add(one.id())));
        var seated = new LinkedHashMap<Long, List<StoredReport>>();
        var unseated = new java.util.ArrayList<List<StoredReport>>();
        groups.stream()
                .sorted(Comparator.<List<StoredReport>>comparingInt(List::size).reversed())
                .forEach(group -> {
                    long event = eventOf(group, seated.keySet());
                    if (event == 0) {
                        unseated.add(group);
                    } else {
                        seated.put(event, group);
                    }
                });
        var fresh = new LinkedHashSet<>(allocate.apply(unseated.size()));
        var ids = fresh.iterator();
        unseated.forEach(group -> seated.put(ids.next(), group));
        var changed = new TreeSet<Long>();
        seated.forEach((event, group) -> {
            if (!group.stream()
                    .map(StoredReport::id)
                    .collect(Collectors.toSet())
                    .equals(before.get(event))) {
                changed.add(event);
            }
        });
        var left = new TreeSet<>(before.keySet());
        left.removeAll(seated.keySet());
        return new Seating(seated, fresh, changed, left);
    }

    /** 0 for none that is free. */
    private static long eventOf(List<StoredReport> group, Set<Long> taken) {
        var counts = group.stream()
                .map(StoredReport::event)
                .filter(event -> event != 0 && !taken.contains(event))
                .collect(Collectors.groupingBy(event -> event, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Long, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    Map<Long, Long> eventOfReport() {
        var events = new HashMap<Long, Long>();
        groups.forEach((event, group) -> group.forEach(one -> events.put(one.id(), event)));
        return events;
    }
}
