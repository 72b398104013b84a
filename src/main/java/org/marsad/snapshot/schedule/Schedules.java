package org.marsad.snapshot.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.store.DraftJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which views become snapshots by themselves, and what came of it. */
public final class Schedules {
    /** A failed run is tried again after these; then it is given up until the next day. */
    static final List<Duration> AGAIN = List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** So long a run may take before another process takes it for lost. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private static final int MOST_DAYS = 3660;

    private static final String ALL = """
            select s.*, v.name as view_name, v.query, r.due_at as run_due, r.at as run_at, r.attempt, r.code, r.message
            from snapshot_schedule s join saved_view v on v.id = s.view_id
                left join lateral (select * from snapshot_run where schedule_id = s.id order by at desc, id desc limit 1) r on true\s""";

    private final JdbcClient jdbc;

    public Schedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is due, with all that a run needs. */
    record Due(Schedule schedule, String asked, String query, Instant dueAt) {}

    /**
     * @param account only its own; null for all
     */
    public List<Schedule> list(@Nullable String account) {
        return jdbc.sql(ALL
                        + "where cast(:account as text) is null or s.account = :account order by lower(v.name), s.id")
                .param("account", account)
                .query((row, _) -> schedule(row))
                .list();
    }

    public Optional<Schedule> find(long id) {
        return jdbc.sql(ALL + "where s.id = ?")
                .param(id)
                .query((row, _) -> schedule(row))
                .optional();
    }

    /**
     * Plans a view, or plans it anew.
     *
     * @param view the account's own, by its number
     * @param draft how it is to look; its filter and extent are the view's at each run
     */
    public Schedule save(
            String account, long view, SnapshotDraft draft, @Nullable Integer lastDays, LocalTime at, ZoneId zone) {
        if (lastDays != null && (lastDays < 1 || lastDays > MOST_DAYS)) {
            throw new SnapshotRefusedException(Reason.FILTER, "the last days are 1 to " + MOST_DAYS);
        }
        long id = jdbc.sql("""
                        insert into snapshot_schedule (account, view_id, asked, last_days, at, zone, next_at)
                        select v.account, v.id, :asked, :days, :at, :zone, :next from saved_view v
                            where v.id = :view and v.account = :account
                        on conflict (view_id) do update set asked = excluded.asked, last_days = excluded.last_days,
                            at = excluded.at, zone = excluded.zone, next_at = excluded.next_at, enabled = true, attempts = 0
                        returning id""")
                .param("account", account)
                .param("view", view)
                .param("asked", DraftJson.write(draft))
                .param("days", lastDays)
                .param("at", Time.valueOf(at))
                .param("zone", zone.getId())
                .param("next", utc(next(at, zone, Instant.now())))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new SnapshotRefusedException(Reason.MISSING, "you have no saved view " + view));
        return find(id).orElseThrow();
    }

    /**
     * @param account whose it must be; null for any
     * @return whether there was one
     */
    public boolean delete(long id, @Nullable String account) {
        return jdbc.sql(
                                "delete from snapshot_schedule where id = :id and (cast(:account as text) is null or account = :account)")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** The runs of a schedule, the last first. */
    public List<Schedule.Run> listRuns(long id, int limit) {
        return jdbc.sql("select due_at as run_due, at as run_at, attempt, code, message from snapshot_run"
                        + " where schedule_id = ? order by at desc, id desc limit ?")
                .params(id, limit)
                .query((row, _) -> run(row))
                .list();
    }

    /** Takes what is due first, for this process alone. */
    Optional<Due> take(Instant now) {
        return jdbc.sql("""
                        with due as (select id, next_at from snapshot_schedule where enabled and next_at <= :now
                            order by next_at limit 1 for update skip locked)
                        update snapshot_schedule s set next_at = :lease from due where s.id = due.id
                        returning s.id, due.next_at""")
                .param("now", utc(now))
                .param("lease", utc(now.plus(LEASE)))
                .query((row, _) -> java.util.Map.entry(
                        row.getLong("id"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(taken -> jdbc.sql(ALL + "where s.id = ?")
                        .param(taken.getKey())
                        .query((row, _) -> new Due(
                                schedule(row), row.getString("asked"), row.getString("query"), taken.getValue()))
                        .optional());
    }

    /** Notes a run that went well. Days that were missed are not made up for one by one. */
    void done(Due due, String code, Instant now) {
        var schedule = due.schedule();
        note(due, code, null);
        jdbc.sql("update snapshot_schedule set attempts = 0, next_at = ? where id = ?")
                .params(utc(next(schedule.at(), schedule.zone(), now)), schedule.id())
                .update();
    }

    /** Notes a run that did not, and when it is tried again. */
    void failed(Due due, String message, Instant now) {
        var schedule = due.schedule();
        note(due, null, message);
        boolean again = schedule.attempts() < AGAIN.size();
        jdbc.sql("update snapshot_schedule set attempts = ?, next_at = ? where id = ?")
                .params(
                        again ? schedule.attempts() + 1 : 0,
                        utc(
                                again
                                        ? now.plus(AGAIN.get(schedule.attempts()))
                                        : next(schedule.at(), schedule.zone(), now)),
                        schedule.id())
                .update();
    }

    private void note(Due due, @Nullable String code, @Nullable String message) {
        jdbc.sql("""
                        insert into snapshot_run (schedule_id, due_at, attempt, code, message)
                        select id, :due, :attempt, :code, :message from snapshot_schedule where id = :id""")
                .param("id", due.schedule().id())
                .param("due", utc(due.dueAt()))
                .param("attempt", due.schedule().attempts() + 1)
                .param("code", code)
                .param("message", message)
                .update();
    }

    /** The first such time of day after a moment. */
    static Instant next(LocalTime at, ZoneId zone, Instant after) {
        var day = after.atZone(zone).toLocalDate();
        var today = ZonedDateTime.of(day, at, zone);
        return (today.toInstant().isAfter(after) ? today : ZonedDateTime.of(day.plusDays(1), at, zone)).toInstant();
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        int days = row.getInt("last_days");
        boolean relative = !row.wasNull();
        return new Schedule(
                row.getLong("id"),
                row.getString("account"),
                row.getLong("view_id"),
                row.getString("view_name"),
                relative ? days : null,
                row.getTime("at").toLocalTime(),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("enabled"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getObject("run_at") == null ? null : run(row));
    }

    private static Schedule.Run run(ResultSet row) throws SQLException {
        return new Schedule.Run(
                row.getObject("run_due", OffsetDateTime.class).toInstant(),
                row.getObject("run_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempt"),
                row.getString("code"),
                row.getString("message"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
