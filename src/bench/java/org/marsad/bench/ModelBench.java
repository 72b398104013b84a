package org.marsad.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.mapview.columns.TileForm;

/** The model alone: its size, how long it takes to build, and its answers without server and compression. */
final class ModelBench {
    private static final EventFilter YEAR = EventFilter.ALL
            .withUndated(false)
            .withRange(YearFilter.day(YearFilter.FROM), YearFilter.day(YearFilter.TO - 1));

    private final BenchFigures figures;

    ModelBench(BenchFigures figures) {
        this.figures = figures;
    }

    void run(SyntheticEvents events) throws Exception {
        var model = build(events, figures);
        try (var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            counts(model, executor);
            brush(model, executor);
        }
        for (int z : new int[] {3, 5, 7}) {
            tiles(model, z, YEAR, true, "points, one year");
            tiles(model, z, YEAR, false, "cells, one year");
            tiles(model, z, EventFilter.ALL, false, "cells, all");
        }
    }

    /** Builds the model, cells and all; twice, for the first time is that of a cold machine. */
    static Snapshot build(SyntheticEvents events, BenchFigures figures) {
        var feeder = events.new Feeder();
        for (int round = 0; round < 2; round++) {
            long before = heap();
            long start = System.nanoTime();
            var builder = feeder.fill();
            long added = System.nanoTime();
            var model = Snapshot.of(builder.build(), Borders.builtIn(), "bench", Instant.now());
            long built = System.nanoTime();
            builder = null;
            if (round == 0) {
                figures.put("model: built the first time, s", (built - start) / 1e9);
                continue;
            }
            figures.put("model: events added, s", (added - start) / 1e9);
            figures.put("model: sorted and built, s", (built - added) / 1e9);
            figures.put("model: added, sorted and built, s", (built - start) / 1e9);
            long bytes = heap() - before;
            figures.put("model: MB", bytes / 1e6);
            figures.put("model: bytes an event", bytes / (double) model.size());
            return model;
        }
        throw new AssertionError();
    }

    private void counts(Snapshot model, ExecutorService executor) throws Exception {
        for (var facets : List.of(Set.of(Facet.TIME, Facet.TYPE, Facet.ACTOR), Facet.ALL)) {
            int[] shift = {50};
            var times = Timings.of(
                    60,
                    () -> model.view(
                                    YEAR.withActors(Set.of("actor-" + shift[0]++, "actor-3", "actor-40")),
                                    text -> new BitSet())
                            .count(facets, Unit.DAY, executor, Cancellation.NEVER));
            figures.put(facets.size() + " facets of a new filter, ms", times.median());
            figures.put(facets.size() + " facets of a new filter, p95 ms", times.p95());
        }
    }

    private void brush(Snapshot model, ExecutorService executor) throws Exception {
        int[] day = {0};
        var actors = YEAR.withActors(Set.of("actor-1", "actor-7"));
        var times = Timings.of(
                200,
                () -> model.view(
                                actors.withRange(
                                        YearFilter.day(YearFilter.FROM - (day[0] += 3)),
                                        YearFilter.day(YearFilter.FROM + 300 - day[0])),
                                text -> new BitSet())
                        .count(Facet.ALL, Unit.MONTH, executor, Cancellation.NEVER));
        figures.put("brush, ms", times.median());
        figures.put("brush, p95 ms", times.p95());
    }

    private void tiles(Snapshot model, int z, EventFilter filter, boolean points, String name) throws Exception {
        var tiles = TileId.listOfMali(z);
        var view = model.view(filter, text -> new BitSet());
        int[] next = {0};
        var times = Timings.of(Math.max(40, 2 * tiles.size()), () -> {
            var tile = tiles.get(next[0]++ % tiles.size());
            return view.tile(
                    tile.z(), tile.x(), tile.y(), points ? TileForm.POINTS : TileForm.CELLS, Cancellation.NEVER);
        });
        figures.put("z" + z + " " + name + ", ms", times.mean());
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
