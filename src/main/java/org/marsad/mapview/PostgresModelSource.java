package org.marsad.mapview;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.mapview.columns.EventColumnsBuilder;
import org.marsad.mapview.columns.EventRow;
import org.marsad.mapview.columns.Vocabulary;
import org.marsad.text.Language;
import org.postgresql.PGConnection;

/**
 * Events out of PostGIS, through cursors over the event and what belongs to it, each in the order of the event's id, so that
 * ten million pass by without a join. A change is known by its transaction; see the migration V8.
 */
final class PostgresModelSource implements ModelSource {
    private static final List<String> DATE_PRECISIONS = List.of("day", "week", "month", "year", "unknown");
    private static final Map<String, Integer> ROLE_BITS = roleBits();

    private static final String EVENTS = """
            select e.id, e.plover, e.start_date - date '1970-01-01' as first_day, e.end_date - date '1970-01-01' as last_day,
                e.date_precision, e.where_precision, e.border_id, e.source,
                coalesce(e.fatalities_best, e.fatalities_low) as deaths,
                case when p.placed and GeometryType(e.geom) = 'POINT' then ST_X(e.geom) end as lon,
                case when p.placed and GeometryType(e.geom) = 'POINT' then ST_Y(e.geom) end as lat,
                case when not p.placed or GeometryType(e.geom) <> 'POINT' then ST_AsBinary(e.geom) end as shape
            from event e cross join lateral (select e.border_id is null and e.where_precision <= 2 as placed) p
            where %s order by e.id""";

    private final Connection connection;
    private final EventPositions positions;
    /** Actors of the read at hand whose kind was looked up in it. */
    private final Set<String> asked = new HashSet<>();

    private final ModelNamesQuery names;

