package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.exchange.EventReader;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Geo;
import org.marsad.text.DatePrecision;
import org.marsad.text.Span;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database finds for a report is what comparing it with every other finds. */
@PostgisTest
class CandidatesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final int REPORTS = 300;

    /** On two sides of a border, in three countries, and such as are no towns. */
    private static final List<Place> PLACES = List.of(
            Reports.DIBOLI,
            place("kidira", "SN", PlaceLevel.SETTLEMENT, 14.457, -12.213),
            place("kayes", "ML", PlaceLevel.SETTLEMENT, 14.447, -11.445),
            place("kayes-ville", "ML", PlaceLevel.FEATURE, 14.5, -11.3),
            place("selibaby", "MR", PlaceLevel.SETTLEMENT, 15.159, -12.184),
            place("far-north", "NO", PlaceLevel.SETTLEMENT, 69.65, 18.96),
            place("kayes-region", "ML", PlaceLevel.ADMIN1, 14.5, -11),
            place("mali", "ML", PlaceLevel.COUNTRY, 17, -4),
            place("senegal", "SN", PlaceLevel.COUNTRY, 14.5, -14.4),
            place("algeria", "DZ", PlaceLevel.COUNTRY, 28, 3),
            place("sahel", null, PlaceLevel.REGION, 15, 0));

    private static final List<EventType> TYPES = List.of(
            Reports.ASSAULT,
            new EventType("CONSULT", null, "Strategic developments", "Other", null),
            new EventType("AID", null, "Strategic developments", "Other", null));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;
    private final StoredReports reports;

    CandidatesTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        store = Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
        reports = new StoredReports(
                new JdbcTemplate(database),
                new EventReader(CandidatesTest::find, id -> Optional.<org.marsad.actor.Actor>empty()),
                new ReportMemory());
    }

    @Test
    void areThoseThatComparingEachPairFinds() {
        var random = new Random(11);
        for (int i = 0; i < REPORTS; i++) {
            var document = Reports.document(
                    "d" + i,
                    words(random),
                    random.nextInt(5) == 0 ? null : FIRST.plusDays(random.nextInt(60)),
                    event("e" + i, random));
            transaction.executeWithoutResult(_ -> store.documents().save(document));
        }
        var all = reports.listOfEvents(
                jdbc.sql("select id from event").query(Long.class).list());
        assertThat(all).hasSize(REPORTS);
        var found = reports.listCandidates(all);
        int pairs = 0;
        for (var one : all) {
            var features = ReportFeatures.of(one.report());
            var expected = all.stream()
                    .filter(other -> other.id() != one.id() && features.mayBeOneWith(ReportFeatures.of(other.report())))
                    .map(StoredReport::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            pairs += expected.size();
            assertThat(found.getOrDefault(one.id(), List.of()))
                    .as("%s %s", features, one.report().published())
                    .extracting(StoredReport::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(pairs).as("some of the pairs").isBetween(REPORTS, REPORTS * REPORTS / 3);
    }

    private static CodedEvent event(String id, Random random) {
        var type = TYPES.get(random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2));
        @Nullable LocalDate start = random.nextInt(5) == 0 ? null : FIRST.plusDays(random.nextInt(60));
        @Nullable
        LocalDate end = start == null
                ? null
                : start.plusDays(new int[] {0, 0, 0, 6, 30, 31, 32, 33, 90, 364}[random.nextInt(10)]);
        var date = new EventDate(start, end, start == null ? DatePrecision.UNKNOWN : DatePrecision.DAY);
        if (random.nextInt(12) == 0) {
            var along = Reports.along(id, BorderId.between("ML", "SN"), date);
            return new CodedEvent(
                    id,
                    type,
                    date,
                    along.places(),
                    along.border(),
                    along.geometry(),
                    5,
                    List.of(),
                    null,
                    along.evidence(),
                    0.7);
        }
        var places = new ArrayList<Place>();
        for (int i = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(6) / 5; i > 0; i--) {
            var place = PLACES.get(random.nextInt(PLACES.size()));
            if (!places.contains(place)) {
                places.add(place);
            }
        }
        return new CodedEvent(
                id,
                type,
                date,
                places,
                null,
                places.isEmpty()
                        ? null
                        : Geo.pointOfLonLat(
                                places.getFirst().lon(), places.getFirst().lat()),
                places.isEmpty() ? 6 : 1,
                List.of(),
                null,
                List.of(new Span(0, 5)),
                0.8);
    }

    /** No article is like another. */
    private static String words(Random random) {
        return IntStream.range(0, 30)
                .mapToObj(_ -> Long.toString(Math.abs(random.nextLong()), 36))
                .collect(Collectors.joining(" "));
    }

    private static Optional<Place> find(PlaceId id) {
        return PLACES.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    private static Place place(String id, @Nullable String country, PlaceLevel level, double lat, double lon) {
        return new Place(new PlaceId("test:" + id), id, country, null, level, "", lat, lon, 0);
    }
}
