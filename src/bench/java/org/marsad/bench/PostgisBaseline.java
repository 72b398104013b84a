package org.marsad.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The same tiles and counts from PostGIS, tuned: a custom plan for each call, an index over place and day, clustered, no
 * parallel gather for tiles, a narrow table that holds nothing else.
 */
final class PostgisBaseline {
    private static final String SCHEMA = """
            create extension if not exists postgis;
            create extension if not exists btree_gist;
            drop table if exists bench_event cascade;
            create unlogged table bench_event (id int, day int, actor smallint, type smallint, fatal smallint,
                prec smallint, lon float8, lat float8)
            """;

    private static final String INDEX = """
            alter table bench_event add column g geometry(Point, 3857);
            update bench_event set g = ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 3857);
            create index bench_event_g_day on bench_event using gist (g, day);
            create index bench_event_day on bench_event (day);
            vacuum (full) bench_event;
            cluster bench_event using bench_event_g_day;
            analyze bench_event
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

    private final Connection connection;

    PostgisBaseline(Connection connection) throws SQLException {
        this.connection = connection;
        execute("set max_parallel_workers_per_gather = 0; set jit = off; set work_mem = '256MB';"
                + " set maintenance_work_mem = '1GB'");
    }

    void fill(SyntheticEvents events) throws SQLException, IOException {
        copy(events);
        for (String statement : INDEX.split(";")) {
            execute(statement);
        }
        execute(FUNCTIONS
                .replace("FIRST", Integer.toString(SyntheticEvents.FIRST_DAY))
                .replace("TYPES", quoted(SyntheticEvents.TYPES))
                .replace("KINDCOUNT", Integer.toString(SyntheticEvents.KINDS.size()))
                .replace("KINDS", quoted(SyntheticEvents.KINDS)));
    }

    /** The bare rows. */
    void copy(SyntheticEvents events) throws SQLException, IOException {
        for (String statement : SCHEMA.split(";")) {
            execute(statement);
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var rows = new StringBuilder();
        for (int i = 0; i < events.size; i++) {
            rows.append(i + 1).append('\t').append(events.day[i]).append('\t').append(events.actor[i]);
            rows.append('\t').append(events.type[i]).append('\t').append(events.fatal[i]);
            rows.append('\t').append(events.where[i]).append('\t').append(events.lon[i]);
            rows.append('\t').append(events.lat[i]).append('\n');
            if (rows.length() > 1 << 22 || i == events.size - 1) {
                copy.copyIn(
                        "copy bench_event from stdin",
                        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.US_ASCII)));
                rows.setLength(0);
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
