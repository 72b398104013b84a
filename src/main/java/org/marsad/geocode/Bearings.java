package org.marsad.geocode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Places;
import org.marsad.text.Folding;
import org.marsad.text.Language;

/**
 * What a text says of the way from one place to another: "30 km north of Dori", «على بعد 30 كم شمال دوري». Words from
 * {@code gazetteer/lexicon/directions.tsv}.
 */
final class Bearings {
    private static final int FAR = 8;
    private static final double KILOMETRES = -1;

    /** How far off a place may be from where the text says, in kilometres and as a share of the distance. */
    private static final double SLACK_KM = 8, SLACK = 0.35;

    private static final double SLACK_DEGREES = 67;

    private final Map<Language, Map<String, Double>> words = new HashMap<>();

    /**
     * A distance from another place.
     *
     * @param from the hit that it is measured from
     * @param degrees clockwise from north, or NaN where the text does not say
     */
    record Stated(Hit from, double km, double degrees) {}

    Bearings() {
        try (var in = Bearings.class.getResourceAsStream("/gazetteer/lexicon/directions.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks /gazetteer/lexicon/directions.tsv");
            }
            new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> {
                        double value = row[1].equals("km") ? KILOMETRES : Double.parseDouble(row[1]);
                        for (var word : row[2].split("\\|")) {
                            words.computeIfAbsent(Language.ofTag(row[0]), language -> new HashMap<>())
                                    .put(Folding.key(word), value);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The distance that the words after a hit give it from the next one, in the same sentence; or null. */
    @Nullable
    Stated find(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        int number = -1;
        boolean kilometres = false;
        double degrees = Double.NaN;
        for (int i = hit.last + 1; i < reading.size && i <= hit.last + FAR && reading.inOneSentence(hit.last, i); i++) {
            var other = hitAt[i];
            if (other != null && !other.isDemonym()) {
                return kilometres && other != hit ? new Stated(other, kilometres(reading, number), degrees) : null;
            }
            if (reading.number[i]) {
                number = i;
            }
            if (number < 0) {
                continue;
            }
            var table = words.getOrDefault(reading.arabic[i] ? Language.AR : reading.latinLanguage(), Map.of());
            var value = table.get(reading.word[i]);
            if (value != null && value == KILOMETRES) {
                kilometres = number == i - 1;
            } else if (value != null && kilometres) {
                degrees = Double.isNaN(degrees) ? value : between(degrees, value);
            }
        }
        return null;
    }

    private static double kilometres(Reading reading, int number) {
        try {
            return Double.parseDouble(reading.word[number].replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** «شمال شرق»: the middle of two directions. */
    private static double between(double one, double other) {
        double apart = (other - one + 540) % 360 - 180;
        return (one + apart / 2 + 360) % 360;
    }

    /** Whether a place lies where the text says that it does; the other hit must be resolved. */
    static boolean fits(Stated stated, int place, Places places) {
        int from = stated.from.best().place;
        double km = Distances.km(places.lat(from), places.lon(from), places.lat(place), places.lon(place));
        if (!(Math.abs(km - stated.km) <= Math.max(SLACK_KM, SLACK * stated.km))) {
            return false;
        }
        if (Double.isNaN(stated.degrees)) {
            return true;
        }
        double east = (places.lon(place) - places.lon(from)) * Math.cos(Math.toRadians(places.lat(from)));
        double bearing = (Math.toDegrees(Math.atan2(east, places.lat(place) - places.lat(from))) + 360) % 360;
        return Math.abs((bearing - stated.degrees + 540) % 360 - 180) <= SLACK_DEGREES;
    }
}