    /**
     * @param connection for this alone; closed with it
     */
    PostgresModelSource(Connection connection) throws SQLException {
        this.connection = connection;
        positions = new EventPositions(connection);
        names = new ModelNamesQuery(connection);
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen marsad_event");
        }
    }

    @Override
    public Loaded load(Vocabulary vocabulary, LongConsumer progress) throws SQLException {
        begin();
        try {
            var bookmark = bookmark();
            var builder = new EventColumnsBuilder(vocabulary, (int) Math.min(count() + 1000, 100_000_000));
            positions.clear();
            read(null, builder, progress);
            connection.commit();
            return new Loaded(builder, bookmark);
        } finally {
            end();
        }
    }

    @Override
    public Changes changes(String bookmark) throws SQLException {
        var ids = new BitSet();
        begin();
        try (var statement = connection.prepareStatement("""
                with before as (select ?::pg_snapshot as seen),
                other as (select pg_snapshot_xmin(seen) as first, seen, pg_snapshot_xmax(pg_current_snapshot()) as last from before)
                select id from event, other
                where changed >= first and changed < last and not pg_visible_in_snapshot(changed, seen)
                union all select event_id from event_gone, other
                where changed >= first and changed < last and not pg_visible_in_snapshot(changed, seen)""")) {
            statement.setString(1, bookmark);
            statement.setFetchSize(EventCursor.FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.set(Math.toIntExact(rows.getLong(1)));
                }
            }
            var next = bookmark();
            connection.commit();
            return new Changes(ids, next);
        } finally {
            end();
        }
    }

    @Override
    public void read(BitSet ids, EventColumnsBuilder into) throws SQLException {
        begin();
        try {
            read(ids, into, number -> {});
            connection.commit();
        } finally {
            end();
        }
    }

    @Override
    public @Nullable ModelNames names(Vocabulary vocabulary) throws SQLException {
        return names.read(vocabulary);
    }

    @Override
    public long count() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void await(int millis) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications(millis);
        if (notifications != null && notifications.length > 0) {
            return;
        }
        // Silence may be a dead line; and is the moment to look whether a word was missed.
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** One snapshot for all that is read. */
    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    private void end() throws SQLException {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
    }

    /** Which transactions were over. */
    private String bookmark() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_current_snapshot()::text")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void read(@Nullable BitSet ids, EventColumnsBuilder into, LongConsumer progress) throws SQLException {
        positions.readDivisions();
        asked.clear();
        var words = into.vocabulary();
        try (var events = new EventCursor(connection, EVENTS, "e.id", ids);
                var actors = new EventCursor(
                        connection,
                        "select event_id, actor_id, role from event_actor where %s order by event_id, actor_id",
                        "event_id",
                        ids);
                var places = new EventCursor(
                        connection,
                        "select event_id, place_id from event_place where %s order by event_id, place_id",
                        "event_id",
                        ids);
                var near = new EventCursor(
                        connection,
                        "select event_id, border_id, km from event_border where %s order by event_id",
                        "event_id",
                        ids);
                var languages = new EventCursor(connection, """
                        select r.event_id, a.language from report r join article a on a.id = r.article_id
                        where %s order by r.event_id""", "r.event_id", ids)) {
            var row = new EventRow();
            var participants = new int[16];
            var places2 = new ArrayList<String>();
            long read = 0;
            while (events.next()) {
                var event = events.rows();
                long id = event.getLong("id");
                row.clear();
                row.id = Math.toIntExact(id);
                row.type = words.types().add(event.getString("plover"));
                row.wherePrecision = event.getInt("where_precision");
                row.datePrecision = DATE_PRECISIONS.indexOf(event.getString("date_precision"));
                int start = event.getInt("first_day");
                if (!event.wasNull()) {
                    row.start = start;
                    row.end = event.getInt("last_day");
                }
                int deaths = event.getInt("deaths");
                row.deaths = event.wasNull() ? -1 : deaths;
                var source = event.getString("source");
                row.source = words.sources().add(source == null ? EventFilter.ARTICLES : source);
                participants = who(words, row, actors, id, participants);
                places2.clear();
                while (places.isAt(id)) {
                    places2.add(places.rows().getString(2));
                    places.next();
                }
                positions.divisions(words, row, places2);
                while (languages.isAt(id)) {
                    row.languages |=
                            1 << Language.ofTag(languages.rows().getString(2)).ordinal();
                    languages.next();
                }
                positions.place(words, row, event, places2);
                var along = event.getString("border_id");
                while (near.isAt(id)) {
                    var border = near.rows().getString(2);
                    if (!border.equals(along)) {
                        row.near(words.borders().add(border), near.rows().getDouble(3));
                    }
                    near.next();
                }
                into.add(row);
                if (++read % 50_000 == 0) {
                    progress.accept(read);
                }
            }
            progress.accept(read);
        }
    }

    private int[] who(Vocabulary words, EventRow row, EventCursor actors, long id, int[] space) throws SQLException {
        int[] participants = space;
        int count = 0;
        while (actors.isAt(id)) {
            int item = actor(words, actors.rows().getString(2)) << 5;
            int role = ROLE_BITS.get(actors.rows().getString(3));
            if (count > 0 && (participants[count - 1] & ~31) == item) {
                participants[count - 1] |= role;
            } else {
                if (count == participants.length) {
                    participants = Arrays.copyOf(participants, count * 2);
                }
                participants[count++] = item | role;
            }
            actors.next();
        }
        row.who = words.who(participants, count);
        return participants;
    }

    private int actor(Vocabulary words, String id) throws SQLException {
        // Its kind may be edited: it is asked for again with each change of events.
        int known = words.actors().find(id);
        return known >= 0 && !asked.add(id) ? known : words.actor(id, kind(id));
    }

    private String kind(String actor) throws SQLException {
        try (var statement = connection.prepareStatement("select kind from actor where id = ?")) {
            statement.setString(1, actor);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static Map<String, Integer> roleBits() {
        var bits = new HashMap<String, Integer>();
        for (var role : Role.values()) {
            bits.put(role.word(), 1 << role.ordinal());
        }
        return bits;
    }
}
