package org.marsad.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is and how to log in.
 *
 * @param url of JDBC: {@code jdbc:postgresql://127.0.0.1:5432/marsad}
 */
public record DatabaseAddress(String url, String user, String password) {
    public DatabaseAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "MARSAD_DB_URL is \"" + url
                            + "\"; it must be a JDBC address of PostgreSQL, such as jdbc:postgresql://db.example.org:5432/marsad");
        }
    }

    static DatabaseAddress ofLoopback(int port, String database, String user, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** Another database of the same server. */
    public DatabaseAddress withDatabase(String name) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String options = question < 0 ? "" : url.substring(question);
        return new DatabaseAddress(path.substring(0, path.lastIndexOf('/') + 1) + name + options, user, password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
