package org.marsad.snapshot.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Things at places on the page, brought together until each has room: first those that fall into one cell of a grid, then
 * neighbours whose discs would lie over each other, the larger taking the smaller (as the dashboard does,
 * frontend/marsad-cells.ts). The order given does not matter to where groups are; it is kept within groups.
 */
final class Crowd<T> {
    /** Things drawn as one. */
    static final class Group<T> {
        private final List<T> members = new ArrayList<>();
        private double weight;
        private double x;
        private double y;
        private int order;

        List<T> members() {
            return members;
        }

        double weight() {
            return weight;
        }

        double x() {
            return x / weight;
        }

        double y() {
            return y / weight;
        }

        private void add(Group<T> other) {
            members.addAll(other.members);
            weight += other.weight;
            x += other.x;
            y += other.y;
        }
    }

    private final double cell;
    private final Map<Long, Group<T>> cells = new HashMap<>();

    /** @param cell side of the grid's cells in points */
    Crowd(double cell) {
        this.cell = cell;
    }

    void add(T thing, double x, double y, double weight) {
        var group = cells.computeIfAbsent(key(x, y), at -> {
            var fresh = new Group<T>();
            fresh.order = cells.size();
            return fresh;
        });
        group.members.add(thing);
        group.weight += weight;
        group.x += x * weight;
        group.y += y * weight;
    }

    private long key(double x, double y) {
        return (long) Math.floor(y / cell) << 32 ^ (long) Math.floor(x / cell) & 0xffffffffL;
    }

    /** @param radius of a disc for so much weight, in points */
    List<Group<T>> groups(ToDoubleFunction<Group<T>> radius) {
        List<Group<T>> groups = new ArrayList<>(cells.values());
        groups.sort(Comparator.comparingInt(group -> group.order));
        for (int pass = 0; pass < 8; pass++) {
            var joined = joined(groups, radius);
            if (joined.size() == groups.size()) {
                return joined;
            }
            groups = joined;
        }
        return groups;
    }

    private List<Group<T>> joined(List<Group<T>> groups, ToDoubleFunction<Group<T>> radius) {
        var largestFirst = new ArrayList<>(groups);
        largestFirst.sort(
                Comparator.comparingDouble((Group<T> group) -> -group.weight).thenComparingInt(group -> group.order));
        double reach = 2 * largestFirst.stream().mapToDouble(radius).max().orElse(1);
        var kept = new ArrayList<Group<T>>();
        var grid = new HashMap<Long, List<Group<T>>>();
        for (var group : largestFirst) {
            var taker = taker(group, grid, reach, radius);
            if (taker != null) {
                taker.add(group);
            } else {
                kept.add(group);
                long key =
                        (long) Math.floor(group.y() / reach) << 32 ^ (long) Math.floor(group.x() / reach) & 0xffffffffL;
                grid.computeIfAbsent(key, at -> new ArrayList<>()).add(group);
            }
        }
        kept.sort(Comparator.comparingInt(group -> group.order));
        return kept;
    }

    private static <T> @Nullable Group<T> taker(
            Group<T> group, Map<Long, List<Group<T>>> grid, double reach, ToDoubleFunction<Group<T>> radius) {
        long column = (long) Math.floor(group.x() / reach);
        long row = (long) Math.floor(group.y() / reach);
        for (long dy = -1; dy <= 1; dy++) {
            for (long dx = -1; dx <= 1; dx++) {
                for (var other : grid.getOrDefault(row + dy << 32 ^ column + dx & 0xffffffffL, List.of())) {
                    double apart = Math.hypot(other.x() - group.x(), other.y() - group.y());
                    if (apart < 0.92 * (radius.applyAsDouble(other) + radius.applyAsDouble(group))) {
                        return other;
                    }
                }
            }
        }
        return null;
    }
}
