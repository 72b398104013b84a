package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.PlaceReport.State;
import org.marsad.curation.PlaceReports.Draft;
import org.marsad.store.PostgisTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class PlaceReportsTest {
    private final JdbcClient jdbc;
    private final PlaceReports reports;

    PlaceReportsTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        reports = new PlaceReports(jdbc);
    }

    @BeforeEach
    void writeEvent() {
        jdbc.sql("truncate event, place_report restart identity cascade").update();
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, date_precision, where_precision, confidence)
                values ('ASSAULT', 'Battles', 'Attack', 'unknown', 7, 1)""").update();
    }

    private static Draft draft(long event, String problem) {
        return new Draft(event, "geonames:1", "كايس", "هجوم · كايس", problem, null, "Kayes, Guinea");
    }

    @Test
    void waitsUntilAnAdminDecidesAndCanBeOpenedAgain() {
        long id = reports.add(draft(1, " not this Kayes "), "amina").orElseThrow();
        assertThat(reports.countOpen()).isEqualTo(1);
        assertThat(reports.list(State.OPEN)).singleElement().satisfies(report -> {
            assertThat(report.problem()).isEqualTo("not this Kayes");
            assertThat(report.suggested()).isEqualTo("Kayes, Guinea");
            assertThat(report.reportedBy()).isEqualTo("amina");
            assertThat(report.eventIsThere()).isTrue();
        });
        assertThat(reports.decide(id, State.DECLINED, "the source says Mali", "admin"))
                .isTrue();
        assertThat(reports.countOpen()).isZero();
        assertThat(reports.listOfEvent(1))
                .singleElement()
                .satisfies(report -> assertThat(report.answer()).isEqualTo("the source says Mali"));
        reports.decide(id, State.OPEN, "", "admin");
        assertThat(reports.countOpen()).isEqualTo(1);
        assertThat(reports.decide(99, State.ACCEPTED, "", "admin")).isFalse();
    }

    @Test
    void outlivesItsEvent() {
        reports.add(draft(1, "wrong"), "amina");
        jdbc.sql("delete from event").update();
        assertThat(reports.list(State.OPEN))
                .singleElement()
                .satisfies(report -> assertThat(report.eventIsThere()).isFalse());
    }

    @Test
    void takesNoReportOfNothing() {
        assertThat(reports.add(draft(42, "wrong"), "amina")).isEmpty();
        assertThatThrownBy(() -> draft(1, "  ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft(1, "x".repeat(2001))).isInstanceOf(IllegalArgumentException.class);
    }
}
