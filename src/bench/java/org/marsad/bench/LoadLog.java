package org.marsad.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What many users wrote down: how long each request took, and what went wrong. */
final class LoadLog {
    private final Map<String, ConcurrentLinkedQueue<Double>> times = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();
    private final AtomicInteger errors = new AtomicInteger();

    void answered(String route, double millis) {
        times.computeIfAbsent(route, key -> new ConcurrentLinkedQueue<>()).add(millis);
    }

    void failed(String how) {
        errors.incrementAndGet();
        faults.computeIfAbsent(how, key -> new AtomicInteger()).incrementAndGet();
    }

    int errors() {
        return errors.get();
    }

    int requests() {
        return times.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
    }

    Map<String, AtomicInteger> faults() {
        return faults;
    }

    /** By route; of all as {@code all}. */
    Map<String, Timings> timings() {
        var result = new TreeMap<String, Timings>();
        times.forEach((route, all) -> result.put(
                route, Timings.of(all.stream().mapToDouble(Double::doubleValue).toArray())));
        result.put(
                "all",
                Timings.of(times.values().stream()
                        .flatMap(ConcurrentLinkedQueue::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
        return result;
    }
}
