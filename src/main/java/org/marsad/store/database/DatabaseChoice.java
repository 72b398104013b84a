package org.marsad.store.database;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which database to use. The server, the commands and the tests choose alike. */
public sealed interface DatabaseChoice {
    /** {@code MARSAD_DB_URL}, with {@code MARSAD_DB_USER} and {@code MARSAD_DB_PASSWORD}. */
    record Given(DatabaseAddress address) implements DatabaseChoice {}

    /**
     * A Docker engine.
     *
     * @param compose how compose is called here: {@code docker compose}, or {@code docker-compose} of old; empty where
     *     there is no compose
     */
    record Docker(List<String> compose) implements DatabaseChoice {}

    /** PostgreSQL and PostGIS programs of this machine. */
    record Local(List<PostgresPrograms> programs) implements DatabaseChoice {}

    /**
     * Chooses: the given address; else a Docker engine that answers; else programs on the machine; else, as root on
     * Debian or Ubuntu, installs those programs. {@code MARSAD_DB=docker} or {@code MARSAD_DB=local} asks for one kind.
     *
     * @param says told what is done, in lines for the user
     * @throws DatabaseException where there is none; its message says what to do
     */
    static DatabaseChoice make(Map<String, String> environment, Consumer<String> says) {
        String url = environment.getOrDefault("MARSAD_DB_URL", "");
        if (!url.isBlank()) {
            return new Given(new DatabaseAddress(
                    url,
                    environment.getOrDefault("MARSAD_DB_USER", "marsad"),
                    environment.getOrDefault("MARSAD_DB_PASSWORD", "")));
        }
        String asked = environment.getOrDefault("MARSAD_DB", "");
        return switch (asked) {
            case "" ->
                findDocker()
                        .or(() -> findLocal(environment))
                        .or(() -> DebianPackages.install(says) ? findLocal(environment) : Optional.empty())
                        .orElseThrow(() -> new DatabaseException(NOTHING + DebianPackages.advice()));
            case "docker" ->
                findDocker()
                        .orElseThrow(
                                () -> new DatabaseException(
                                        "MARSAD_DB=docker, but no Docker engine answers `docker info`. Start Docker, or unset MARSAD_DB."));
            case "local" ->
                findLocal(environment)
                        .or(() -> DebianPackages.install(says) ? findLocal(environment) : Optional.empty())
                        .orElseThrow(() -> new DatabaseException(NOTHING + DebianPackages.advice()));
            default ->
                throw new DatabaseException("MARSAD_DB is \"" + asked + "\"; it can be docker or local, or be unset.");
        };
    }

    String NOTHING = "Marsad needs PostgreSQL " + PostgresPrograms.OLDEST
            + " or newer with PostGIS, and found no MARSAD_DB_URL, no Docker engine that answers, and no PostgreSQL"
            + " programs with PostGIS on this machine.\n";

    private static Optional<DatabaseChoice> findDocker() {
        if (!Command.run(Duration.ofSeconds(10), List.of("docker", "info")).isOk()) {
            return Optional.empty();
        }
        for (var compose : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            var version = new java.util.ArrayList<>(compose);
            version.add("version");
            if (Command.run(Duration.ofSeconds(10), version).isOk()) {
                return Optional.of(new Docker(compose));
            }
        }
        return Optional.of(new Docker(List.of()));
    }

    private static Optional<DatabaseChoice> findLocal(Map<String, String> environment) {
        var programs = PostgresPrograms.list(environment.getOrDefault("PATH", ""));
        return programs.isEmpty() ? Optional.empty() : Optional.of(new Local(programs));
    }
}
