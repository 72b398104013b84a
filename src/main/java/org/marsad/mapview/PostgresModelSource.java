package org.marsad.mapview;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.marsad.coding.Role;
import org.marsad.geo.BorderId;
import org.marsad.geo.Geo;
import org.marsad.mapview.ModelNames.Name;
import org.marsad.mapview.columns.EventColumnsBuilder;
import org.marsad.mapview.columns.EventRow;
import org.marsad.mapview.columns.KnownArea;
import org.marsad.mapview.columns.Vocabulary;
import org.marsad.text.Language;
import org.postgresql.PGConnection;

/**
 * Events out of PostGIS, through cursors over the event and what belongs to it, each in the order of the event's id, so that
 * ten million pass by without a join. A change is known by its transaction; see the migration V8.
 */
final class PostgresModelSource implements ModelSource {
    private static final int FETCH = 20_000;
    private static final Duration NAMES_HOLD = Duration.ofMinutes(1);
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
    private final Map<String, double[]> divisionKm = new HashMap<>();
    private final Map<String, Integer> placeCode = new HashMap<>();
    private final Map<String, Geometry> borders = new HashMap<>();
    private Instant namesRead = Instant.EPOCH;
    private int actorsNamed;

    /**
     * @param connection for this alone; closed with it
     */
    PostgresModelSource(Connection connection) throws SQLException {
        this.connection = connection;
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
            placeCode.clear();
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
            statement.setFetchSize(FETCH);
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
        readDivisions();
        var words = into.vocabulary();
        try (var events = new Stream(EVENTS, "e.id", ids);
                var actors = new Stream(
                        "select event_id, actor_id, role from event_actor where %s order by event_id, actor_id",
                        "event_id", ids);
                var places = new Stream(
                        "select event_id, place_id from event_place where %s order by event_id, place_id",
                        "event_id", ids);
                var near = new Stream(
                        "select event_id, border_id, km from event_border where %s order by event_id",
                        "event_id", ids);
                var languages = new Stream("""
                        select r.event_id, a.language from report r join article a on a.id = r.article_id
                        where %s order by r.event_id""", "r.event_id", ids)) {
            var row = new EventRow();
            var participants = new int[16];
            var places2 = new ArrayList<String>();
            long read = 0;
            while (events.next()) {
                var event = events.rows;
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
                    places2.add(places.rows.getString(2));
                    places.next();
                }
                where(words, row, places2);
                while (languages.isAt(id)) {
                    row.languages |=
                            1 << Language.ofTag(languages.rows.getString(2)).ordinal();
                    languages.next();
                }
                position(words, row, event, places2);
                var along = event.getString("border_id");
                while (near.isAt(id)) {
                    var border = near.rows.getString(2);
                    if (!border.equals(along)) {
                        row.near(words.borders().add(border), near.rows.getDouble(3));
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

    private int[] who(Vocabulary words, EventRow row, Stream actors, long id, int[] space) throws SQLException {
        int[] participants = space;
        int count = 0;
        while (actors.isAt(id)) {
            int item = actor(words, actors.rows.getString(2)) << 5;
            int role = ROLE_BITS.get(actors.rows.getString(3));
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
        int known = words.actors().find(id);
        return known >= 0 ? known : words.actor(id, kind(id));
    }

    private String kind(String actor) throws SQLException {
        try (var statement = connection.prepareStatement("select kind from actor where id = ?")) {
            statement.setString(1, actor);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private void where(Vocabulary words, EventRow row, List<String> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        var codes = new int[places.size()];
        int count = 0;
        for (var place : places) {
            var known = placeCode.get(place);
            if (known == null) {
                known = code(words, place);
                placeCode.put(place, known);
            }
            if (known != 0) {
                codes[count++] = known;
            }
        }
        row.where = words.where(codes, count);
    }

    private int code(Vocabulary words, String place) throws SQLException {
        try (var statement = connection.prepareStatement("select country, admin1 from place where id = ?")) {
            statement.setString(1, place);
            try (var rows = statement.executeQuery()) {
                if (!rows.next() || rows.getString(1) == null) {
                    return 0;
                }
                var country = rows.getString(1);
                var admin1 = rows.getString(2);
                int region = admin1 == null ? -1 : words.regions().add(country + ":" + admin1);
                return words.countries().add(country) + 1 << 16 | region + 1;
            }
        }
    }

    private void position(Vocabulary words, EventRow row, ResultSet event, List<String> places) throws SQLException {
        row.lon = event.getDouble("lon");
        if (!event.wasNull()) {
            row.lat = event.getDouble("lat");
            return;
        }
        row.lon = Double.NaN;
        byte[] wkb = event.getBytes("shape");
        var border = event.getString("border_id");
        if (wkb == null) {
            return;
        }
        if (border == null && row.wherePrecision <= 2) {
            var shape = shape(wkb);
            if (shape.getDimension() == 0) {
                var points = shape.getCoordinates();
                row.lon = points[0].x;
                row.lat = points[0].y;
                row.more = new double[points.length * 2 - 2];
                for (int i = 1; i < points.length; i++) {
                    row.more[i * 2 - 2] = points[i].x;
                    row.more[i * 2 - 1] = points[i].y;
                }
                return;
            }
        }
        var key = row.wherePrecision + "|" + border + "|" + String.join("\n", places) + "|"
                + new String(wkb, StandardCharsets.ISO_8859_1);
        row.area = words.area(key, number -> area(number, row.wherePrecision, border, shape(wkb), places, words))
                .number();
    }

    private KnownArea area(
            int number,
            int wherePrecision,
            @Nullable String border,
            Geometry shape,
            List<String> places,
            Vocabulary words) {
        var countries = new TreeSet<String>();
        for (var place : places) {
            int code = placeCode.getOrDefault(place, 0);
            if (code != 0) {
                countries.add(words.countries().word((code >>> 16) - 1));
            }
        }
        if (border != null) {
            words.borders().add(border);
        }
        return new KnownArea(
                number,
                wherePrecision,
                border == null ? null : BorderId.parse(border),
                border == null ? shape : borders.computeIfAbsent(border + shape.hashCode(), key -> shape),
                border != null ? 0 : radius(wherePrecision, countries),
                List.copyOf(countries),
                List.copyOf(places));
    }

    /** As the function marsad_area_km of the database has it. */
    private double radius(int wherePrecision, TreeSet<String> countries) {
        return switch (wherePrecision) {
            case 1 -> 0;
            case 2 -> 25;
            case 3 -> largest(countries, 1, 50);
            case 4 -> largest(countries, 0, 110);
            case 5 -> 250;
            case 6 -> 500;
            default -> 300;
        };
    }

    private double largest(TreeSet<String> countries, int level, double otherwise) {
        return countries.stream()
                .map(divisionKm::get)
                .filter(km -> km != null && !Double.isNaN(km[level]))
                .mapToDouble(km -> km[level])
                .max()
                .orElse(otherwise);
    }

    private void readDivisions() throws SQLException {
        divisionKm.clear();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select country, admin1_km, admin2_km from division_size")) {
            while (rows.next()) {
                double admin2 = rows.getDouble(3);
                divisionKm.put(
                        rows.getString(1), new double[] {rows.getDouble(2), rows.wasNull() ? Double.NaN : admin2});
            }
        }
    }

    @Override
    public @Nullable ModelNames names(Vocabulary vocabulary) throws SQLException {
        int actors = vocabulary.actors().size();
        if (actors == actorsNamed && Instant.now().isBefore(namesRead.plus(NAMES_HOLD))) {
            return null;
        }
        actorsNamed = actors;
        namesRead = Instant.now();
        var places = vocabulary.areas().stream()
                .flatMap(area -> area.places().stream())
                .distinct()
                .toArray(String[]::new);
        return new ModelNames(
                names("select id, name, name_ar, name_fr from actor", null),
                names("select p.country || ':' || p.admin1, " + names("p") + """
                         from place p where p.level = 'admin1' and p.country is not null and p.admin1 is not null""", null),
                names("select p.id, " + names("p") + " from place p where p.id = any(?)", places));
    }

    private static String names(String place) {
        return place + ".name, " + Names.place(place).replace(":language", "'ar'") + ", "
                + Names.place(place).replace(":language", "'fr'");
    }

    private Map<String, Name> names(String sql, String @Nullable [] ids) throws SQLException {
        var result = new HashMap<String, Name>();
        try (var statement = connection.prepareStatement(sql)) {
            if (ids != null) {
                statement.setArray(1, connection.createArrayOf("text", ids));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.put(
                            rows.getString(1),
                            new Name(rows.getString(2), text(rows.getString(3)), text(rows.getString(4))));
                }
            }
        }
        return result;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Geometry shape(byte[] wkb) {
        try {
            return new WKBReader(Geo.WGS84).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("the database sent a geometry that is none", e);
        }
    }

    private static Map<String, Integer> roleBits() {
        var bits = new HashMap<String, Integer>();
        for (var role : Role.values()) {
            bits.put(role.word(), 1 << role.ordinal());
        }
        return bits;
    }

    /** Rows in the order of the event's id, of all events or of some. */
    private final class Stream implements AutoCloseable {
        private final PreparedStatement statement;
        private final ResultSet rows;
        private boolean hasRow;
        private boolean begun;

        Stream(String sql, String idColumn, @Nullable BitSet ids) throws SQLException {
            statement = connection.prepareStatement(sql.formatted(ids == null ? "true" : idColumn + " = any(?)"));
            if (ids != null) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", ids.stream().mapToObj(Long::valueOf).toArray()));
            }
            statement.setFetchSize(FETCH);
            rows = statement.executeQuery();
        }

        boolean next() throws SQLException {
            begun = true;
            hasRow = rows.next();
            return hasRow;
        }

        /** Whether the row is one of this event; passes over those of events before it. */
        boolean isAt(long id) throws SQLException {
            if (!begun) {
                next();
            }
            while (hasRow && rows.getLong(1) < id) {
                next();
            }
            return hasRow && rows.getLong(1) == id;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
