package org.marsad.mapview.columns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.Role;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Countries;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.ViewCounts.Certainty;
import org.marsad.mapview.columns.ViewCounts.Time;
import org.marsad.mapview.columns.ViewCounts.Value;
import org.marsad.text.Language;

/**
 * One state of the model: many events as they were at the last full build, less those that have changed since, and the few
 * that have. Immutable; what is worked out for a filter is kept for the next that asks.
 */
public final class Snapshot {
    private static final int ROWS_A_TASK = 1 << 18;
    private static final int DEFAULT_KM = 50;

    private final EventColumns base;
    private final @Nullable BitSet hidden;
    private final EventColumns delta;
    private final CellGrid grid;
    private final Figures figures;
    private final int[] kindOfSet;
    private final int minDay;
    private final int maxDay;
    private final AreaDistances distances;
    private final String version;
    private final Instant asOf;
    private final Lru<CorridorKey, List<Membership>> corridors = new Lru<>(24);
    private final Lru<DrawnArea, List<Membership>> areas = new Lru<>(16);
    private final Lru<String, List<BitSet>> texts = new Lru<>(16);
    private final Lru<SliceKey, List<Slice>> slices = new Lru<>(16);
    private final Lru<SliceKey, Boolean> asked = new Lru<>(64);

    private record CorridorKey(BorderId border, double km) {}

    private record SliceKey(EventFilter filter, Set<Facet> facets, Unit unit) {}

    private Snapshot(
            EventColumns base,
            @Nullable BitSet hidden,
            EventColumns delta,
            CellGrid grid,
            AreaDistances distances,
            String version,
            Instant asOf) {
        this.base = base;
        this.hidden = hidden;
        this.delta = delta;
        this.grid = grid;
        this.distances = distances;
        this.version = version;
        this.asOf = asOf;
        figures = new Figures(base.vocabulary);
        kindOfSet = base.vocabulary.kindsOfSets();
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
    }

    /** A full build. */
    public static Snapshot of(EventColumns base, Borders borders, String version, Instant asOf) {
        var grid = new CellGrid(base, base.vocabulary.types().find("ASSAULT"));
        var none = new EventColumnsBuilder(base.vocabulary, 0).build();
        return new Snapshot(base, null, none, grid, new AreaDistances(borders), version, asOf);
    }

    /** A builder that holds what has changed since the base was built, but for some events that have changed again. */
    public EventColumnsBuilder changesBut(BitSet ids) {
        var builder = new EventColumnsBuilder(base.vocabulary, delta.size + 16);
        builder.addAll(delta, rowsOf(delta, ids));
        return builder;
    }

    /**
     * The same base with further changes.
     *
     * @param ids of the events that have changed, or are no more
     * @param changes all that has changed since the base was built, from {@link #changesBut}
     */
    public Snapshot with(BitSet ids, EventColumns changes, String newVersion, Instant at) {
        var gone = rowsOf(base, ids);
        if (hidden != null) {
            gone.or(hidden);
        }
        return new Snapshot(base, gone.isEmpty() ? null : gone, changes, grid, distances, newVersion, at);
    }

    /** The columns of a new base that holds everything. */
    public EventColumns merged() {
        var builder = new EventColumnsBuilder(base.vocabulary, size());
        builder.addAll(base, hidden);
        builder.addAll(delta, null);
        return builder.build();
    }

    /** Equal for equal content; of letters, digits and hyphens. */
    public String version() {
        return version;
    }

    public Instant asOf() {
        return asOf;
    }

    public int size() {
        return base.size - (hidden == null ? 0 : hidden.cardinality()) + delta.size;
    }

    /** Events that have changed since the last full build. */
    public int changes() {
        return delta.size + (hidden == null ? 0 : hidden.cardinality());
    }

    public Vocabulary vocabulary() {
        return base.vocabulary;
    }

    /** First day that an event begins on and the last that one may end on, of 1970; null where none is dated. */
    public int @Nullable [] days() {
        return maxDay < minDay ? null : new int[] {minDay, maxDay};
    }

    /** A filter's words, and the ids of the events that have them all. */
    public interface TextSearch {
        BitSet ids(String text);
    }

    /** A filter made ready: the rows of its corridor, area and words found. */
    public final class View {
        private final EventFilter filter;
        private final @Nullable List<Membership> corridor;
        private final @Nullable List<Membership> area;
        private final @Nullable List<BitSet> text;
        private final List<RowFilter> filters = new ArrayList<>();

        private View(
                EventFilter filter,
                @Nullable List<Membership> corridor,
                @Nullable List<Membership> area,
                @Nullable List<BitSet> text) {
            this.filter = filter;
            this.corridor = corridor;
            this.area = area;
            this.text = text;
            for (int part = 0; part < 2; part++) {
                filters.add(new RowFilter(
                        filter,
                        part == 0 ? base : delta,
                        corridor == null ? null : corridor.get(part),
                        area == null ? null : area.get(part),
                        text == null ? null : text.get(part),
                        part == 0 ? hidden : null));
            }
        }

