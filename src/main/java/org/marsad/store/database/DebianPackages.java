package org.marsad.store.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** PostgreSQL and PostGIS from Debian's or Ubuntu's packages. */
final class DebianPackages {
    /** {@code postgresql-postgis} depends on PostGIS for the release's PostgreSQL, and that on the server. */
    private static final String PACKAGES = "postgresql postgresql-postgis";

    private DebianPackages() {}

    /** Whether the packages were installed; says so first. Does nothing but for root on a machine with apt. */
    static boolean install(Consumer<String> says) {
        if (!SystemUser.isRoot() || !hasApt()) {
            return false;
        }
        says.accept("No database found: installing PostgreSQL and PostGIS with apt-get (" + PACKAGES + ") …");
        // Debian starts a cluster of its own on installing; Marsad runs a private one and needs none.
        var quiet = Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1");
        Command.run(Duration.ofMinutes(5), quiet, List.of("apt-get", "update", "-qq"));
        var installed = Command.run(
                Duration.ofMinutes(15),
                quiet,
                List.of(
                        "sh",
                        "-c",
                        "apt-get install -y -qq --no-install-recommends " + PACKAGES
                                + " || apt-get install -y -qq --no-install-recommends postgresql postgis"
                                + " $(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | cut -d' ' -f1 | sort -V | tail -1)"));
        if (!installed.isOk()) {
            says.accept("apt-get could not install them:\n" + installed.output());
        }
        return installed.isOk();
    }

    /** The one command that mends a machine without PostGIS. */
    static String advice() {
        if (hasApt()) {
            return "Install them:  sudo apt-get install " + PACKAGES + "\nthen run the same command again.";
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return "Install them:  brew install postgresql@17 postgis\nthen run the same command again.";
        }
        if (Files.isExecutable(Path.of("/usr/bin/dnf"))) {
            return "Install them:  sudo dnf install postgresql-server postgis\nthen run the same command again.";
        }
        return "Start Docker, or install PostgreSQL with PostGIS, then run the same command again.";
    }

    private static boolean hasApt() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }
}
