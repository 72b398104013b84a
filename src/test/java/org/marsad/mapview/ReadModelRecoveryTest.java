package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marsad.geo.Borders;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The model while its database goes away and comes back. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadModelRecoveryTest {
    private final JdbcClient jdbc;
    private final DatabaseAddress address;
    private final AtomicBoolean away = new AtomicBoolean();

    ReadModelRecoveryTest(JdbcClient jdbc, DatabaseAddress address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    @Test
    void servesOnWhatItHasSaysSoAndCatchesUp() {
        write(3);
        var model = new ReadModel(this::open, Borders.builtIn());
        assertThat(model.status().state()).isEqualTo(ReadModel.State.LOADING);
        model.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> model.find().isPresent());
            away.set(true);
            jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'map test'")
                    .query()
                    .listOfRows();
            await().atMost(Duration.ofSeconds(20)).until(() -> model.status().state() == ReadModel.State.STALE);
            assertThat(model.status().awaySince()).isNotNull();
            assertThat(model.get().size()).isEqualTo(3);
            write(2);
            jdbc.sql("delete from event where id = 1").update();
            away.set(false);
            await().atMost(Duration.ofSeconds(20)).until(() -> model.status().state() == ReadModel.State.READY);
            assertThat(model.get().size()).isEqualTo(4);
            write(1);
            await().atMost(Duration.ofSeconds(5)).until(() -> model.get().size() == 5);
        } finally {
            model.stop();
        }
    }

    private ModelSource open() throws SQLException {
        if (away.get()) {
            throw new SQLException("the test keeps the database away");
        }
        var connection = address.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set application_name = 'map test'");
        }
        return new PostgresModelSource(connection);
    }

    private void write(int events) {
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, date_precision, where_precision, geom, confidence)
                select 'ASSAULT', '', '', 'unknown', 1, ST_SetSRID(ST_Point(n, 15), 4326), 1
                from generate_series(1, ?) n""").param(events).update();
    }
}
