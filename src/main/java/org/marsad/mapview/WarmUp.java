package org.marsad.mapview;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.mapview.columns.TileForm;

/**
 * Asks a large model what analysts ask, before they do: the machine compiles loops as it runs them, and until then a count of
 * millions of rows takes some five times as long.
 */
final class WarmUp {
    /** Fewer events are counted soon enough by loops that are not compiled. */
    private static final int LEAST_EVENTS = 200_000;

    private static final long NANOS = 2_000_000_000L;
    private static final int SETS_OF_ACTORS = 40;

    private WarmUp() {}

    static void run(Snapshot model, ExecutorService executor, BooleanSupplier stopped) {
        int[] days = model.days();
        if (model.size() < LEAST_EVENTS || days == null) {
            return;
        }
        var types = model.vocabulary().types().words();
        var actors = model.vocabulary().actors().words();
        long end = System.nanoTime() + NANOS;
        for (int round = 0; System.nanoTime() < end && !stopped.getAsBoolean(); round++) {
            var last = LocalDate.ofEpochDay(days[1] - round % 100L);
            var filter = EventFilter.ALL
                    .withUndated(false)
                    .withRange(last.minusYears(1), last)
                    .withPlover(someOf(types, round, types.size() - 1))
                    .withActors(round % 4 == 0 ? Set.of() : someOf(actors, round, 20));
            var view = model.view(filter, words -> new BitSet());
            view.count(
                    round % 2 == 0 ? Set.of(Facet.TIME, Facet.TYPE, Facet.ACTOR) : Facet.ALL,
                    round % 3 == 0 ? Unit.MONTH : Unit.DAY,
                    executor,
                    Cancellation.NEVER);
            view.tile(4, 7, 7, TileForm.values()[round % TileForm.values().length], Cancellation.NEVER);
        }
    }

    private static Set<String> someOf(List<String> words, int round, int most) {
        var result = new HashSet<String>();
        for (int i = 0; i < Math.min(most, words.size()); i++) {
            result.add(words.get((i * 3 + round % SETS_OF_ACTORS) % words.size()));
        }
        return result;
    }
}
