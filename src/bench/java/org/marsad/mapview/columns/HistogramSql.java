package org.marsad.mapview.columns;

import java.sql.Connection;
import java.sql.SQLException;

/** The three cross-filtered histograms in SQL that PostgreSQL and DuckDB both read: each leaves its own filter out. */
final class HistogramSql {
    private HistogramSql() {}

    /** Sum of all bars, so that the answers can be compared and nothing can be left out. */
    static long run(Connection connection, String actors, int from, int to, int withoutType) throws SQLException {
        String time = "day >= " + from + " and day < " + to;
        String actor = "actor in (" + actors + ")";
        String type = "type <> " + withoutType;
        long sum = 0;
        sum += total(connection, "day", actor + " and " + type);
        sum += total(connection, "actor", time + " and " + type);
        sum += total(connection, "type", time + " and " + actor);
        return sum;
    }

    private static long total(Connection connection, String column, String where) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select " + column + ", count(*) from bench_event where " + where + " group by 1")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(2);
            }
            return sum;
        }
    }
}
