package org.marsad.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/**
 * A database on the benchmarks' server, which is kept in {@code target/bench-data} and stopped at the end.
 *
 * @param kept whether it outlives the benchmark
 */
record BenchDatabase(DatabaseServer server, DatabaseAddress address, String name, boolean kept)
        implements AutoCloseable {
    /** An empty one. */
    static BenchDatabase create(String name) throws SQLException {
        return create(name, false);
    }

    /** The one that an earlier run has left, if it is to be kept and is there; else an empty one. */
    static BenchDatabase create(String name, boolean kept) throws SQLException {
        var server = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.err::println), Path.of(""), Path.of("target/bench-data"));
        var database = new BenchDatabase(server, server.start(System.err::println), name, kept);
        if (!kept) {
            database.execute("drop database if exists " + name + " with (force)");
        }
        if (!kept || !database.exists()) {
            database.execute("create database " + name);
        }
        return database;
    }

    private boolean exists() throws SQLException {
        try (var connection = address.connect();
                var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Of the database itself. */
    DatabaseAddress own() {
        return address.withDatabase(name);
    }

    long count(String sql) throws SQLException {
        try (var connection = own().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!kept) {
            execute("drop database if exists " + name + " with (force)");
        }
        server.stop();
    }
}
