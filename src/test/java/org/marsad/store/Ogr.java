package org.marsad.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** GDAL's ogrinfo, where the machine has it: another program's reading of a file of ours. */
public final class Ogr {
    private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");

    private Ogr() {}

    /** Features in a file, or empty where there is no ogrinfo. */
    public static OptionalLong featuresOf(Path file) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("ogrinfo", "-so", "-al", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var count = COUNT.matcher(said);
        if (process.waitFor() != 0 || said.contains("Warning") || !count.find()) {
            throw new AssertionError(said);
        }
        return OptionalLong.of(Long.parseLong(count.group(1)));
    }
}
