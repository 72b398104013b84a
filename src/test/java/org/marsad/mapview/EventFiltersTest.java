package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marsad.coding.event.Role;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.mapview.Histogram.Bin;
import org.marsad.store.PostgisTest;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a filter means, against queries that say the same in another way: from geometries, not from stored distances. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventFiltersTest {
    private static final int EVENTS = 500;
    private static final EventFilter ALL = EventFilter.ALL;

    private final JdbcClient jdbc;
    private final EventList events;
    private final EventCounter counter;
    private final RandomEvents random;

    EventFiltersTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        events = new EventList(jdbc);
        counter = new EventCounter(jdbc);
        random = new RandomEvents(20250220, jdbc);
    }

    @BeforeAll
    void writeEvents() {
        random.write(EVENTS);
    }

    @Test
    void selectsAllWithoutAFilter() {
        assertThat(events.count(ALL)).isEqualTo(EVENTS);
    }

    @Test
    void selectsByTimeAsSqlDoes() {
        var filter = ALL.withRange(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 12, 31));
        assertThat(events.count(filter)).isEqualTo(count("""
                start_date is null or daterange(start_date, end_date, '[]') && daterange('2021-03-01', '2021-12-31', '[]')"""));
        assertThat(events.count(filter.withUndated(false))).isEqualTo(count("""
                start_date is not null and daterange(start_date, end_date, '[]') && daterange('2021-03-01', '2021-12-31', '[]')"""));
    }

    @Test
    void selectsByActorAsSqlDoes() {
        assertThat(events.count(ALL.withActors(Set.of("jnim", "isgs"))))
                .isEqualTo(count("id in (select event_id from event_actor where actor_id = 'jnim')"
                        + " or id in (select event_id from event_actor where actor_id = 'isgs')"));
    }

    @Test
    void selectsByCorridorAsSqlDoes() {
        var certain = new CorridorFilter(BorderId.parse("ML-SN"), 50, true);
        assertThat(events.count(ALL.withCorridor(certain)))
                .isPositive()
                .isEqualTo(count("border_id = 'ML-SN' or where_precision in (1, 2) and ST_Distance(geom::geography,"
                        + " (select line from border where id = 'ML-SN')::geography) <= 50000"));
    }

    @Test
    void selectsByTimeActorAndCorridorTogetherAsSqlDoes() {
        var filter = ALL.withRange(LocalDate.of(2020, 6, 1), LocalDate.of(2023, 1, 31))
                .withActors(Set.of("mali-army"))
                .withCorridor(new CorridorFilter(BorderId.parse("ML-SN"), 120, true));
        assertThat(events.count(filter)).isPositive().isEqualTo(count(independent(filter)));
    }

    @Test
    void selectsByAnyFilterAsSqlDoes() {
        for (int i = 0; i < 150; i++) {
            var filter = random.filter();
            assertThat(events.count(filter)).as("%s", filter).isEqualTo(count(independent(filter), filter));
        }
    }

    @Test
    void listsEachSelectedEventOnceAcrossPages() {
        var filter = ALL.withPlover(Set.of("ASSAULT", "COERCE"));
        for (EventSort sort : EventSort.values()) {
            var ids = new ArrayList<Long>();
            for (int offset = 0; offset < EVENTS; offset += 37) {
                events.list(filter, sort, Language.FR, offset, 37).forEach(event -> ids.add(event.id()));
            }
            assertThat(ids).as("%s", sort).doesNotHaveDuplicates().hasSize(events.count(filter));
        }
    }

    @Test
    void aRegionOfALargeCountryMayReachABorderThatOneOfASmallCountryDoesNot() {
        var corridor = new CorridorFilter(BorderId.parse("GN-ML"), 1);
        var filter = ALL.withActors(Set.of("somebody")).withCorridor(corridor);
        jdbc.sql("insert into actor values ('somebody', 'Somebody', '', '', 'rebel', 2, 'REB', null, null)")
                .update();
        for (var country : List.of("ML", "SN")) {
            // The same point, some 150 km from the border of Guinea and Mali.
            jdbc.sql("""
                    with e as (insert into event (plover, acled, acled_sub, date_precision, where_precision, geom, confidence)
                        values ('ASSAULT', '', '', 'unknown', 4, ST_SetSRID(ST_Point(-10.5, 13.6), 4326), 1) returning id),
                    p as (insert into place values ('r:' || :country, 'Region', :country, null, 'admin1', 'ADM1',
                        ST_SetSRID(ST_Point(-10.5, 13.6), 4326)) returning id),
                    a as (insert into event_actor select id, 'somebody', 'target' from e)
                    insert into event_place select e.id, p.id from e, p""").param("country", country).update();
        }
        try {
            assertThat(events.list(filter, EventSort.NEWEST, Language.EN, 0, 10))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.places().getFirst().country()).isEqualTo("ML"));
        } finally {
            jdbc.sql("delete from event where id in (select event_id from event_actor where actor_id = 'somebody')")
                    .update();
        }
    }

    @Test
    void certainAndPossibleTogetherAreTheCorridor() {
        for (int i = 0; i < 20; i++) {
            var filter = random.filter()
                    .withCorridor(new CorridorFilter(BorderId.parse(RandomEvents.BORDERS.get(i % 7)), 10 * (i + 1)));
            var counts = counter.count(filter, Language.EN);
            var corridor = counts.corridor();
            assertThat(corridor).isNotNull();
            assertThat(corridor.certain() + corridor.possible()).isEqualTo(counts.total());
            var certain = new CorridorFilter(
                    filter.corridor().border(), filter.corridor().km(), true);
            assertThat(corridor.certain()).isEqualTo(events.count(filter.withCorridor(certain)));
        }
    }

    @Test
    void eachFacetCountsWhatChoosingItAloneWouldShow() {
        for (int i = 0; i < 10; i++) {
            var filter = random.filter();
            var counts = counter.count(filter, Language.AR);
            counts.actors()
                    .forEach(facet -> assertThat(events.count(filter.edit()
                                    .actors(Set.of(facet.id()))
                                    .kinds(Set.of())
                                    .build()))
                            .isEqualTo(facet.count()));
            counts.types()
                    .forEach(facet -> assertThat(events.count(filter.withPlover(Set.of(facet.id()))))
                            .isEqualTo(facet.count()));
            counts.languages()
                    .forEach(facet -> assertThat(events.count(filter.withLanguages(Set.of(facet.id()))))
                            .isEqualTo(facet.count()));
            double km = filter.corridor() == null ? 50 : filter.corridor().km();
            counts.borders()
                    .forEach(facet -> assertThat(events.count(
                                    filter.withCorridor(new CorridorFilter(BorderId.parse(facet.id()), km, true))))
                            .isEqualTo(facet.count()));
        }
    }

    @Test
    void theHistogramHoldsEveryDatedEventOnceAndSaysWhatItCannotPlace() {
        var histogram = new EventHistogram(jdbc);
        for (int i = 0; i < 10; i++) {
            var filter = random.filter().withUndated(true);
            for (var unit : Histogram.Unit.values()) {
                var found = histogram.count(filter, unit);
                int inBins = found.bins().stream().mapToInt(Bin::count).sum();
                assertThat(inBins + found.coarser() + found.undated())
                        .isEqualTo(events.count(filter.withRange(null, null)));
            }
        }
    }

    @Test
    void theMapGetsEverySelectedEventThatHasAPlace() {
        var json = new JsonMapper();
        for (int i = 0; i < 10; i++) {
            var filter = random.filter();
            var out = new StringWriter();
            new MapFeatures(jdbc, json).write(filter, Language.EN, out);
            var features = json.readTree(out.toString()).path("features");
            assertThat(features.size())
                    .isEqualTo(events.count(filter)
                            - counter.count(filter, Language.EN).nowhere());
            features.forEach(
                    feature -> assertThat(feature.path("geometry").path("type").asString())
                            .isIn("Point", "MultiPoint", "MultiLineString", "LineString"));
        }
    }

    @Test
    void findsArabicAndFrenchWordsHoweverTheyAreSpelled() {
        assertThat(events.count(ALL.withText("الامن"))).isEqualTo(EVENTS);
        assertThat(events.count(ALL.withText("securite FRONTIÈRE"))).isEqualTo(EVENTS);
        assertThat(events.count(ALL.withText("منطقه"))).isEqualTo(EVENTS);
        assertThat(events.count(ALL.withText("لا-يوجد"))).isZero();
    }

    @Test
    void takesWhateverIsTypedAsWordsAndNothingElse() {
        for (var text : List.of("' or 1=1 --", "%", "_", "\\", ":word0", "?", "{0}", "\"; drop table event; --")) {
            assertThat(events.count(ALL.withText(text))).as(text).isZero();
        }
        assertThat(events.count(ALL)).isEqualTo(EVENTS);
    }

    private int count(String where, EventFilter filter) {
        return jdbc.sql("select count(*) from event where " + where)
                .params(
                        filter.area() == null
                                ? Map.of()
                                : AreaCondition.possibly(filter.area().area()).parameters())
                .query(Integer.class)
                .single();
    }

    private int count(String where) {
        return jdbc.sql("select count(*) from event where " + where)
                .query(Integer.class)
                .single();
    }

    /** The same meaning in other words: ranges, sets of ids, and distances from the geometries themselves. */
    private static String independent(EventFilter filter) {
        var all = new ArrayList<String>();
        var range = "daterange(" + quoted(filter.from()) + ", " + quoted(filter.to()) + ", '[]')";
        all.add((filter.undated() ? "start_date is null or " : "start_date is not null and ")
                + "daterange(start_date, end_date, '[]') && " + range);
        if (filter.hasActors()) {
            all.add("id in (select event_id from event_actor ea, actor a where a.id = ea.actor_id and case when "
                    + (filter.actors().isEmpty() && filter.kinds().isEmpty()) + " then true else actor_id = any(array["
                    + quoted(filter.actors()) + "]::text[]) or a.kind = any(array[" + quoted(filter.kinds())
                    + "]::text[]) end and (role = any(array[" + quoted(roles(filter)) + "]::text[]) or "
                    + filter.roles().isEmpty() + "))");
        }
        if (!filter.countries().isEmpty()) {
            all.add("id in (select event_id from event_place, place where place.id = place_id and country in ("
                    + quoted(filter.countries()) + "))");
        }
        if (!filter.regions().isEmpty()) {
            all.add("id in (select event_id from event_place where place_id in (" + quoted(filter.regions()) + "))");
        }
        if (!filter.sources().isEmpty()) {
            all.add("source in (" + quoted(filter.sources()) + ") or source is null and "
                    + filter.sources().contains("articles"));
        }
        all.add("where_precision <= " + filter.precision());
        if (filter.deaths() > 0) {
            all.add("coalesce(fatalities_best, fatalities_low, 0) >= " + filter.deaths());
        }
        if (filter.area() != null) {
            all.add(inside(filter.area()));
        }
        if (!filter.plover().isEmpty()) {
            all.add("plover in (" + quoted(filter.plover()) + ")");
        }
        if (!filter.languages().isEmpty()) {
            all.add("id in (select event_id from report, article a where a.id = article_id and a.language in ("
                    + quoted(filter.languages()) + "))");
        }
        for (var source : filter.without()) {
            all.add("source is distinct from '" + source + "'");
        }
        var corridor = filter.corridor();
        if (corridor != null) {
            all.add(inside(corridor));
        }
        return all.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" and "));
    }

    private static String inside(CorridorFilter corridor) {
        var line = "(select line::geography from border where id = '" + corridor.border() + "')";
        var distance = "ST_Distance(geom::geography, " + line + ") / 1000";
        var certain = "coalesce(border_id, '') = '" + corridor.border() + "' or where_precision <= 2 and " + distance
                + " <= " + corridor.km();
        if (corridor.certainOnly()) {
            return certain;
        }
        var meeting = "select c from border b, unnest(array[a, b.b]) c where ST_Distance(line::geography, " + line
                + ") / 1000 <= " + corridor.km();
        return certain + " or where_precision > 2 and where_precision <> 6 and " + distance + " - case"
                + " when border_id is not null then 0"
                + " when where_precision = 3 then coalesce((select max(admin2_km) from division_size d, place p, event_place"
                + " where event_id = event.id and p.id = place_id and p.country = d.country), 50)"
                + " when where_precision = 4 then coalesce((select max(admin1_km) from division_size d, place p, event_place"
                + " where event_id = event.id and p.id = place_id and p.country = d.country), 110)"
                + " when where_precision = 5 then 250 else 300 end <= " + corridor.km()
                + " or where_precision = 6 and geom is not null and id in (select event_id from event_place where place_id in"
                + " (select 'c:' || c from (" + meeting + ") x))";
    }

    /** By buffers on the sphere, not by distances; circles stand for themselves. */
    private static String inside(AreaFilter filter) {
        var area = "ST_GeomFromText('" + filter.area().outline() + "', 4326)";
        var inside = filter.area() instanceof DrawnArea.Circle circle
                ? "ST_Distance(geom::geography, ST_Point(" + circle.lon() + "," + circle.lat() + ")::geography) <= "
                        + circle.km() * 1000
                : "not ST_Disjoint(geom, " + area + ")";
        var certain = "where_precision <= 2 and " + inside;
        return filter.certainOnly()
                ? certain
                : certain + " or where_precision > 2 and id in (select id from event e where "
                        + AreaCondition.possibly(filter.area()).sql() + ")";
    }

    private static Set<String> roles(EventFilter filter) {
        return filter.roles().stream().map(Role::word).collect(Collectors.toSet());
    }

    private static String quoted(LocalDate day) {
        return day == null ? "null" : "'" + day + "'";
    }

    private static String quoted(Set<String> values) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }
}
