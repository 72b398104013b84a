package org.marsad.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.store.database.Secret;

/** The server as a process that outlives the launcher. */
final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOG_LIMIT = 20_000_000;

    private final Home home;
    private final int port;

    ServerProcess(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    Process start(Map<String, String> database) {
        var command = new ArrayList<String>();
        // So that closing the terminal does not end the server.
        if (Files.isExecutable(Path.of("/usr/bin/nohup"))) {
            command.add("/usr/bin/nohup");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + System.getenv().getOrDefault("MARSAD_MEMORY", "1500m"),
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dmarsad.home=" + home.checkout(),
                "-jar",
                home.checkout().resolve("target/app/marsad.jar").toString(),
                "serve"));
        try {
            rotateLog();
            var builder = new ProcessBuilder(command)
                    .directory(home.checkout().toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home.serverLog().toFile()));
            builder.environment().putAll(database);
            builder.environment().put("MARSAD_PORT", String.valueOf(port));
            builder.environment().put("MARSAD_DATA", home.data().toString());
            builder.environment()
                    .put(
                            "MARSAD_SAMPLES",
                            home.checkout().resolve("samples/articles.jsonl").toString());
            builder.environment().put("MARSAD_ADMIN_TOKEN", Secret.inFile(home.adminToken()));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the server", e);
        }
    }

    /** The server ended because another program listens on its port. */
    static final class PortTaken extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Waits until the server answers.
     *
     * @throws CommandFailed where it ended, or does not answer for long
     */
    static void await(Home home, Process server, ServerClient client) throws PortTaken {
        var progress = new Progress();
        long begun = System.nanoTime();
        try {
            while (!client.isHealthy()) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                if (!server.isAlive()) {
                    progress.clear();
                    if (tail(home.serverLog()).contains("was already in use")) {
                        throw new PortTaken();
                    }
                    throw new CommandFailed("the server ended while starting. The end of " + home.serverLog() + ":\n"
                            + tail(home.serverLog()));
                }
                if (waited.compareTo(PATIENCE) > 0) {
                    progress.clear();
                    throw new CommandFailed("the server does not answer after " + PATIENCE.toMinutes()
                            + " minutes. The end of " + home.serverLog() + ":\n" + tail(home.serverLog()));
                }
                progress.show("Starting the server … " + waited.toSeconds() + " s");
                Thread.sleep(250);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        } finally {
            progress.clear();
        }
    }

    private void rotateLog() throws IOException {
        Path log = home.serverLog();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String tail(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }
}
