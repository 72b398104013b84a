package org.marsad.mapview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Rows in the order of the event's id, of all events or of some. */
final class EventCursor implements AutoCloseable {
    static final int FETCH = 20_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean hasRow;
    private boolean begun;

    EventCursor(Connection connection, String sql, String idColumn, @Nullable BitSet ids) throws SQLException {
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

    /** The row that it stands at. */
    ResultSet rows() {
        return rows;
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
