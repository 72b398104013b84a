package org.marsad.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The PostgreSQL server of a test run, chosen in the same order as the product's. One a JVM; started when first asked. */
public final class TestServer {
    private static final DatabaseAddress ADDRESS = start();

    private TestServer() {}

    /** An address with the right to create databases. */
    public static DatabaseAddress address() {
        return ADDRESS;
    }

    private static DatabaseAddress start() {
        return switch (DatabaseChoice.make(System.getenv(), System.out::println)) {
            case DatabaseChoice.Given(DatabaseAddress address) -> address;
            case DatabaseChoice.Docker(List<String> compose) -> startContainer();
            case DatabaseChoice.Local(List<PostgresPrograms> programs) -> startCluster(programs);
        };
    }

    private static DatabaseAddress startContainer() {
        String image = System.getenv().getOrDefault("MARSAD_DB_IMAGE", "postgis/postgis:17-3.5");
        var container = new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new DatabaseAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    /** Kept in target/ from run to run. The last JVM that uses it stops it. */
    private static DatabaseAddress startCluster(List<PostgresPrograms> programs) {
        var cluster = PrivateCluster.of(programs, Path.of("target", "test-pg"), PrivateCluster.Purpose.TEST);
        try {
            Path users = Files.createDirectories(Path.of("target")).resolve("test-pg.users");
            var channel = FileChannel.open(
                    users, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock shared = channel.lock(0, Long.MAX_VALUE, true);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    shared.release();
                    if (channel.tryLock() != null) {
                        cluster.stop();
                    }
                } catch (IOException e) {
                    System.err.println("the test database was left running: " + e);
                }
            }));
            return cluster.start(System.out::println);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
