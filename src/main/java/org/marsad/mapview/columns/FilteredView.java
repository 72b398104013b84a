package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.Histogram.Unit;

/** A snapshot through a filter that was made ready: the rows of its corridor, area and words are found. */
public final class FilteredView {
    private final EventFilter filter;
    /** Of the snapshot's base, and of what has changed since. */
    private final List<RowFilter> filters;

    private final CellGrid grid;
    private final int[] kindOfSet;
    private final Counting counting;

    FilteredView(EventFilter filter, List<RowFilter> filters, CellGrid grid, int[] kindOfSet, Counting counting) {
        this.filter = filter;
        this.filters = filters;
        this.grid = grid;
        this.kindOfSet = kindOfSet;
        this.counting = counting;
    }

    /** A vector tile; see {@code docs/api.md}. */
    public RepeatingBytes tile(int z, int x, int y, TileForm form, Cancellation cancellation) {
        var parts = List.of(
                new EventTiles.Part(filters.get(0), grid, kindOfSet),
                new EventTiles.Part(filters.get(1), null, kindOfSet));
        return EventTiles.tile(parts, z, x, y, form, cancellation);
    }

    /**
     * All figures. The second time that a filter is asked with another range it is prepared for any.
     *
     * @param unit of the histogram
     */
    public ViewCounts count(Set<Facet> facets, Unit unit, ExecutorService executor, Cancellation cancellation) {
        return counting.count(filter, filters, facets, unit, executor, cancellation);
    }

    /** Where events are that are known by an area or a border only. */
    public List<AreaCount> areas() {
        var words = filters.getFirst().columns.vocabulary;
        var known = words.areas();
        var n = new int[known.size()];
        var violent = new int[n.length];
        var certain = new int[n.length];
        int assault = words.types().find("ASSAULT");
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
                    result.add(Brief.of(rows, bucket, row));
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
        var result = new HashMap<Integer, Brief>();
        for (var rows : filters) {
            for (var bucket : rows.columns.buckets) {
                for (int row = bucket.from(); row < bucket.to(); row++) {
                    if (ids.contains(rows.columns.id[row]) && (rows.hidden == null || !rows.hidden.get(row))) {
                        result.put(rows.columns.id[row], Brief.of(rows, bucket, row));
                    }
                }
            }
        }
        return result;
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
}
