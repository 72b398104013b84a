package org.marsad.store.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's server programs with PostGIS beside them.
 *
 * @param bin the directory of {@code initdb}, {@code pg_ctl} and {@code postgres}
 * @param major PostgreSQL's major version
 */
record PostgresPrograms(Path bin, int major) {
    /** The oldest that Marsad's schema runs on: multiranges need 14, what we test is 15. */
    static final int OLDEST = 15;

    /** Where packages put the programs that are not on the PATH: Debian, Red Hat, Homebrew, Postgres.app. */
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/opt/homebrew/opt/postgresql@*/bin",
            "/usr/local/opt/postgresql@*/bin",
            "/opt/homebrew/bin",
            "/usr/local/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin");

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** All that have PostGIS, the newest first. */
    static List<PostgresPrograms> list(String path) {
        var directories = new LinkedHashSet<Path>();
        Stream.of(path.split(":"))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .forEach(directories::add);
        USUAL_PLACES.forEach(pattern -> directories.addAll(expand(pattern)));
        var found = new ArrayList<PostgresPrograms>();
        for (Path directory : directories) {
            of(directory).filter(PostgresPrograms::hasPostgis).ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(PostgresPrograms::major).reversed());
        return found;
    }

    Path program(String name) {
        return bin.resolve(name);
    }

    private static Optional<PostgresPrograms> of(Path bin) {
        if (!Files.isExecutable(bin.resolve("initdb")) || !Files.isExecutable(bin.resolve("postgres"))) {
            return Optional.empty();
        }
        var said = Command.run(
                Duration.ofSeconds(10), List.of(bin.resolve("postgres").toString(), "--version"));
        var version = VERSION.matcher(said.output());
        return version.find()
                ? Optional.of(new PostgresPrograms(bin, Integer.parseInt(version.group(1))))
                        .filter(programs -> programs.major >= OLDEST)
                : Optional.empty();
    }

    private boolean hasPostgis() {
        var candidates = new ArrayList<Path>();
        Path config = bin.resolve("pg_config");
        if (Files.isExecutable(config)) {
            var said = Command.run(Duration.ofSeconds(10), List.of(config.toString(), "--sharedir"));
            if (said.isOk()) {
                candidates.add(Path.of(said.output()));
            }
        }
        candidates.add(Path.of("/usr/share/postgresql/" + major));
        candidates.add(bin.resolveSibling("share"));
        candidates.add(bin.resolveSibling("share").resolve("postgresql"));
        return candidates.stream().anyMatch(share -> Files.exists(share.resolve("extension/postgis.control")));
    }

    /** The directories that a pattern with one star names, in no order. */
    private static List<Path> expand(String pattern) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return List.of(Path.of(pattern));
        }
        int slash = pattern.lastIndexOf('/', star);
        int next = pattern.indexOf('/', star);
        Path parent = Path.of(pattern.substring(0, slash));
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, pattern.substring(slash + 1, next))) {
            children.forEach(child -> found.add(child.resolve(pattern.substring(next + 1))));
        } catch (IOException e) {
            return List.of(); // not a machine of that kind
        }
        return found;
    }
}
