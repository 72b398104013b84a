package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.ReviewQueue.Item;
import org.marsad.curation.ReviewQueue.Reason;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.store.PostgisTest;

@PostgisTest
class MentionQueueTest {
    private final Desk desk;
    private final PlaceReports reports;
    private final MentionQueue queue;

    MentionQueueTest(DataSource database) {
        desk = new Desk(database);
        reports = new PlaceReports(desk.jdbc);
        queue = new MentionQueue(desk.jdbc, reports, desk.store.live());
    }

    @BeforeEach
    void empty() {
        desk.empty();
    }

    private void take(String name, String day) {
        desk.take(name, "2025-07-02", """
                هجوم في غرب مالي %s

                هاجم مسلحون قرية ثلقمبان في مالي يوم %s يوليو 2025 وقتلوا %s مدنيين. وقالت المصادر في %s إن الجيش المالي أرسل تعزيزات.
                """.formatted(name, day, day, name.repeat(3)));
    }

    @Test
    void aNameThatNoGazetteerHasWaitsOnceForAllItsMentionsAndLeavesOnceDecided() {
        take("الأول", "4");
        take("الثاني والعشرون من الأخبار", "9");
        assertThat(queue.list(0, 20))
                .filteredOn(item -> item.surface().equals("ثلقمبان"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.reason()).isEqualTo(Reason.UNRESOLVED);
                    assertThat(item.mentions()).isEqualTo(2);
                    assertThat(item.articles()).isEqualTo(2);
                    assertThat(item.samples()).hasSize(2).allSatisfy(sample -> {
                        assertThat(sample.text()).isEqualTo("ثلقمبان");
                        assertThat(sample.before()).endsWith("قرية ");
                        assertThat(sample.after()).startsWith(" في مالي");
                    });
                });
        int before = queue.count();
        desk.curation.apply(
                new PlaceEdit.Decide("ثلقمبان", new DecisionScope.Everywhere(), "geonames:2460596", false),
                "admin",
                Why.UNSAID,
                Progress.NONE);
        assertThat(queue.list(0, 20)).extracting(Item::surface).doesNotContain("ثلقمبان");
        assertThat(queue.count()).isEqualTo(before - 1);
    }

    @Test
    void aReportedPlaceStandsFirstAndBecomesAVillageOfTheMap() {
        take("الأول", "4");
        long event =
                desk.jdbc.sql("select min(id) from event").query(Long.class).single();
        reports.add(
                new PlaceReports.Draft(event, null, "", "هجوم", "the village is missing", null, "ثلقمبان، مالي"),
                "amina");
        assertThat(queue.list(0, 1)).singleElement().satisfies(item -> {
            assertThat(item.surface()).isEqualTo("ثلقمبان");
            assertThat(item.reason()).isEqualTo(Reason.REPORTED);
            assertThat(item.reports()).extracting(PlaceReport::reportedBy).containsExactly("amina");
        });
        var village = new PlaceDraft(
                "Tilgamban",
                PlaceLevel.SETTLEMENT,
                "PPL",
                "ML",
                null,
                -10.5,
                14.4,
                0,
                java.util.List.of(PlaceLabel.of("ثلقمبان", "ar", NameKind.OFFICIAL)));
        var before = desk.events();
        desk.curation.apply(new PlaceEdit.Create(null, village), "admin", new Why("amina", null), Progress.NONE);
        assertThat(desk.jdbc
                        .sql("select count(*) from event_place where place_id = 'marsad:tilgamban'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        desk.curation.undo(1, "admin", Why.UNSAID, Progress.NONE);
        assertThat(desk.events()).isEqualTo(before);
    }
}
