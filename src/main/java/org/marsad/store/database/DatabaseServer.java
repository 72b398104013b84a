package org.marsad.store.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A PostgreSQL server that Marsad can start and stop; or one that is given and left alone. */
public sealed interface DatabaseServer permits GivenServer, ComposeServer, PrivateCluster {
    /** One line for the user: what it is and where its data lie. */
    String describe();

    /** {@code given}, {@code docker} or {@code local}: what {@code MARSAD_DB} would have to say to choose it. */
    String kind();

    /** Whether it runs now, and where. */
    Optional<DatabaseAddress> findRunning();

    /**
     * Starts it if it does not run, and waits until it answers. Starting twice is starting once.
     *
     * @param says told what takes long, in lines for the user
     * @throws DatabaseException with a message for the user
     */
    DatabaseAddress start(Consumer<String> says);

    /** Stops it if it runs; the data stay. A given server is left alone. */
    void stop();

    /**
     * The server for a choice.
     *
     * @param checkout the directory of docker-compose.yml
     * @param data where Marsad keeps what it stores on this machine
     */
    static DatabaseServer of(DatabaseChoice choice, Path checkout, Path data) {
        return switch (choice) {
            case DatabaseChoice.Given(DatabaseAddress address) -> new GivenServer(address);
            case DatabaseChoice.Docker(var compose) -> new ComposeServer(compose, checkout, data);
            case DatabaseChoice.Local(var programs) ->
                PrivateCluster.of(programs, data.resolve("pg"), PrivateCluster.Purpose.STORE);
        };
    }
}
