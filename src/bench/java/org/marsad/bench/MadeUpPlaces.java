package org.marsad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Places;

/**
 * Places that exist nowhere, called like real ones, halves of two names joined, and lying beside them: as many more in
 * each country as it has. They show what an index of more costs.
 */
final class MadeUpPlaces {
    private static final int FIRST_ID = 100_000_000;

    private MadeUpPlaces() {}

    /** Writes a GeoNames dump of so many places; the same each time. */
    static Path write(Path directory, Gazetteer like, int places) throws IOException {
        var file = Files.createDirectories(directory).resolve("made-up-" + places + ".txt");
        var random = new Random(places);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < places; i++) {
                int beside = random.nextInt(like.places().size());
                var head = like.places().name(beside);
                var tail = like.places().name(random.nextInt(like.places().size()));
                var name = head.substring(0, (head.length() + 1) / 2)
                        + tail.substring(tail.length() / 2).toLowerCase(Locale.ROOT);
                out.write(String.format(
                        Locale.ROOT,
                        "%d\t%s\t%s\t\t%.5f\t%.5f\tP\tPPL\t%s\t\t01\t\t\t\t0\t\t250\tAfrica/Bamako\t2023-01-01%n",
                        FIRST_ID + i,
                        name,
                        name,
                        Math.clamp(like.places().lat(beside) + random.nextDouble(), -89, 89),
                        Math.clamp(like.places().lon(beside) + random.nextDouble(), -179, 179),
                        Places.countryCode(like.places().country(beside))));
            }
        }
        return file;
    }
}
