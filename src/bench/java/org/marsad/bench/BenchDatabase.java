package org.marsad.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/** An empty database on the benchmarks' server, which is kept in {@code target/bench-data} and stopped at the end. */
record BenchDatabase(DatabaseServer server, DatabaseAddress address, String name) implements AutoCloseable {
    static BenchDatabase create(String name) throws SQLException {
        var server = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.err::println), Path.of(""), Path.of("target/bench-data"));
        var database = new BenchDatabase(server, server.start(System.err::println), name);
        database.execute("drop database if exists " + name + " with (force)");
        database.execute("create database " + name);
        return database;
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
        execute("drop database if exists " + name + " with (force)");
        server.stop();
    }
}
