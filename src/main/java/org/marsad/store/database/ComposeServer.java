package org.marsad.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The service {@code db} of docker-compose.yml, reachable from this machine only, its data in a named volume. */
record ComposeServer(List<String> compose, Path checkout, Path data) implements DatabaseServer {
    @Override
    public String describe() {
        return "the container of service db in docker-compose.yml (project " + project() + ")";
    }

    @Override
    public String kind() {
        return "docker";
    }

    @Override
    public Optional<DatabaseAddress> findRunning() {
        // Prints 127.0.0.1:49153 where the container runs, and fails or prints nothing where it does not.
        var said = run(Duration.ofSeconds(30), "port", "db", "5432");
        int colon = said.output().lastIndexOf(':');
        if (!said.isOk() || colon < 0 || !said.output().substring(colon + 1).matches("[1-9]\\d*")) {
            return Optional.empty();
        }
        var address = DatabaseAddress.ofLoopback(
                Integer.parseInt(said.output().substring(colon + 1)), "marsad", "marsad", password());
        return Optional.of(address).filter(ComposeServer::answers);
    }

    @Override
    public DatabaseAddress start(Consumer<String> says) {
        if (compose.isEmpty()) {
            throw new DatabaseException("A Docker engine runs, but neither `docker compose` nor `docker-compose` is"
                    + " there. Install the compose plugin; or say MARSAD_DB=local to use PostgreSQL programs of this"
                    + " machine.");
        }
        var running = findRunning();
        if (running.isPresent()) {
            return running.get();
        }
        says.accept("Starting the database container (the first time, its image is downloaded) …");
        var started = run(Duration.ofMinutes(20), "up", "-d", "db");
        if (!started.isOk()) {
            throw new DatabaseException("The database container did not start:\n" + started.output()
                    + "\nTo use PostgreSQL programs of this machine instead, say MARSAD_DB=local.");
        }
        for (int second = 0; second < 120; second++) {
            running = findRunning();
            if (running.isPresent()) {
                return running.get();
            }
            sleepASecond();
        }
        throw new DatabaseException("The database container runs but does not answer:\n"
                + run(Duration.ofSeconds(30), "logs", "--tail=20", "db").output());
    }

    @Override
    public void stop() {
        run(Duration.ofMinutes(2), "stop", "db");
    }

    /** Of this checkout alone: two checkouts never share a database. */
    private String project() {
        return "marsad-"
                + Integer.toHexString(checkout.toAbsolutePath().normalize().hashCode());
    }

    private Command.Result run(Duration timeout, String... arguments) {
        var command = new ArrayList<>(compose);
        command.addAll(List.of(
                "-p",
                project(),
                "-f",
                checkout.resolve("docker-compose.yml").toAbsolutePath().toString(),
                "-f",
                portsFile().toString()));
        command.addAll(List.of(arguments));
        return Command.run(timeout, Map.of("MARSAD_DB_PASSWORD", password()), command);
    }

    /** What the launcher needs beyond the compose file: a port of this machine's loopback, any that is free. */
    private Path portsFile() {
        Path file = data.resolve("docker-db.yml").toAbsolutePath();
        try {
            Files.createDirectories(data);
            Files.writeString(file, "version: '3.8'\nservices:\n  db:\n    ports: ['127.0.0.1::5432']\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    private String password() {
        return Secret.inFile(data.resolve("docker-db.password"));
    }

    private static boolean answers(DatabaseAddress address) {
        try (var connection = address.connect()) {
            return connection.isValid(5);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    private static void sleepASecond() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while the database container started", e);
        }
    }
}
