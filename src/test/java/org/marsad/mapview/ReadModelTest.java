package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marsad.coding.event.Role;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.mapview.Histogram.Bin;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.AreaCount;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.Pages;
import org.marsad.mapview.columns.RepeatingBytes;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.mapview.columns.TileForm;
import org.marsad.mapview.columns.ViewCounts;
import org.marsad.mapview.columns.Vocabulary;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.testing.VectorTile;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model against SQL over the same events: random events, random filters; before and after they change. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadModelTest {
    private static final int EVENTS = 700;

    private final JdbcClient jdbc;
    private final EventList events;
    private final EventCounter counter;
    private final EventHistogram histogram;
    private final TextSearch texts;
    private final RandomEvents random;
    private final Random dice = new Random(5);
    private final DatabaseAddress address;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private PostgresModelSource source;
    private String bookmark;
    private Snapshot model;
    private int borderline;

    ReadModelTest(JdbcClient jdbc, DatabaseAddress address) {
        this.jdbc = jdbc;
        this.address = address;
        events = new EventList(jdbc);
        counter = new EventCounter(jdbc);
        histogram = new EventHistogram(jdbc);
        texts = new TextSearch(jdbc);
        random = new RandomEvents(20261122, jdbc);
    }

    @BeforeAll
    void load() throws SQLException {
        random.write(EVENTS);
        source = new PostgresModelSource(address.connect());
        var loaded = source.load(new Vocabulary(), number -> {});
        bookmark = loaded.bookmark();
        model = Snapshot.of(loaded.builder().build(), Borders.builtIn(), "1", Instant.now());
    }

    @AfterAll
    void close() throws SQLException {
        source.close();
        executor.shutdownNow();
    }

    @Test
    void agreesWithSqlOnAnyFilterBeforeAndAfterEventsChange() throws SQLException {
        assertThat(model.size()).isEqualTo(EVENTS);
        agrees(40);
        change();
        assertThat(model.changes()).isPositive();
        agrees(25);
        model = Snapshot.of(model.merged(), Borders.builtIn(), "merged", Instant.now());
        assertThat(model.changes()).isZero();
        agrees(20);
        assertThat(borderline).as("events on the very edge of a corridor").isLessThan(10);
    }

    @Test
    void nothingHasChangedAfterNothingWasDone() throws SQLException {
        var changes = source.changes(source.changes(bookmark).bookmark());
        assertThat(changes.ids().isEmpty()).isTrue();
    }

    @Test
    void findsWordsAsSqlDoes() {
        var filter = EventFilter.ALL.withText("securite FRONTIÈRE").withPlover(Set.of("ASSAULT"));
        assertThat(count(filter, Facet.ALL).total()).isPositive().isEqualTo(events.count(filter));
    }

    private void agrees(int filters) {
        for (int i = 0; i < filters; i++) {
            var filter = random.filter();
            var corridor = filter.corridor();
            if (!sameEvents(filter)
                    || corridor != null
                            && !sameEvents(filter.withCorridor(new CorridorFilter(corridor.border(), corridor.km())))) {
                continue;
            }
            counts(filter);
            if (i % 5 == 0) {
                facets(filter);
            }
            tile(filter);
            areas(filter);
            pages(filter);
        }
    }

    /** Whether the model selects the same events; such as differ must be on the edge of a corridor. */
    private boolean sameEvents(EventFilter filter) {
        var differing = new TreeSet<>(select(filter));
        var sql = new TreeSet<>(texts(filter));
        var common = new TreeSet<>(differing);
        common.retainAll(sql);
        differing.addAll(sql);
        differing.removeAll(common);
        var corridor = filter.corridor();
        for (int id : differing) {
            assertThat(corridor).as("event %d, filter %s", id, filter).isNotNull();
            var one = new BitSet();
            one.set(id);
            boolean narrow = texts(filter.withCorridor(new CorridorFilter(
                            corridor.border(), Math.max(1, corridor.km() - 5), corridor.certainOnly())))
                    .contains(id);
            boolean wide = texts(filter.withCorridor(new CorridorFilter(
                            corridor.border(), Math.min(200, corridor.km() + 5), corridor.certainOnly())))
                    .contains(id);
            assertThat(wide && !narrow).as("event %d, filter %s", id, filter).isTrue();
            borderline++;
        }
        return differing.isEmpty();
    }

    private Set<Integer> texts(EventFilter filter) {
        var where = EventFilters.where(filter);
        return Set.copyOf(jdbc.sql("select id from event e where " + where.sql())
                .params(where.parameters())
                .query(Integer.class)
                .list());
    }

    private Set<Integer> select(EventFilter filter) {
        return Arrays.stream(model.view(filter, texts)
                        .page(Pages.Order.NEWEST, null, 0, 10_000)
                        .ids())
                .boxed()
                .collect(Collectors.toSet());
    }

    private ViewCounts count(EventFilter filter, Set<Facet> facets) {
        return model.view(filter, texts).count(facets, Unit.MONTH, executor, Cancellation.NEVER);
    }

    private void counts(EventFilter filter) {
        var sql = counter.count(filter, Language.EN);
        // Twice, and for another range between: the first time it is counted, then it is looked up.
        for (int round = 0; round < 3; round++) {
            var asked = round == 1 ? filter.withRange(LocalDate.of(2021, 1, 17), LocalDate.of(2022, 5, 3)) : filter;
            var found = count(asked, Facet.ALL);
            assertThat(found.total()).as("%s", asked).isEqualTo(events.count(asked));
            if (round == 1) {
                continue;
            }
            assertThat(found.undated()).isEqualTo(sql.undated());
            assertThat(found.nowhere()).isEqualTo(sql.nowhere());
            if (filter.corridor() != null) {
                assertThat(found.corridor())
                        .isEqualTo(new ViewCounts.Certainty(
                                sql.corridor().certain(), sql.corridor().possible()));
            }
            same(found, Facet.ACTOR, sql.actors());
            same(found, Facet.TYPE, sql.types());
            same(found, Facet.LANGUAGE, sql.languages());
            same(found, Facet.BORDER, sql.borders());
        }
        for (var unit : Unit.values()) {
            var found = model.view(filter, texts).count(Set.of(Facet.TIME), unit, executor, Cancellation.NEVER);
            var expected = histogram.count(filter, unit);
            assertThat(bins(found.time(), unit)).as("%s %s", unit, filter).isEqualTo(expected.bins());
            assertThat(found.time().coarser()).isEqualTo(expected.coarser());
            assertThat(found.time().undated()).isEqualTo(expected.undated());
        }
    }

    private static void same(ViewCounts found, Facet facet, List<EventCounts.Facet> expected) {
        assertThat(found.facets().get(facet).stream()
                        .collect(Collectors.toMap(ViewCounts.Value::id, ViewCounts.Value::count)))
                .as("%s", facet)
                .isEqualTo(
                        expected.stream().collect(Collectors.toMap(EventCounts.Facet::id, EventCounts.Facet::count)));
    }

    private static List<Bin> bins(ViewCounts.Time time, Unit unit) {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < time.count().length; i++) {
            if (time.count()[i] > 0) {
                var start = switch (unit) {
                    case DAY -> time.first().plusDays(i);
                    case WEEK -> time.first().plusWeeks(i);
                    case MONTH -> time.first().plusMonths(i);
                };
                bins.add(new Bin(start, time.count()[i], time.violent()[i]));
            }
        }
        return bins;
    }

    /** Each value of a facet that SQL does not group by: what choosing it alone would show. */
    private void facets(EventFilter filter) {
        var found = count(filter, Facet.ALL).facets();
        for (var kind : List.of("rebel", "state-forces", "civilians")) {
            check(
                    found,
                    Facet.KIND,
                    kind,
                    filter.edit().actors(Set.of()).kinds(Set.of(kind)).build());
        }
        for (var role : Role.values()) {
            check(
                    found,
                    Facet.ROLE,
                    role.word(),
                    filter.edit().roles(Set.of(role)).build());
        }
        for (var country : List.of("ML", "SN", "BF", "KW")) {
            check(
                    found,
                    Facet.COUNTRY,
                    country,
                    filter.edit().countries(Set.of(country)).build());
        }
        for (var region : List.of("ML:Mopti", "SN:Tambacounda")) {
            check(
                    found,
                    Facet.REGION,
                    region,
                    filter.edit().regions(Set.of(region)).build());
        }
        for (var name : List.of("articles", "acled", "ucdp")) {
            if (!filter.without().contains(name)) {
                check(
                        found,
                        Facet.SOURCE,
                        name,
                        filter.edit().sources(Set.of(name)).build());
            }
        }
        int sum = found.get(Facet.PRECISION).stream()
                .mapToInt(ViewCounts.Value::count)
                .sum();
        assertThat(sum).isEqualTo(select(filter.edit().precision(7).build()).size());
    }

    private void check(Map<Facet, List<ViewCounts.Value>> found, Facet facet, String value, EventFilter alone) {
        int count = found.get(facet).stream()
                .filter(one -> one.id().equals(value))
                .mapToInt(ViewCounts.Value::count)
                .sum();
        assertThat(count)
                .as("%s %s %s", facet, value, alone)
                .isEqualTo(select(alone).size());
    }

    private void tile(EventFilter filter) {
        int z = dice.nextInt(9);
        int x = (int) ((-6 + 4 * dice.nextGaussian() + 180) / 360 * (1 << z));
        int y = (int) ((0.5 - 0.045) * (1 << z));
        var where = EventFilters.where(filter);
        var sql = "from event e cross join lateral ST_DumpPoints(e.geom) p where " + where.sql()
                + " and e.border_id is null and e.where_precision <= 2 and ST_Transform(p.geom, 3857) && ST_TileEnvelope("
                + z + "," + x + "," + y + ")";
        var view = model.view(filter, texts);
        var cells = VectorTile.read(
                view.tile(z, x, y, TileForm.CELLS, Cancellation.NEVER).bytes());
        assertThat(sum(cells, "n")).as("%d/%d/%d %s", z, x, y, filter).isEqualTo(one("select count(*) " + sql, filter));
        assertThat(sum(cells, "violent"))
                .isEqualTo(one("select count(*) filter (where plover = 'ASSAULT') " + sql, filter));
        assertThat(sum(cells, "exact"))
                .isEqualTo(one("select count(*) filter (where where_precision = 1) " + sql, filter));
        var tile = view.tile(z, x, y, TileForm.POINTS, Cancellation.NEVER);
        var points = VectorTile.read(tile.bytes());
        repeats(tile);
        assertThat(points.stream().collect(Collectors.groupingBy(ReadModelTest::cell, Collectors.counting())))
                .as("%d/%d/%d %s: where points are", z, x, y, filter)
                .isEqualTo(cells.stream().collect(Collectors.toMap(ReadModelTest::cell, cell -> cell.number("n"))));
        var coarse = VectorTile.read(
                view.tile(z, x, y, TileForm.COARSE, Cancellation.NEVER).bytes());
        if (z < 8) {
            assertThat(coarse.stream().collect(Collectors.toMap(ReadModelTest::coarseCell, cell -> cell.number("n"))))
                    .as("%d/%d/%d %s: coarse cells", z, x, y, filter)
                    .isEqualTo(points.stream()
                            .collect(Collectors.groupingBy(ReadModelTest::coarseCell, Collectors.counting())));
            assertThat(sum(coarse, "violent")).isEqualTo(sum(cells, "violent"));
            assertThat(sum(coarse, "certain")).isEqualTo(sum(cells, "certain"));
        }
        assertThat(points.stream().map(VectorTile.Feature::id))
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select e.id " + sql)
                        .params(where.parameters())
                        .query(Long.class)
                        .list());
        if (filter.corridor() != null && filter.area() == null) {
            var certain = EventFilters.certainlyIn(filter.corridor()).sql();
            assertThat(sum(cells, "certain"))
                    .isEqualTo(one("select count(*) filter (where " + certain + ") " + sql, filter));
            assertThat(sum(points, "certain")).isEqualTo(sum(cells, "certain"));
        }
        for (var point : points) {
            var row = jdbc.sql("select plover, where_precision, start_date - date '1970-01-01' as first,"
                            + " coalesce(fatalities_best, fatalities_low) as deaths from event where id = ?")
                    .param(point.id())
                    .query()
                    .singleRow();
            assertThat(point.attributes().get("type")).isEqualTo(row.get("plover"));
            assertThat(point.number("where")).isEqualTo(((Number) row.get("where_precision")).longValue());
            assertThat(point.attributes().get("start")).isEqualTo(number(row.get("first")));
            assertThat(point.attributes().get("deaths")).isEqualTo(number(row.get("deaths")));
        }
    }

    private static int cell(VectorTile.Feature point) {
        return point.x() / 16 * 256 + point.y() / 16;
    }

    private static int coarseCell(VectorTile.Feature point) {
        return point.x() / 64 * 64 + point.y() / 64;
    }

    /** What a tile says of itself that compression takes on trust. */
    private static void repeats(RepeatingBytes tile) {
        int free = 0;
        for (long repeat : tile.repeats()) {
            int from = RepeatingBytes.position(repeat);
            int to = from + RepeatingBytes.length(repeat);
            int distance = RepeatingBytes.distance(repeat);
            assertThat(from).isGreaterThanOrEqualTo(Math.max(free, distance));
            assertThat(Arrays.equals(tile.bytes(), from, to, tile.bytes(), from - distance, to - distance))
                    .isTrue();
            free = to;
        }
    }

    private static Object number(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    private static int sum(List<VectorTile.Feature> features, String key) {
        return features.stream().mapToInt(feature -> (int) feature.number(key)).sum();
    }

    private int one(String sql, EventFilter filter) {
        return jdbc.sql(sql)
                .params(EventFilters.where(filter).parameters())
                .query(Integer.class)
                .single();
    }

    private void areas(EventFilter filter) {
        var areas = model.view(filter, texts).areas();
        var unplaced =
                " from event e where e.geom is not null and (e.border_id is not null or e.where_precision > 2) and "
                        + EventFilters.where(filter).sql();
        assertThat(areas.stream().mapToInt(AreaCount::n).sum()).isEqualTo(one("select count(*)" + unplaced, filter));
        for (var border : RandomEvents.BORDERS) {
            assertThat(areas.stream()
                            .filter(area -> area.area().border() != null
                                    && area.area().border().toString().equals(border))
                            .mapToInt(AreaCount::n)
                            .sum())
                    .isEqualTo(one("select count(*)" + unplaced + " and border_id = '" + border + "'", filter));
        }
        assertThat(areas.stream()
                        .filter(area -> area.area().border() == null)
                        .map(area -> area.area().km())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(jdbc.sql("select distinct marsad_area_km(e.id, e.where_precision, e.border_id)"
                                + unplaced + " and e.border_id is null")
                        .params(EventFilters.where(filter).parameters())
                        .query(Double.class)
                        .list()));
    }

    private void pages(EventFilter filter) {
        var view = model.view(filter, texts);
        for (var sort : EventSort.values()) {
            var expected = events.list(filter, sort, Language.EN, 0, 1000).stream()
                    .map(event -> (int) event.id())
                    .toList();
            var found = new ArrayList<Integer>();
            var after = new Pages.Cursor[1];
            do {
                var page = view.page(Pages.Order.valueOf(sort.name()), after[0], 0, 37);
                Arrays.stream(page.ids()).forEach(found::add);
                assertThat(page.total()).isEqualTo(expected.size());
                after[0] = page.next() == null
                        ? null
                        : Pages.Cursor.parse(page.next().toString());
            } while (after[0] != null);
            assertThat(found).as("%s %s", sort, filter).isEqualTo(expected);
            int offset = dice.nextInt(50);
            assertThat(view.page(Pages.Order.valueOf(sort.name()), null, offset, 20)
                            .ids())
                    .containsExactly(expected.stream()
                            .skip(offset)
                            .limit(20)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    /** Some events go, some move, some change in what belongs to them only, some are new. */
    private void change() throws SQLException {
        jdbc.sql("delete from event where id % 17 = 3").update();
        jdbc.sql("update event set plover = 'PROTEST', where_precision = 1, border_id = null,"
                        + " geom = ST_SetSRID(ST_Point(-11.5, 14.2), 4326) where id % 19 = 5")
                .update();
        jdbc.sql("delete from event_border where event_id % 19 = 5").update();
        jdbc.sql("""
                insert into event_border select e.id, b.id, ST_Distance(e.geom::geography, b.line::geography) / 1000, 0, ''
                from event e join border b on ST_DWithin(e.geom::geography, b.line::geography, 200000)
                where e.id % 19 = 5""").update();
        jdbc.sql("delete from event_actor where event_id % 23 = 7").update();
        jdbc.sql("insert into event_place select id, 'ML:Mopti' from event where id % 29 = 1"
                        + " on conflict do nothing")
                .update();
        random.writeMore(60);
        var changes = source.changes(bookmark);
        var builder = model.changesBut(changes.ids());
        source.read(changes.ids(), builder);
        model = model.with(changes.ids(), builder.build(), "2", Instant.now());
        assertThat(model.size()).isEqualTo(events.count(EventFilter.ALL));
        // Changed once more: what is in the model is the latest.
        jdbc.sql("update event set fatalities_best = 9 where id % 19 = 5").update();
        var again = source.changes(changes.bookmark());
        assertThat(again.ids().cardinality())
                .isEqualTo(jdbc.sql("select count(*) from event where id % 19 = 5")
                        .query(Integer.class)
                        .single());
        builder = model.changesBut(again.ids());
        source.read(again.ids(), builder);
        model = model.with(again.ids(), builder.build(), "3", Instant.now());
        bookmark = again.bookmark();
        assertThat(model.size()).isEqualTo(events.count(EventFilter.ALL));
    }
}
