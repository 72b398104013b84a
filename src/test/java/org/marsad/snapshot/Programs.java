package org.marsad.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others that open our files, where the machine has them. */
public final class Programs {
    private static final int SECONDS = 300;

    private Programs() {}

    public static boolean isInstalled(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Skips the test, saying so, where a program is missing. */
    public static void need(String program, String ofPackage) {
        assumeTrue(isInstalled(program), ofPackage + " is not installed: " + program + " is left out");
    }

    /** What a program says, without the marks of direction that it adds. */
    public static String run(String... command) throws Exception {
        var output = Files.createTempFile("program", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            var said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("%s: %s", List.of(command), said).isTrue();
            assertThat(process.exitValue()).as("%s: %s", List.of(command), said).isZero();
            return said.replaceAll("[\u202A-\u202E\u2066-\u2069\u200E\u200F]", "");
        } finally {
            Files.delete(output);
        }
    }
}
