package org.marsad.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who runs PostgreSQL: ourselves; or, since PostgreSQL refuses to run as root, the user {@code postgres}. */
final class SystemUser {
    private static final Duration BRIEF = Duration.ofSeconds(20);

    private SystemUser() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** A command as the user who may run PostgreSQL. */
    static List<String> asServer(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        var whole = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        return whole;
    }

    /**
     * Makes a directory that the server's user owns and can reach.
     *
     * @return whether it can: not where a directory above is closed to others
     */
    static boolean makeServerDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
        if (!isRoot()) {
            return true;
        }
        var owned = Command.run(BRIEF, List.of("chown", "postgres:", directory.toString()));
        if (!owned.isOk()) {
            throw new DatabaseException("PostgreSQL does not run as root, and there is no user postgres to run it: "
                    + owned.output() + "\nCreate one:  useradd --system postgres");
        }
        return Command.run(BRIEF, asServer(List.of("test", "-w", directory.toString())))
                .isOk();
    }
}
