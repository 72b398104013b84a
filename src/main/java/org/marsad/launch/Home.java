package org.marsad.launch;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directories of this installation.
 *
 * @param checkout where docker-compose.yml and samples/ are
 * @param data where Marsad keeps what it stores on this machine
 */
record Home(Path checkout, Path data) {
    static Home find() {
        Path checkout = Path.of(System.getProperty("marsad.home", "")).toAbsolutePath();
        Map<String, String> environment = System.getenv();
        String data = environment.getOrDefault("MARSAD_DATA", "");
        return new Home(
                checkout,
                data.isBlank() ? checkout.resolve("data") : Path.of(data).toAbsolutePath());
    }

    Path serverLog() {
        return data.resolve("log").resolve("server.log");
    }

    /** What proves to the server that a command runs as its own user. */
    Path adminToken() {
        return data.resolve("admin.token");
    }
}
