package org.marsad.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} started, kept in a file so that the next command finds it.
 *
 * @param pid of the server's process
 * @param startedAt as the operating system tells it, which tells this process from a later one of the same number
 * @param build of the jar that it runs
 * @param database the kind chosen: given, docker or local
 * @param stopsDatabase whether {@code down} stops the database too
 */
record ServerState(
        long pid, @Nullable Instant startedAt, int port, String build, String database, boolean stopsDatabase) {
    private static Path file(Home home) {
        return home.data().resolve("server.properties");
    }

    static Optional<ServerState> find(Home home) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file(home))) {
            properties.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        String startedAt = properties.getProperty("startedAt", "");
        return Optional.of(new ServerState(
                Long.parseLong(properties.getProperty("pid")),
                startedAt.isEmpty() ? null : Instant.parse(startedAt),
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("build"),
                properties.getProperty("database"),
                Boolean.parseBoolean(properties.getProperty("stopsDatabase"))));
    }

    void save(Home home) {
        var properties = new Properties();
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("startedAt", startedAt == null ? "" : startedAt.toString());
        properties.setProperty("port", String.valueOf(port));
        properties.setProperty("build", build);
        properties.setProperty("database", database);
        properties.setProperty("stopsDatabase", String.valueOf(stopsDatabase));
        Path fresh = file(home).resolveSibling("server.properties.new");
        try (var out = Files.newBufferedWriter(fresh)) {
            properties.store(out, "written by ./marsad up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(fresh, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's process, if it still is the one that was started. */
    Optional<ProcessHandle> findProcess() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt == null
                        || process.info().startInstant().map(startedAt::equals).orElse(true));
    }
}
