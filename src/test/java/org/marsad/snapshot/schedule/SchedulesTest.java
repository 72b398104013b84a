package org.marsad.snapshot.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.Drawing;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.SnapshotSettings;
import org.marsad.snapshot.Snapshots;
import org.marsad.store.PostgisTest;
import org.marsad.store.Store;
import org.marsad.text.Language;
import org.marsad.ui.dashboard.SampleEvents;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.SheetTexts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Views that become snapshots by themselves: each day once, also after days off; and never failing in silence. */
@PostgisTest
class SchedulesTest {
    private static final ZoneId BAMAKO = ZoneId.of("Africa/Bamako");
    private static final Duration DAY = Duration.ofDays(1);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Schedules schedules;
    private final SavedViews views;

    @TempDir
    private Path directory;

    private Snapshots snapshots;
    private ScheduleRunner runner;

    SchedulesTest(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
        schedules = new Schedules(jdbc);
        views = new SavedViews(jdbc);
        jdbc.sql("truncate event, document cascade").update();
        Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
    }

    @BeforeEach
    void write() {
        jdbc.sql("truncate snapshot, snapshot_schedule, saved_view cascade").update();
        jdbc.sql("insert into account values ('fatou', 'x', 'BRIEFER') on conflict do nothing")
                .update();
        SampleEvents.write(jdbc);
        use(directory.resolve("snapshots"));
    }

    private void use(Path place) {
        snapshots = new Snapshots(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                new SnapshotSettings(place, "http://marsad.test", "Marsad test"),
                new SheetTexts(new Messages()),
                Drawing::sheets,
                Drawing::packs);
        runner = new ScheduleRunner(schedules, snapshots);
    }

    private Schedule plan(String query, Integer lastDays) {
        var view = views.save("fatou", "Kayes", query);
        var draft =
                SnapshotDraft.of("Every morning", Language.FR, EventFilter.ALL).withDpi(96);
        return schedules.save("fatou", view.id(), draft, lastDays, LocalTime.of(6, 0), BAMAKO);
    }

    private Schedule now(Schedule schedule) {
        return schedules.find(schedule.id()).orElseThrow();
    }

    @Test
    void issuesOnceADayAndOnceAfterDaysOff() {
        var schedule = plan("border=ML-SN&km=50&at=14.4,-12.2,7", null);
        assertThat(runner.runDue(schedule.nextAt().minusSeconds(1))).isZero();
        assertThat(runner.runDue(schedule.nextAt())).isEqualTo(1);
        assertThat(runner.runDue(schedule.nextAt())).isZero();
        assertThat(now(schedule).nextAt()).isEqualTo(schedule.nextAt().plus(DAY));
        var issued = snapshots.list("", true, 0, 10);
        assertThat(issued).hasSize(1);
        assertThat(issued.getFirst().issuedBy()).isEqualTo("fatou");
        assertThat(issued.getFirst().view()).isEqualTo("Kayes");
        assertThat(issued.getFirst().language()).isEqualTo(Language.FR);
        assertThat(snapshots.sheet(issued.getFirst().code()).extent().middleLon())
                .isEqualTo(-12.2);

        // The machine is off for four days.
        var back = schedule.nextAt().plus(DAY.multipliedBy(4)).plusSeconds(3600);
        assertThat(runner.runDue(back)).isEqualTo(1);
        assertThat(runner.runDue(back)).isZero();
        assertThat(now(schedule).nextAt()).isEqualTo(schedule.nextAt().plus(DAY.multipliedBy(5)));
        assertThat(snapshots.list("", true, 0, 10)).hasSize(2);
    }

    @Test
    void theLastDaysStayTheLastOnes() {
        var schedule = plan("from=2025-02-14&to=2025-02-20", 7);
        runner.runDue(schedule.nextAt());
        runner.runDue(schedule.nextAt().plus(DAY));
        var day = LocalDate.ofInstant(schedule.nextAt(), BAMAKO);
        assertThat(snapshots.list("", true, 0, 10))
                .extracting(snapshot -> snapshot.query())
                .containsExactly(
                        "from=" + day.minusDays(5) + "&to=" + day.plusDays(1),
                        "from=" + day.minusDays(6) + "&to=" + day);
    }

