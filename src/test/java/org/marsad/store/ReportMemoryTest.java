package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.exchange.EventReader;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.geo.Borders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one has read another need not read, but for what has become another since. */
@PostgisTest
class ReportMemoryTest {
    private static final String MORE_SURE = "update report set coded = jsonb_set(coded, '{confidence}', '0.99')";

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReportMemory memory = new ReportMemory();
    private Place place = Reports.DIBOLI;

    ReportMemoryTest(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @BeforeEach
    void storeOne() {
        jdbc.sql("truncate event, document cascade").update();
        var store = Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
        var document = Reports.document(
                "one",
                "Patrol near Diboli",
                LocalDate.of(2025, 2, 21),
                Reports.at("e1", Reports.DIBOLI, Reports.on("2025-02-20"), null));
        transaction.executeWithoutResult(_ -> store.documents().save(document));
    }

    /** As a transaction that has read nothing yet. */
    private CodedEvent read() {
        var reports = new StoredReports(
                new JdbcTemplate(database), new EventReader(_ -> Optional.of(place), _ -> Optional.empty()), memory);
        var events = jdbc.sql("select id from event").query(Long.class).list();
        return reports.listOfEvents(events).getFirst().report().event();
    }

    @Test
    void isReadOnce() {
        assertThat(read()).isSameAs(read());
    }

    @Test
    void whatWasCodedAnewIsReadAgain() {
        var before = read();
        jdbc.sql(MORE_SURE).update();
        assertThat(read().confidence()).isEqualTo(0.99).isNotEqualTo(before.confidence());
    }

    @Test
    void whatWasTakenBackIsForgotten() {
        var before = read();
        transaction.executeWithoutResult(rehearsal -> {
            jdbc.sql(MORE_SURE).update();
            assertThat(read().confidence()).isEqualTo(0.99);
            rehearsal.setRollbackOnly();
        });
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void aPlaceThatMovedIsReadAgain() {
        read();
        place = new Place(
                place.id(), place.name(), "ML", "Kayes", place.level(), "PPL", place.lat() + 1, place.lon(), 0);
        assertThat(read().places()).containsExactly(place);
    }
}
