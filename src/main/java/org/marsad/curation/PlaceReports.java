package org.marsad.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.PlaceReport.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places that analysts say are wrong, for an admin to decide on. */
@Service
@Transactional
public class PlaceReports {
    /** Characters of a text, at most. */
    public static final int MOST_TEXT = 2000;

    /** Characters of a place in words, at most. */
    public static final int MOST_NAME = 200;

    private final JdbcClient jdbc;

    public PlaceReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report to make; see {@link PlaceReport}.
     *
     * @throws IllegalArgumentException where nothing is said to be wrong, or too much
     */
    public record Draft(
            long event,
            @Nullable String place,
            String placeName,
            String heading,
            String problem,
            @Nullable String suggestedId,
            @Nullable String suggested) {
        public Draft {
            problem = problem.strip();
            if (problem.isEmpty() || problem.length() > MOST_TEXT) {
                throw new IllegalArgumentException("a report says what is wrong, in at most " + MOST_TEXT
                        + " characters; these are " + problem.length());
            }
            suggested = suggested == null || suggested.isBlank() ? null : suggested.strip();
            if (suggested != null && suggested.length() > MOST_NAME) {
                throw new IllegalArgumentException("a place is said in at most " + MOST_NAME + " characters");
            }
        }
    }

    /** Returns its number, or empty where there is no such event. */
    public Optional<Long> add(Draft draft, String by) {
        return jdbc.sql("""
                        insert into place_report (event_id, place_id, place_name, heading, problem, suggested_id, suggested,
                            reported_by)
                        select id, :place, :placeName, :heading, :problem, :suggestedId, :suggested, :by
                        from event where id = :event returning id""")
                .param("event", draft.event())
                .param("place", draft.place())
                .param("placeName", draft.placeName())
                .param("heading", draft.heading())
                .param("problem", draft.problem())
                .param("suggestedId", draft.suggestedId())
                .param("suggested", draft.suggested())
                .param("by", by)
                .query(Long.class)
                .optional();
    }

    /** How many wait for a decision. */
    @Transactional(readOnly = true)
    public int countOpen() {
        return jdbc.sql("select count(*) from place_report where state = 'open'")
                .query(Integer.class)
                .single();
    }

    /** Those in a state, the oldest first while they wait, and else the last decided first; at most 200. */
    @Transactional(readOnly = true)
    public List<PlaceReport> list(State state) {
        return jdbc.sql("""
                        select r.*, exists (select from event e where e.id = r.event_id) as there
                        from place_report r where state = ? order by decided_at desc nulls last, reported_at, id limit 200""").param(state.word()).query((row, _) -> report(row)).list();
    }

    /** Of one event, the newest first. */
    @Transactional(readOnly = true)
    public List<PlaceReport> listOfEvent(long event) {
        return jdbc.sql("select r.*, true as there from place_report r where event_id = ? order by id desc limit 20")
                .param(event)
                .query((row, _) -> report(row))
                .list();
    }

    /**
     * Decides on a report, or opens it again.
     *
     * @param answer to whoever reported it, or empty
     * @return whether there is such a report
     */
    @PreAuthorize("hasRole('ADMIN')")
    public boolean decide(long id, State state, String answer, String by) {
        boolean open = state == State.OPEN;
        return jdbc.sql("""
                                update place_report set state = :state, answer = :answer, decided_by = :by,
                                    decided_at = case when :open then null else now() end
                                where id = :id""")
                        .param("state", state.word())
                        .param("answer", answer.isBlank() ? null : answer.strip())
                        .param("by", open ? null : by)
                        .param("open", open)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static PlaceReport report(ResultSet row) throws SQLException {
        return new PlaceReport(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getString("place_id"),
                row.getString("place_name"),
                row.getString("heading"),
                row.getString("problem"),
                row.getString("suggested_id"),
                row.getString("suggested"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reported_by"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("answer"),
                row.getBoolean("there"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
