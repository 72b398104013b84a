package org.marsad.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.store.database.TestServer;

/** A database of its own for a test, with Marsad's schema and nothing in it: a copy of a template that is migrated once. */
public final class TestDatabase implements AutoCloseable {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36) + "_"
            + Long.toString(System.currentTimeMillis() % 100_000_000, 36);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = createTemplate();

    private final DatabaseAddress address;
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
        this.address = TestServer.address().withDatabase(name);
    }

    public static TestDatabase create() {
        String name = "marsad_test_" + RUN + "_" + COUNT.incrementAndGet();
        onServer("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        onServer("drop database if exists " + name + " with (force)");
    }

    /** Named after its migrations, so that it outlives the run and a changed migration makes another. */
    private static String createTemplate() {
        String template = "marsad_template_" + Long.toHexString(checksum());
        var address = TestServer.address();
        // A lock of the server, because two test JVMs may come here at once.
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(20250220)");
            try (var exists = statement.executeQuery("select 1 from pg_database where datname = '" + template + "'")) {
                if (exists.next()) {
                    return template;
                }
            }
            String fresh = template + "_new";
            statement.execute("drop database if exists " + fresh + " with (force)");
            statement.execute("create database " + fresh);
            var target = address.withDatabase(fresh);
            Flyway.configure()
                    .dataSource(target.url(), target.user(), target.password())
                    .locations("filesystem:" + MIGRATIONS)
                    .load()
                    .migrate();
            statement.execute("alter database " + fresh + " rename to " + template);
            return template;
        } catch (SQLException e) {
            throw new IllegalStateException("no template database", e);
        }
    }

    private static long checksum() {
        var crc = new CRC32();
        try (var files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                crc.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                crc.update(Files.readAllBytes(file));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return crc.getValue();
    }

    private static void onServer(String sql) {
        try (var connection = TestServer.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