        /** A vector tile; see {@code docs/api.md}. */
        public byte[] tile(int z, int x, int y, @Nullable Boolean points, Cancellation cancellation) {
            var parts = List.of(
                    new EventTiles.Part(filters.get(0), grid, kindOfSet),
                    new EventTiles.Part(filters.get(1), null, kindOfSet));
            var form =
                    points == null ? EventTiles.Form.EITHER : points ? EventTiles.Form.POINTS : EventTiles.Form.CELLS;
            return EventTiles.tile(parts, z, x, y, form, cancellation);
        }

        /**
         * All figures. The second time that a filter is asked with another range it is prepared for any.
         *
         * @param unit of the histogram
         */
        public ViewCounts count(Set<Facet> facets, Unit unit, ExecutorService executor, Cancellation cancellation) {
            var bins = Bins.over(minDay, maxDay, unit);
            Slice.Maker maker = () -> new Tally(figures, bins, facets, corridorKm());
            var key = new SliceKey(filter.withRange(null, null), facets, unit);
            var prepared = slices.find(key);
            if (prepared == null && asked.find(key) != null) {
                var timeless = new View(key.filter, corridor, area, text);
                prepared = slices.get(key, () -> prepare(timeless, maker, executor));
            }
            asked.get(key, () -> true);
            var sum = maker.empty();
            if (prepared != null) {
                for (int part = 0; part < filters.size(); part++) {
                    prepared.get(part).add(filters.get(part), sum);
                }
                return counts(sum, combined(prepared, maker), bins, facets);
            }
            var tasks = new ArrayList<Callable<Tally>>();
            for (var rows : filters) {
                tasks.addAll(tasks(rows, maker, cancellation));
            }
            run(tasks, executor).forEach(sum::plus);
            return counts(sum, sum, bins, facets);
        }

        private int corridorKm() {
            var corridor = filter.corridor();
            return corridor == null ? DEFAULT_KM : (int) corridor.km();
        }

        private ViewCounts counts(Tally sum, Tally overTime, Bins bins, Set<Facet> facets) {
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

        /** Where events are that are known by an area or a border only. */
        public List<AreaCount> areas() {
            var known = base.vocabulary.areas();
            var n = new int[known.size()];
            var violent = new int[n.length];
            var certain = new int[n.length];
            int assault = base.vocabulary.types().find("ASSAULT");
            for (var rows : filters) {
                eachSelected(rows, true, (bucket, row) -> {
                    int area = Morton.area(rows.columns.morton[row]);
                    if (area >= 0) {
                        n[area]++;
                        violent[area] += rows.columns.type[row] == assault ? 1 : 0;
                        certain[area] += rows.hasCertainty() && rows.isCertain(row) ? 1 : 0;
                    }
                });
            }
            return IntStream.range(0, n.length)
                    .filter(area -> n[area] > 0)
                    .mapToObj(area -> new AreaCount(known.get(area), n[area], violent[area], certain[area]))
                    .toList();
        }

        /** Each selected event of an area, in no order. */
        public List<Brief> inArea(int area) {
            var result = new ArrayList<Brief>();
            for (var rows : filters) {
                eachSelected(rows, true, (bucket, row) -> {
                    if (Morton.area(rows.columns.morton[row]) == area) {
                        result.add(brief(rows, bucket, row));
                    }
                });
            }
            return result;
        }

        /** A page in some order; see {@link Pages}. */
        public Pages.Page page(Pages.Order order, Pages.@Nullable Cursor after, int offset, int limit) {
            var pages = new Pages(order, after, offset, limit);
            for (var rows : filters) {
                eachSelected(
                        rows,
                        false,
                        (bucket, row) -> pages.offer(
                                rows.columns.id[row],
                                bucket.undated() ? EventRow.UNDATED : bucket.base() + rows.columns.day[row],
                                rows.columns.deaths[row] - 1,
                                rows.columns.wherePrecision(row)));
            }
            return pages.page();
        }

        /** What the model knows of events by their ids. */
        public Map<Integer, Brief> briefs(Set<Integer> ids) {
            var result = new java.util.HashMap<Integer, Brief>();
            for (var rows : filters) {
                for (var bucket : rows.columns.buckets) {
                    for (int row = bucket.from(); row < bucket.to(); row++) {
                        if (ids.contains(rows.columns.id[row]) && (rows.hidden == null || !rows.hidden.get(row))) {
                            result.put(rows.columns.id[row], brief(rows, bucket, row));
                        }
                    }
                }
            }
            return result;
        }
    }

    /**
     * @param certain of {@code n}, certainly in the filter's corridor and drawn area; 0 where it has neither
     */
    public record AreaCount(KnownArea area, int n, int violent, int certain) {}

