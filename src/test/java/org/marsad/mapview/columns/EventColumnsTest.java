package org.marsad.mapview.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.mapview.EventFilter;

/** The columns against a plain loop over the same events: random events, random filters, random tiles. */
class EventColumnsTest {
    private record Event(
            int id, double lon, double lat, int start, int end, String type, int languages, Set<String> actors) {
        boolean isUndated() {
            return start == EventColumns.UNDATED;
        }
    }

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tilesAndCountsAreThoseOfAPlainLoop(long seed) {
        random.setSeed(seed);
        var events = IntStream.range(0, 3000).mapToObj(this::event).toList();
        var columns = columns(events);
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                var filter = filter();
                var rowFilter = RowFilter.of(filter, columns, null);
                var counts = CrossFilter.count(columns, rowFilter, executor);
                assertThat(counts.total())
                        .isEqualTo(
                                events.stream().filter(e -> selects(filter, e)).count());
                assertThat(counts.undated())
                        .isEqualTo(events.stream()
                                .filter(e -> e.isUndated() && selects(filter, e))
                                .count());
                for (int actor = 0; actor < columns.actors().size(); actor++) {
                    var id = columns.actors().word(actor);
                    assertThat(counts.byActor()[actor]).isEqualTo((int) events.stream()
                            .filter(e -> e.actors.contains(id) && selects(filter.withActors(Set.of()), e))
                            .count());
                }
                for (int type = 0; type < columns.types().size(); type++) {
                    var id = columns.types().word(type);
                    assertThat(counts.byType()[type]).isEqualTo((int) events.stream()
                            .filter(e -> e.type.equals(id) && selects(filter.withPlover(Set.of()), e))
                            .count());
                }
                var anyTime = filter.withRange(null, null);
                int day = counts.firstDay() + random.nextInt(counts.byDay().length);
                assertThat(counts.byDay()[day - counts.firstDay()]).isEqualTo((int) events.stream()
                        .filter(e -> e.start == day && selects(anyTime, e))
                        .count());
                tile(events, columns, filter, rowFilter);
            }
        }
    }

    private void tile(List<Event> events, EventColumns columns, EventFilter filter, RowFilter rowFilter) {
        int z = random.nextInt(9);
        var somewhere = events.get(random.nextInt(events.size()));
        long code = Morton.ofLonLat(somewhere.lon, somewhere.lat);
        int x = Morton.x(code) >> Morton.BITS - z;
        int y = Morton.y(code) >> Morton.BITS - z;
        var inTile = events.stream()
                .filter(e -> Morton.x(Morton.ofLonLat(e.lon, e.lat)) >> Morton.BITS - z == x
                        && Morton.y(Morton.ofLonLat(e.lon, e.lat)) >> Morton.BITS - z == y)
                .filter(e -> selects(filter, e))
                .toList();
        assertThat(IntStream.of(EventTiles.count(columns, rowFilter, z, x, y)).sum())
                .isEqualTo(inTile.size());
        var points = VectorTile.read(EventTiles.points(columns, rowFilter, z, x, y));
        assertThat(points.stream().map(VectorTile.Feature::id))
                .containsExactlyInAnyOrderElementsOf(
                        inTile.stream().map(e -> (long) e.id).toList());
        var cells = VectorTile.read(EventTiles.counts(columns, rowFilter, z, x, y));
        assertThat(cells.stream().mapToLong(cell -> cell.attributes().get("n")).sum())
                .isEqualTo(inTile.size());
        for (var point : points) {
            var event = events.get((int) point.id() - 1);
            assertThat(point.attributes().get("day")).isEqualTo(event.isUndated() ? -1 : event.start);
            double size = Math.scalb(1.0, z);
            double px = ((event.lon + 180) / 360 * size - x) * 4096;
            assertThat(point.x()).isBetween((int) Math.floor(px) - 1, (int) Math.ceil(px) + 1);
        }
    }

    @Test
    void aSetOfRowsNarrowsTheRest() {
        random.setSeed(9);
        var events = IntStream.range(0, 500).mapToObj(this::event).toList();
        var columns = columns(events);
        var rows = new BitSet();
        rows.set(10, 60);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var counts = CrossFilter.count(columns, RowFilter.of(EventFilter.ALL, columns, rows), executor);
            assertThat(counts.total()).isEqualTo(50);
        }
    }

    @Test
    void anActorNobodyKnowsSelectsNothing() {
        random.setSeed(10);
        var columns = columns(IntStream.range(0, 100).mapToObj(this::event).toList());
        var filter = RowFilter.of(EventFilter.ALL.withActors(Set.of("nobody")), columns, null);
        assertThat(EventTiles.points(columns, filter, 0, 0, 0)).isEmpty();
    }

    @Test
    void refusesATileThatIsNone() {
        var columns = columns(List.of());
        var all = RowFilter.of(EventFilter.ALL, columns, null);
        assertThatThrownBy(() -> EventTiles.points(columns, all, 3, 8, 0)).hasMessageContaining("3/8/0");
        assertThat(EventTiles.points(columns, all, 3, 7, 0)).isEmpty();
    }

    @Test
    void sortsAsTheLibraryDoes() {
        random.setSeed(11);
        long[] keys = random.longs(10_000).toArray();
        int[] order = RadixSort.order(keys, keys.length);
        var byLibrary = IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> Long.compareUnsigned(keys[a], keys[b]))
                .toList();
        assertThat(IntStream.of(order).boxed().toList()).isEqualTo(byLibrary);
    }

    private Event event(int index) {
        boolean undated = random.nextInt(10) == 0;
        int start = (int) LocalDate.of(2012, 1, 1).toEpochDay() + random.nextInt(5000);
        var actors = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            actors.add("actor-" + random.nextInt(12));
        }
        return new Event(
                index + 1,
                -17 + 33 * random.nextDouble(),
                4 + 21 * random.nextDouble(),
                undated ? EventColumns.UNDATED : start,
                undated ? EventColumns.UNDATED : start + random.nextInt(5) * random.nextInt(200),
                "TYPE" + random.nextInt(6),
                1 + random.nextInt(7),
                Set.copyOf(actors));
    }

    private static EventColumns columns(List<Event> events) {
        var builder = new EventColumnsBuilder(10);
        for (var event : events) {
            builder.event(
                    event.id,
                    event.lon,
                    event.lat,
                    event.start,
                    event.end,
                    builder.types().add(event.type),
                    1,
                    event.languages,
                    0,
                    -1);
            event.actors.forEach(actor -> builder.actor(builder.actors().add(actor)));
        }
        return builder.build();
    }

    private EventFilter filter() {
        var filter = EventFilter.ALL;
        if (random.nextBoolean()) {
            var from = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5000));
            filter = filter.withRange(from, random.nextBoolean() ? null : from.plusDays(random.nextInt(1500)));
        }
        if (random.nextBoolean()) {
            // The second is often an actor that no event has.
            filter = filter.withActors(
                    Set.copyOf(List.of("actor-" + random.nextInt(12), "actor-" + random.nextInt(24))));
        }
        if (random.nextBoolean()) {
            filter = filter.withPlover(Set.of("TYPE" + random.nextInt(6)));
        }
        return filter.edit()
                .undated(random.nextBoolean())
                .languages(random.nextInt(3) == 0 ? Set.of("fr") : Set.of())
                .build();
    }

    private static boolean selects(EventFilter filter, Event event) {
        boolean time = event.isUndated()
                ? filter.undated()
                : (filter.from() == null || event.end >= filter.from().toEpochDay())
                        && (filter.to() == null || event.start <= filter.to().toEpochDay());
        return time
                && (filter.actors().isEmpty() || event.actors.stream().anyMatch(filter.actors()::contains))
                && (filter.plover().isEmpty() || filter.plover().contains(event.type))
                && (filter.languages().isEmpty() || (event.languages & 2) != 0);
    }
}
