package org.marsad.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The three cross-filtered histograms in SQL that PostgreSQL and DuckDB both read: each leaves its own filter out. */
final class HistogramSql {
    private HistogramSql() {}

    /**
     * All bars by {@code day 17}, {@code actor 3}, {@code type 0}.
     *
     * @param actors numbers with commas between
     */
    static Map<String, Long> run(Connection connection, String actors, int from, int to, int withoutType)
            throws SQLException {
        String time = "day >= " + from + " and day < " + to;
        String actor = "actor in (" + actors + ")";
        String type = "type <> " + withoutType;
        var bars = new HashMap<String, Long>();
        read(connection, "day", actor + " and " + type, bars);
        read(connection, "actor", time + " and " + type, bars);
        read(connection, "type", time + " and " + actor, bars);
        return bars;
    }

    private static void read(Connection connection, String column, String where, Map<String, Long> bars)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select " + column + ", count(*) from bench_event where " + where + " group by 1")) {
            while (rows.next()) {
                bars.put(column + " " + rows.getInt(1), rows.getLong(2));
            }
        }
    }
}
