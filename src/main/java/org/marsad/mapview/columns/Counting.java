package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.marsad.coding.event.Role;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.ViewCounts.Certainty;
import org.marsad.mapview.columns.ViewCounts.Time;
import org.marsad.mapview.columns.ViewCounts.Value;
import org.marsad.text.Language;

/**
 * Counts the rows of one snapshot on all processors, and keeps for filters that are asked with one range after another what
 * makes any range cheap.
 */
final class Counting {
    private static final int LEAST_ROWS_A_TASK = 1 << 16;
    private static final int DEFAULT_KM = 50;
    /** What is kept of filters may take so much. */
    private static final long SLICES_BYTES = 96L << 20;

    private final Vocabulary words;
    private final Figures figures;
    private final int minDay;
    private final int maxDay;
    private final Lru<SliceKey, List<Slice>> slices;
    private final Lru<SliceKey, Boolean> asked = new Lru<>(64);

    private record SliceKey(EventFilter filter, Set<Facet> facets, Unit unit) {}

    Counting(EventColumns base, EventColumns delta) {
        words = base.vocabulary;
        figures = new Figures(words);
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (var columns : List.of(base, delta)) {
            for (var bucket : columns.buckets) {
                if (!bucket.undated()) {
                    min = Math.min(min, bucket.minDay());
                    // A year's bucket may reach beyond its events' starts; its bins are then empty.
                    max = Math.max(max, Math.min(bucket.maxDay(), bucket.base() + 366));
                }
            }
        }
        minDay = min;
        maxDay = max;
        long slice = 4L * figures.length * Math.max(1, base.buckets.length);
        slices = new Lru<>(Math.clamp(SLICES_BYTES / slice, 2, 16));
    }

    int minDay() {
        return minDay;
    }

    int maxDay() {
        return maxDay;
    }

    ViewCounts count(
            EventFilter filter,
            List<RowFilter> filters,
            Set<Facet> facets,
            Unit unit,
            ExecutorService executor,
            Cancellation cancellation) {
        var bins = Bins.over(minDay, maxDay, unit);
        var corridor = filter.corridor();
        int km = corridor == null ? DEFAULT_KM : (int) corridor.km();
        Slice.Maker maker = () -> new Tally(figures, bins, facets, km);
        var key = new SliceKey(filter.withRange(null, null), facets, unit);
        var prepared = slices.find(key);
        if (prepared == null && asked.find(key) != null) {
            prepared = slices.get(key, () -> prepare(key.filter, filters, maker, executor));
        }
        asked.get(key, () -> true);
        var sum = maker.empty();
        if (prepared != null) {
            var all = maker.empty();
            for (int part = 0; part < filters.size(); part++) {
                prepared.get(part).add(filters.get(part), sum);
                all.plus(prepared.get(part).all);
            }
            return counts(filter, sum, all, bins, facets);
        }
        var tasks = new ArrayList<Task<Tally>>();
        for (var rows : filters) {
            for (var buckets : parts(rows.columns)) {
                tasks.add(() -> {
                    var tally = maker.empty();
                    for (int bucket : buckets) {
                        cancellation.check();
                        tally.add(rows, bucket, false);
                    }
                    return tally;
                });
            }
        }
        run(tasks, executor).forEach(sum::plus);
        sum.expand(filters.getFirst());
        return counts(filter, sum, sum, bins, facets);
    }

    /** Numbers of buckets that follow each other, as much work each as pays to hand to a thread. */
    private static List<int[]> parts(EventColumns columns) {
        int rows = Math.max(
                LEAST_ROWS_A_TASK, columns.size / (4 * Runtime.getRuntime().availableProcessors()));
        var parts = new ArrayList<int[]>();
        var buckets = columns.buckets;
        for (int from = 0, to; from < buckets.length; from = to) {
            to = from + 1;
            while (to < buckets.length && buckets[to].to() - buckets[from].from() <= rows) {
                to++;
            }
            parts.add(IntStream.range(from, to).toArray());
        }
        return parts;
    }

    private static List<Slice> prepare(
            EventFilter timeless, List<RowFilter> filters, Slice.Maker maker, ExecutorService executor) {
        var slices = new ArrayList<Slice>();
        for (var rows : filters) {
            var filter = rows.with(timeless);
            var tasks = parts(filter.columns).stream()
                    .map(buckets -> (Task<Slice.Part>) () -> Slice.Part.of(filter, buckets, maker))
                    .toList();
            slices.add(Slice.of(filter.columns, run(tasks, executor), maker));
        }
        return slices;
    }

    private static <T> List<T> run(List<? extends Task<T>> tasks, ExecutorService executor) {
        var results = new ArrayList<T>();
        if (tasks.size() == 1) {
            // Waking a thread takes longer than one alone does.
            results.add(tasks.getFirst().call());
            return results;
        }
        try {
            for (var future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while counting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private interface Task<T> extends Callable<T> {
        @Override
        T call();
    }

    private ViewCounts counts(EventFilter filter, Tally sum, Tally overTime, Bins bins, Set<Facet> facets) {
        return new ViewCounts(
                sum.figures[Figures.TOTAL],
                sum.figures[Figures.UNDATED],
                sum.figures[Figures.NOWHERE],
                sum.figures[Figures.IN_AREAS],
                filter.corridor() == null ? null : certainty(sum, Figures.CORRIDOR_CERTAIN),
                filter.area() == null ? null : certainty(sum, Figures.AREA_CERTAIN),
                facets.contains(Facet.TIME)
                        ? new Time(
                                bins.unit(),
                                bins.count() == 0 ? null : bins.start(0),
                                overTime.byBin,
                                overTime.violentByBin,
                                overTime.coarser,
                                overTime.outside,
                                overTime.undatedInTime)
                        : null,
                values(sum, facets));
    }

    private static Certainty certainty(Tally sum, int at) {
        return new Certainty(sum.figures[at], sum.figures[at + 1]);
    }

    private Map<Facet, List<Value>> values(Tally sum, Set<Facet> facets) {
        var result = new EnumMap<Facet, List<Value>>(Facet.class);
        for (var facet : facets) {
            switch (facet) {
                case TIME -> {}
                case TYPE -> put(result, facet, sum, figures.type, figures.actor, words.types()::word);
                case ACTOR -> put(result, facet, sum, figures.actor, figures.kind, words.actors()::word);
                case KIND -> put(result, facet, sum, figures.kind, figures.role, words.kinds()::word);
                case ROLE -> put(result, facet, sum, figures.role, figures.country, role -> Role.values()[role].word());
                case COUNTRY -> put(result, facet, sum, figures.country, figures.region, words.countries()::word);
                case REGION -> put(result, facet, sum, figures.region, figures.border, words.regions()::word);
                case BORDER -> put(result, facet, sum, figures.border, figures.language, words.borders()::word);
                case LANGUAGE ->
                    put(result, facet, sum, figures.language, figures.source, bit -> Language.values()[bit].tag());
                case SOURCE -> put(result, facet, sum, figures.source, figures.precision, words.sources()::word);
                case PRECISION -> put(result, facet, sum, figures.precision, figures.length, Integer::toString);
            }
        }
        return result;
    }

    private static void put(
            Map<Facet, List<Value>> result, Facet facet, Tally sum, int from, int to, IntFunction<String> word) {
        result.put(
                facet,
                IntStream.range(0, to - from)
                        .filter(i -> sum.figures[from + i] > 0)
                        .mapToObj(i -> new Value(word.apply(i), sum.figures[from + i]))
                        .sorted(Comparator.comparingInt(Value::count).reversed().thenComparing(Value::id))
                        .toList());
    }
}
