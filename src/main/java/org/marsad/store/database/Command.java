package org.marsad.store.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine, run to its end. */
final class Command {
    private Command() {}

    /**
     * @param exit the exit status; 127 where the program does not exist, 124 where it took too long and was ended
     * @param output of both streams, stripped
     */
    record Result(int exit, String output) {
        boolean isOk() {
            return exit == 0;
        }
    }

    static Result run(Duration timeout, List<String> command) {
        return run(timeout, Map.of(), command);
    }

    /** The output goes through a file, because a daemon started by the program may keep a pipe open for ever. */
    static Result run(Duration timeout, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("marsad", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()));
                builder.environment().putAll(environment);
                Process process = builder.start();
                boolean ended = false;
                try {
                    ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
                } finally {
                    if (!ended) { // it took too long, or we were interrupted
                        process.destroyForcibly();
                    }
                }
                String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
                return new Result(ended ? process.exitValue() : 124, text);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while " + String.join(" ", command) + " was running", e);
        }
    }
}