    /**
     * What the model knows of an event without asking the database.
     *
     * @param start day of 1970, or {@link EventRow#UNDATED}
     * @param deaths -1 for none
     * @param actors ids
     */
    public record Brief(
            int id,
            int start,
            int end,
            int datePrecision,
            String type,
            int wherePrecision,
            int deaths,
            List<Participant> actors,
            @Nullable Boolean certain) {}

    public record Participant(String actor, Role role) {}

    public View view(EventFilter filter, TextSearch search) {
        var corridor = filter.corridor();
        var area = filter.area();
        var inCorridor = corridor == null
                ? null
                : corridors.get(
                        new CorridorKey(corridor.border(), corridor.km()),
                        () -> eachPart(
                                columns -> Memberships.corridor(columns, corridor.border(), corridor.km(), distances)));
        var inArea = area == null
                ? null
                : areas.get(area.area(), () -> {
                    var countries = Set.copyOf(
                            Countries.builtIn().listMeeting(area.area().outline()));
                    return eachPart(columns -> Memberships.area(columns, area.area(), countries));
                });
        var withText = filter.text().isEmpty()
                ? null
                : texts.get(filter.text(), () -> {
                    var ids = search.ids(filter.text());
                    return eachPart(columns -> rowsOf(columns, ids));
                });
        return new View(filter, inCorridor, inArea, withText);
    }

    private <T> List<T> eachPart(Function<EventColumns, T> work) {
        return List.of(work.apply(base), work.apply(delta));
    }

    private static BitSet rowsOf(EventColumns columns, BitSet ids) {
        var rows = new BitSet(columns.size);
        for (int row = 0; row < columns.size; row++) {
            if (ids.get(columns.id[row])) {
                rows.set(row);
            }
        }
        return rows;
    }

    private interface Selected {
        void row(Bucket bucket, int row);
    }

    private static void eachSelected(RowFilter filter, boolean unplaced, Selected selected) {
        for (var bucket : filter.columns.buckets) {
            if (!filter.mayMeet(bucket)) {
                continue;
            }
            boolean covered = filter.covers(bucket);
            for (int row = unplaced ? bucket.placed() : bucket.from(); row < bucket.to(); row++) {
                if ((covered || filter.testTime(bucket, row)) && filter.testRest(row)) {
                    selected.row(bucket, row);
                }
            }
        }
    }

    private static Brief brief(RowFilter rows, Bucket bucket, int row) {
        var columns = rows.columns;
        var words = columns.vocabulary;
        int start = bucket.undated() ? EventRow.UNDATED : bucket.base() + columns.day[row];
        var actors = new ArrayList<Participant>();
        for (int item : words.who.get(columns.who[row])) {
            for (var role : Role.values()) {
                if ((item >> role.ordinal() & 1) != 0) {
                    actors.add(new Participant(words.actors().word(item >>> Vocabulary.ROLE_BITS), role));
                }
            }
        }
        return new Brief(
                columns.id[row],
                start,
                bucket.undated() ? start : start + columns.length[row],
                columns.datePrecision(row),
                words.types().word(columns.type[row]),
                columns.wherePrecision(row),
                columns.deaths[row] - 1,
                actors,
                rows.hasCertainty() ? rows.isCertain(row) : null);
    }

    private static List<Callable<Tally>> tasks(RowFilter rows, Slice.Maker maker, Cancellation cancellation) {
        var tasks = new ArrayList<Callable<Tally>>();
        var buckets = rows.columns.buckets;
        for (int from = 0, to; from < buckets.length; from = to) {
            to = from + 1;
            while (to < buckets.length && buckets[to].to() - buckets[from].from() <= ROWS_A_TASK) {
                to++;
            }
            int first = from;
            int last = to;
            tasks.add(() -> {
                var tally = maker.empty();
                for (int bucket = first; bucket < last; bucket++) {
                    cancellation.check();
                    tally.add(rows, bucket, false);
                }
                tally.expand(rows);
                return tally;
            });
        }
        return tasks;
    }

    private static List<Slice> prepare(View timeless, Slice.Maker maker, ExecutorService executor) {
        return run(
                timeless.filters.stream()
                        .map(rows -> (Callable<Slice>) () -> Slice.of(rows, maker))
                        .toList(),
                executor);
    }

    private static Tally combined(List<Slice> parts, Slice.Maker maker) {
        var sum = maker.empty();
        parts.forEach(part -> sum.plus(part.all));
        return sum;
    }

    private static <T> List<T> run(List<Callable<T>> tasks, ExecutorService executor) {
        try {
            var results = new ArrayList<T>();
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

    private static Certainty certainty(Tally sum, int at) {
        return new Certainty(sum.figures[at], sum.figures[at + 1]);
    }

    private Map<Facet, List<Value>> values(Tally sum, Set<Facet> facets) {
        var words = base.vocabulary;
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
