package org.marsad.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real cluster, mistreated. */
class PrivateClusterTest {
    private final List<String> said = new ArrayList<>();
    private Path directory = Path.of("");
    private List<PostgresPrograms> programs = List.of();

    @BeforeEach
    void findPrograms() throws Exception {
        programs = PostgresPrograms.list(System.getenv("PATH"));
        assumeTrue(!programs.isEmpty(), "no PostgreSQL programs with PostGIS on this machine");
        Path target = Files.createDirectories(Path.of("target"));
        directory = Files.createTempDirectory(
                target, "cluster", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    @AfterEach
    void stop() {
        if (!programs.isEmpty()) {
            cluster().stop();
            Command.run(Duration.ofMinutes(1), List.of("rm", "-rf", directory.toString()));
        }
    }

    private PrivateCluster cluster() {
        return PrivateCluster.of(programs, directory.resolve("pg"), PrivateCluster.Purpose.STORE);
    }

    @Test
    void startsOnceHoweverOftenItIsStartedAndKeepsItsData() throws Exception {
        var first = cluster().start(said::add);
        assertThat(cluster().start(said::add)).isEqualTo(first);
        execute(first, "create table kept (x int)");

        cluster().stop();
        cluster().stop();
        assertThat(cluster().findRunning()).isEmpty();

        execute(cluster().start(said::add), "insert into kept values (1)");
        assertThat(said).as("it is created once").hasSize(1);
    }

    @Test
    void comesBackAfterAKillWithoutWarning() throws Exception {
        var before = cluster().start(said::add);
        execute(before, "create table kept (x int)");
        kill();

        execute(cluster().start(said::add), "insert into kept values (1)");
    }

    @Test
    void isNotFooledByAStaleFileWhoseNumberAnotherProcessHasNow() throws Exception {
        cluster().start(said::add);
        Path pidFile = pidFile();
        String lines = Files.readString(pidFile);
        cluster().stop();
        // As after a crash, when the number went to another program: this one.
        Files.writeString(pidFile, ProcessHandle.current().pid() + lines.substring(lines.indexOf('\n')));

        assertThat(cluster().findRunning()).isEmpty();
        execute(cluster().start(said::add), "select 1");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        var address = cluster().start(said::add);
        var wrong = new DatabaseAddress(address.url(), address.user(), "wrong");
        assertThatThrownBy(wrong::connect).hasMessageContaining("password");
        assertThat(address.toString()).doesNotContain(address.password());
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        var address = cluster().start(said::add);
        try (var connection = address.connect();
                var result = connection.createStatement().executeQuery("show listen_addresses")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("127.0.0.1");
        }
        assertThat(Files.getPosixFilePermissions(pgDirectory().resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private void kill() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private Path pidFile() {
        return pgDirectory().resolve("cluster/postmaster.pid");
    }

    /** Where {@code describe} says that it lies: elsewhere, where this directory is closed to PostgreSQL's user. */
    private Path pgDirectory() {
        return Path.of(cluster().describe().replaceFirst("^a private PostgreSQL in ", ""));
    }

    private static void execute(DatabaseAddress address, String sql) throws Exception {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