    @Test
    void aViewOfTheLastDaysMovesWithTheDayAndOneOfChosenDaysDoesNot() {
        var schedule = plan("last=7d&border=ML-SN&km=50", null);
        runner.runDue(schedule.nextAt());
        runner.runDue(schedule.nextAt().plus(DAY));
        var day = LocalDate.ofInstant(schedule.nextAt(), BAMAKO);
        plan("from=2025-02-14&to=2025-02-20", null);
        runner.runDue(now(schedule).nextAt());
        assertThat(snapshots.list("", true, 0, 10))
                .extracting(snapshot -> snapshot.query())
                .containsExactly(
                        "from=2025-02-14&to=2025-02-20",
                        "from=" + day.minusDays(5) + "&to=" + day.plusDays(1) + "&border=ML-SN&km=50",
                        "from=" + day.minusDays(6) + "&to=" + day + "&border=ML-SN&km=50");
    }

    @Test
    void lastDaysAreOfferedForAViewThatWasSavedOnItsLastDay() {
        var chosen = "from=2025-02-14&to=2025-02-20";
        assertThat(RelativeDays.meantBy(chosen, LocalDate.of(2025, 2, 20))).hasValue(7);
        assertThat(RelativeDays.meantBy(chosen, LocalDate.of(2025, 3, 20))).isEmpty();
        assertThat(RelativeDays.meantBy("last=7d", LocalDate.of(2025, 2, 20))).isEmpty();
    }

    @Test
    void aFailureIsNotedTriedAgainAndGivenUpUntilTheNextDay() throws Exception {
        var schedule = plan("", null);
        use(Files.writeString(directory.resolve("a file"), "in the way").resolve("snapshots"));
        var at = schedule.nextAt();
        for (var again : Schedules.AGAIN) {
            assertThat(runner.runDue(at)).isEqualTo(1);
            assertThat(now(schedule).nextAt()).isEqualTo(at.plus(again));
            at = at.plus(again);
        }
        assertThat(runner.runDue(at)).isEqualTo(1);
        assertThat(now(schedule).nextAt()).isEqualTo(schedule.nextAt().plus(DAY));
        assertThat(now(schedule).attempts()).isZero();
        var last = now(schedule).last();
        assertThat(last.failed()).isTrue();
        assertThat(last.message()).contains("nothing was issued");
        assertThat(schedules.listRuns(schedule.id(), 10))
                .extracting(Schedule.Run::attempt)
                .containsExactly(4, 3, 2, 1);

        use(directory.resolve("snapshots"));
        assertThat(runner.runDue(schedule.nextAt().plus(DAY))).isEqualTo(1);
        assertThat(now(schedule).last().failed()).isFalse();
    }

    @Test
    void aRunThatDiedIsTakenUpAgain() {
        var schedule = plan("", null);
        assertThat(schedules.take(schedule.nextAt())).isPresent();
        assertThat(runner.runDue(schedule.nextAt().plusSeconds(60))).isZero();
        assertThat(runner.runDue(schedule.nextAt().plus(Duration.ofMinutes(16))))
                .isEqualTo(1);
    }

    @Test
    void onlyAnAccountsOwnViewsArePlanned() {
        var view = views.save("fatou", "Kayes", "");
        var draft = SnapshotDraft.of("t", Language.EN, EventFilter.ALL);
        assertThatThrownBy(() -> schedules.save("other", view.id(), draft, null, LocalTime.NOON, BAMAKO))
                .isInstanceOf(SnapshotRefusedException.class);
        var schedule = plan("", null);
        assertThat(schedules.delete(schedule.id(), "other")).isFalse();
        assertThat(schedules.list("other")).isEmpty();
        assertThat(schedules.delete(schedule.id(), "fatou")).isTrue();
    }

    @Test
    void theNextTimeOfDayIsToldAcrossAChangeOfClocks() {
        var paris = ZoneId.of("Europe/Paris");
        assertThat(Schedules.next(LocalTime.of(2, 30), paris, Instant.parse("2025-03-29T12:00:00Z")))
                .isEqualTo(Instant.parse("2025-03-30T01:30:00Z")); // 02:30 does not exist: 03:30 summer time
    }
}
