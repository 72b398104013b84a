package org.marsad.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The same tiles and counts from PostGIS, tuned: a custom plan for each call, an index over place and day, rows in the order of
 * their places, no parallel gather for tiles, a narrow table that holds nothing else.
 */
final class PostgisBaseline {
    private static final String RAW = """
            create extension if not exists postgis;
            create extension if not exists btree_gist;
            drop table if exists bench_raw;
            create unlogged table bench_raw (id int, day int, actor smallint, type smallint, fatal smallint,
                prec smallint, x float8, y float8)
            """;

    /** In the order of the Hilbert curve, which is PostGIS's order of points: what is near lies on few pages. */
    private static final String TABLE = """
            drop table if exists bench_event;
            create unlogged table bench_event as
              select id, day, actor, type, fatal, prec, g::geometry(Point, 3857) as g
              from (select *, ST_SetSRID(ST_MakePoint(x, y), 3857) as g from bench_raw) r order by r.g;
            drop table bench_raw;
            create index bench_event_g_day on bench_event using gist (g, day);
            create index bench_event_day on bench_event (day);
            vacuum (analyze) bench_event
            """;

    private static final String FUNCTIONS = """
            create or replace function bench_points(z int, x int, y int, d0 int, d1 int) returns bytea
            language plpgsql stable as $$
            declare r bytea; f text := '';
            begin
              if d0 > 0 or d1 < 99999 then f := format(' and day >= %s and day < %s', d0, d1); end if;
              execute format('select ST_AsMVT(m.*, ''points'', 4096, ''geom'', ''id'') from (
                select ST_AsMVTGeom(g, ST_TileEnvelope(%1$s,%2$s,%3$s), 4096, 64, true) geom, id, day + FIRST as start,
                  (array[TYPES])[type + 1] as type, (array[KINDS])[actor %% KINDCOUNT + 1] as kind,
                  prec as "where", fatal as deaths
                from bench_event where g && ST_TileEnvelope(%1$s,%2$s,%3$s) %4$s) m', z, x, y, f) into r;
              return r;
            end $$;
            create or replace function bench_cells(z int, x int, y int, d0 int, d1 int) returns bytea
            language plpgsql stable as $$
            declare r bytea; f text := ''; b geometry := ST_TileEnvelope(z, x, y);
              x0 float8 := ST_XMin(b); y0 float8 := ST_YMin(b); c float8 := (ST_XMax(b) - ST_XMin(b)) / 256;
            begin
              if d0 > 0 or d1 < 99999 then f := format(' and day >= %s and day < %s', d0, d1); end if;
              execute format('select ST_AsMVT(m.*, ''cells'', 4096, ''geom'') from (
                select ST_AsMVTGeom(ST_SetSRID(ST_MakePoint((%1$s)+(cx+0.5)*%3$s, (%2$s)+(cy+0.5)*%3$s), 3857),
                    ST_TileEnvelope(%4$s,%5$s,%6$s), 4096, 64, true) geom, n, nullif(violent, 0) as violent,
                    nullif(exact, 0) as exact from (
                  select floor((ST_X(g)-(%1$s))/%3$s)::int cx, floor((ST_Y(g)-(%2$s))/%3$s)::int cy, count(*)::int n,
                    sum((type = 0)::int)::int violent, sum((prec = 1)::int)::int exact
                  from bench_event where g && ST_TileEnvelope(%4$s,%5$s,%6$s) %7$s group by 1, 2) a) m',
                x0, y0, c, z, x, y, f) into r;
              return r;
            end $$
            """;

    private static final double EARTH_M = 6378137;

    private final Connection connection;

    PostgisBaseline(Connection connection) throws SQLException {
        this.connection = connection;
        execute("set max_parallel_workers_per_gather = 0; set jit = off; set work_mem = '512MB';"
                + " set maintenance_work_mem = '1GB'");
    }

    void fill(SyntheticEvents events) throws SQLException, IOException {
        var content = "made by version 1 for " + events.size;
        if (!content.equals(content()) || count() != events.size) {
            copy(events);
            for (var statement : TABLE.split(";")) {
                execute(statement);
            }
            execute("comment on table bench_event is '" + content + "'");
        }
        execute(FUNCTIONS
                .replace("FIRST", Integer.toString(SyntheticEvents.FIRST_DAY))
                .replace("TYPES", quoted(SyntheticEvents.TYPES))
                .replace("KINDCOUNT", Integer.toString(SyntheticEvents.KINDS.size()))
                .replace("KINDS", quoted(SyntheticEvents.KINDS)));
        // Once through, so that it is in memory.
        execute("select count(ST_X(g)) from bench_event");
    }

    /** What the table says that it holds, from an earlier run; null where there is none. */
    private @Nullable String content() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select obj_description(to_regclass('bench_event'), 'pg_class')")) {
            result.next();
            return result.getString(1);
        }
    }

    /** A table that is not logged is emptied when its server was not stopped properly. */
    private long count() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from bench_event")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void copy(SyntheticEvents events) throws SQLException, IOException {
        for (var statement : RAW.split(";")) {
            execute(statement);
        }
        var rows = new StringBuilder(1 << 20);
        try (var copy =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy bench_raw from stdin", 1 << 20)) {
            for (int i = 0; i < events.size; i++) {
                double sin = Math.sin(Math.toRadians(events.lat[i]));
                rows.append(i + 1)
                        .append('\t')
                        .append(events.day[i])
                        .append('\t')
                        .append(events.actor[i]);
                rows.append('\t').append(events.type[i]).append('\t').append(events.fatal[i]);
                rows.append('\t').append(events.where[i]);
                rows.append('\t').append(EARTH_M * Math.toRadians(events.lon[i]));
                rows.append('\t')
                        .append(EARTH_M * Math.log((1 + sin) / (1 - sin)) / 2)
                        .append('\n');
                if (rows.length() > 1 << 19 || i == events.size - 1) {
                    copy.write(rows.toString().getBytes(StandardCharsets.US_ASCII));
                    rows.setLength(0);
                }
            }
        }
    }

    private static String quoted(java.util.List<String> words) {
        return words.stream().map(word -> "''" + word + "''").collect(Collectors.joining(","));
    }

    byte[] tile(String function, int z, int x, int y, int from, int to) throws SQLException {
        try (var statement = connection.prepareStatement("select " + function + "(?, ?, ?, ?, ?)")) {
            statement.setInt(1, z);
            statement.setInt(2, x);
            statement.setInt(3, y);
            statement.setInt(4, from);
            statement.setInt(5, to);
            try (var result = statement.executeQuery()) {
                result.next();
                byte[] tile = result.getBytes(1);
                return tile == null ? new byte[0] : tile;
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
