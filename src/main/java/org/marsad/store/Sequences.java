package org.marsad.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids taken before rows are written, so that many rows that refer to each other are written at once. */
final class Sequences {
    private Sequences() {}

    /**
     * So many ids, ascending, that nobody else gets.
     *
     * @param table with an identity column {@code id}
     */
    static List<Long> next(JdbcClient jdbc, String table, int count) {
        return count == 0
                ? List.of()
                : jdbc
                        .sql("select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")
                        .params(table, count)
                        .query(Long.class)
                        .list()
                        .stream()
                        .sorted()
                        .toList();
    }
}
