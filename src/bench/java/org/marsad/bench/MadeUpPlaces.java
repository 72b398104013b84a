package org.marsad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.marsad.gazetteer.Gazetteer;

/** Places that exist nowhere, called like real ones: halves of two names joined. They show what an index of more costs. */
final class MadeUpPlaces {
    private static final int FIRST_ID = 100_000_000;
    private static final String[] COUNTRIES = {"ML", "BF", "NE", "SN", "MR", "GN", "CI"};

    private MadeUpPlaces() {}

    /** Writes a GeoNames dump of so many places; the same each time. */
    static Path write(Path directory, Gazetteer like, int places) throws IOException {
        var file = Files.createDirectories(directory).resolve("made-up-" + places + ".txt");
        var random = new Random(places);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < places; i++) {
                var head = name(like, random);
                var tail = name(like, random);
                var name = head.substring(0, (head.length() + 1) / 2)
                        + tail.substring(tail.length() / 2).toLowerCase(Locale.ROOT);
                out.write(String.format(
                        Locale.ROOT,
                        "%d\t%s\t%s\t\t%.5f\t%.5f\tP\tPPL\t%s\t\t01\t\t\t\t0\t\t250\tAfrica/Bamako\t2023-01-01%n",
                        FIRST_ID + i,
                        name,
                        name,
                        10 + 12 * random.nextDouble(),
                        -16 + 30 * random.nextDouble(),
                        COUNTRIES[random.nextInt(COUNTRIES.length)]));
            }
        }
        return file;
    }

    private static String name(Gazetteer like, Random random) {
        return like.places().name(random.nextInt(like.places().size()));
    }
}
