package org.marsad.mapview.columns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Countries;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventFilter;

/**
 * One state of the model: many events as they were at the last full build, less those that have changed since, and the few
 * that have. Immutable; what is worked out for a filter is kept for the next that asks.
 */
public final class Snapshot {
    private final EventColumns base;
    private final @Nullable BitSet hidden;
    private final EventColumns delta;
    private final CellGrid grid;
    private final Counting counting;
    private final int[] kindOfSet;
    private final AreaDistances distances;
    private final String version;
    private final Instant asOf;
    private final Lru<CorridorKey, List<Membership>> corridors = new Lru<>(24);
    private final Lru<DrawnArea, List<Membership>> areas = new Lru<>(16);
    private final Lru<String, List<BitSet>> texts = new Lru<>(16);

    private record CorridorKey(BorderId border, double km) {}

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
        counting = new Counting(base, delta);
        kindOfSet = base.vocabulary.kindsOfSets();
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
        int first = counting.minDay();
        int last = counting.maxDay();
        return last < first ? null : new int[] {first, last};
    }

    /** A filter's words, and the ids of the events that have them all. */
    public interface TextSearch {
        BitSet ids(String text);
    }

    public FilteredView view(EventFilter filter, TextSearch search) {
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
        var filters = new ArrayList<RowFilter>();
        for (int part = 0; part < 2; part++) {
            filters.add(new RowFilter(
                    filter,
                    part == 0 ? base : delta,
                    inCorridor == null ? null : inCorridor.get(part),
                    inArea == null ? null : inArea.get(part),
                    withText == null ? null : withText.get(part),
                    part == 0 ? hidden : null));
        }
        return new FilteredView(filter, filters, grid, kindOfSet, counting);
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
}
