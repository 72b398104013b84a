package org.marsad.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL cluster of Marsad's own: in a directory that only its user may read, listening on 127.0.0.1 alone, with
 * a generated password. It survives a kill -9 of itself or of Marsad: the next start finds what is left and goes on.
 */
public final class PrivateCluster implements DatabaseServer {
    /** What it is for: to keep data, or to be fast and forgotten. */
    public enum Purpose {
        STORE("""
                shared_buffers = 256MB
                max_wal_size = 2GB
                """),
        /** Loses its data when the machine fails: right for tests, wrong for all else. */
        TEST("""
                shared_buffers = 128MB
                max_connections = 200
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                autovacuum = off
                """);

        private final String settings;

        Purpose(String settings) {
            this.settings = settings;
        }
    }

    private static final String USER = "marsad";
    private static final String COMMON_SETTINGS = """

            # Marsad:
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            jit = off
            timezone = 'UTC'
            """;

    private final List<PostgresPrograms> programs;
    private final Path directory;
    private final Path cluster;
    private final Purpose purpose;

    private PrivateCluster(List<PostgresPrograms> programs, Path directory, Purpose purpose) {
        this.programs = programs;
        this.directory = directory;
        this.cluster = directory.resolve("cluster");
        this.purpose = purpose;
    }

    /**
     * @param wanted where it should live; where PostgreSQL's user cannot reach that (root's server runs as another
     *     user), it lives in {@code /var/lib/marsad}, under a name made from {@code wanted}
     */
    static PrivateCluster of(List<PostgresPrograms> programs, Path wanted, Purpose purpose) {
        Path directory = wanted.toAbsolutePath().normalize();
        if (!SystemUser.makeServerDirectory(directory)) {
            directory = Path.of("/var/lib/marsad", shortHash(directory.toString()));
            SystemUser.makeServerDirectory(directory);
        }
        return new PrivateCluster(programs, directory, purpose);
    }

    @Override
    public String describe() {
        return "a private PostgreSQL in " + directory;
    }

    @Override
    public String kind() {
        return "local";
    }

    @Override
    public Optional<DatabaseAddress> findRunning() {
        return findPort().map(this::address).filter(PrivateCluster::answers);
    }

    @Override
    public DatabaseAddress start(Consumer<String> says) {
        try (var channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(cluster)) {
                create(says);
            }
            var running = findRunning();
            return running.isPresent() ? running.get() : startStopped();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + describe(), e);
        }
    }

    @Override
    public void stop() {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return;
        }
        pgCtl(Duration.ofSeconds(90), "stop", "-m", "fast", "-w", "-t", "60");
    }

    /** Into another directory first, so that a cluster that was half made is never taken for a whole one. */
    private void create(Consumer<String> says) throws IOException {
        says.accept(
                "Creating " + describe() + " (PostgreSQL " + programs.getFirst().major() + ") …");
        Path password = directory.resolve("password");
        Secret.inFile(password);
        Path fresh = directory.resolve("cluster.new");
        mustRun(List.of("rm", "-rf", fresh.toString()));
        if (SystemUser.isRoot()) {
            mustRun(List.of("chown", "postgres:", password.toString()));
        }
        mustRun(SystemUser.asServer(List.of(
                programs.getFirst().program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync")));
        Files.writeString(
                fresh.resolve("postgresql.conf"), COMMON_SETTINGS + purpose.settings, StandardOpenOption.APPEND);
        mustRun(List.of("mv", fresh.toString(), cluster.toString()));
    }

    private DatabaseAddress startStopped() throws IOException {
        removeStalePidFile();
        String log = directory.resolve("log").toString();
        Command.Result said = new Command.Result(1, "");
        for (int attempt = 0; attempt < 3; attempt++) { // another program may take the port, or an orphan be dying
            int port = freePort();
            said = pgCtl(Duration.ofSeconds(150), "start", "-w", "-t", "120", "-l", log, "-o", "-p " + port);
            if (said.isOk()) {
                var address = address(port);
                createDatabase(address);
                return address;
            }
            pause(Duration.ofSeconds(1L + attempt));
            var running = findRunning();
            if (running.isPresent()) {
                return running.get();
            }
        }
        throw new DatabaseException(
                "PostgreSQL did not start in " + cluster + ": " + said.output() + "\nIts log: " + log);
    }

    /**
     * After a kill -9 or a crash of the machine the file stays. PostgreSQL sees through that unless another process
     * has the same number now; so does this.
     */
    private void removeStalePidFile() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        boolean alive = !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
        if (!alive) {
            Files.deleteIfExists(pidFile);
        }
    }

    private void createDatabase(DatabaseAddress address) {
        try (var connection = address.withDatabase("postgres").connect();
                var statement = connection.createStatement();
                var exists = statement.executeQuery("select 1 from pg_database where datname = 'marsad'")) {
            if (!exists.next()) {
                statement.execute("create database marsad");
            }
        } catch (SQLException e) {
            throw new DatabaseException("cannot log in to " + describe() + ": " + e.getMessage(), e);
        }
    }

    private DatabaseAddress address(int port) {
        return DatabaseAddress.ofLoopback(port, "marsad", USER, Secret.inFile(directory.resolve("password")));
    }

    private static boolean answers(DatabaseAddress address) {
        try (var connection = address.withDatabase("postgres").connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The fourth line of PostgreSQL's pid file. */
    private Optional<Integer> findPort() {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(lines.get(3).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Command.Result pgCtl(Duration timeout, String action, String... options) {
        var command = new java.util.ArrayList<>(
                List.of(matchingPrograms().program("pg_ctl").toString(), action, "-D", cluster.toString()));
        command.addAll(List.of(options));
        return Command.run(timeout, SystemUser.asServer(command));
    }

    /** Programs of the version that made the cluster: another version refuses it. */
    private PostgresPrograms matchingPrograms() {
        String version;
        try {
            version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        } catch (IOException e) {
            throw new DatabaseException(cluster + " is not a PostgreSQL cluster; move it away to begin anew.", e);
        }
        return programs.stream()
                .filter(candidate -> version.equals(String.valueOf(candidate.major())))
                .findFirst()
                .orElseThrow(() -> new DatabaseException("The data in " + cluster + " were made by PostgreSQL "
                        + version + ", whose programs are no longer here. Install PostgreSQL " + version
                        + " again, or move the directory away to begin anew."));
    }

    private static void mustRun(List<String> command) {
        var result = Command.run(Duration.ofMinutes(2), command);
        if (!result.isOk()) {
            throw new DatabaseException(String.join(" ", command) + " failed: " + result.output());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while starting the database", e);
        }
    }

    private static String shortHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
