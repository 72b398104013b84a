package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;

/** An edit applied by a process of its own, which is killed without warning while it writes. */
@PostgisTest
@Tag("slow")
class KilledEditTest {
    private static final int ARTICLES = 15;
    private static final String BAMAKO = "geonames:2460596";

    @Test
    void isAppliedAsAWholeOrNotAtAll(DataSource database, DatabaseAddress address) throws Exception {
        var desk = new Desk(database);
        desk.empty();
        for (int i = 0; i < ARTICLES; i++) {
            desk.take("a" + i, "2025-07-02", """
                    هجوم في العاصمة المالية رقم %d

                    هاجم مسلحون باماكو يوم %d مارس %d وقتلوا %d مدنيين، وقالت مصادر من الشارع %s إن الجيش أرسل تعزيزات.
                    """.formatted(
                            i, 1 + i % 28, 2010 + i % 15, 1 + i, ("كلمة" + i * 7919).repeat(1 + i % 7)));
        }
        var before = desk.events();
        // The child stops in the midst of its transaction, where everything is written and nothing is committed.
        desk.jdbc.sql("""
                create function slow_history() returns trigger language plpgsql as
                    $$ begin perform pg_notify('written', ''); perform pg_sleep(30); return new; end $$;
                create trigger slow after insert on gazetteer_change for each row execute function slow_history()""").update();
        var child = applyInAnotherProcess(address);
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (desk.jdbc
                        .sql(
                                "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(child.isAlive()).as("see target/killed-edit.log").isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
        child.destroyForcibly().waitFor();
        desk.jdbc.sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where wait_event = 'PgSleep' and datname = current_database()""").query((_, _) -> 0).list();
        desk.jdbc.sql("drop trigger slow on gazetteer_change").update();

        desk.store.forgetReports();
        assertThat(desk.curation.version()).isZero();
        assertThat(desk.curation.history(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.curation.find(BAMAKO).orElseThrow().version()).isZero();

        var again = applyInAnotherProcess(address);
        assertThat(again.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).as("see target/killed-edit.log").isZero();
        assertThat(desk.curation.version()).isEqualTo(1);
        assertThat(desk.curation.history(Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(desk.events()).hasSameSizeAs(before).isNotEqualTo(before);
        desk.curation.undo(1, "admin", Why.UNSAID, Progress.NONE);
        assertThat(desk.events()).isEqualTo(before);
    }

    private static Process applyInAnotherProcess(DatabaseAddress address) throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                address.url(),
                address.user(),
                address.password()));
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-edit.log").toFile())
                .start();
    }

    /** The child. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            try (var pool = new HikariDataSource()) {
                pool.setJdbcUrl(args[0]);
                pool.setUsername(args[1]);
                pool.setPassword(args[2]);
                new Desk(pool)
                        .curation.apply(new PlaceEdit.Move(BAMAKO, 0, -7.9, 12.7), "admin", Why.UNSAID, Progress.NONE);
            }
        }
    }
}
