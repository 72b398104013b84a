package org.marsad.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;

/**
 * Rows with ACLED's 31 columns, made up, streamed to a file. Their spread is like the real one's: few places see most
 * events (Zipf), most events are of few kinds and few actors, years grow, notes are some 250 characters long and a tenth
 * of them hold quotes or line breaks, most events have no deaths and few have many.
 */
final class AcledGenerator {
    private static final List<String> COUNTRIES =
            List.of("ML", "BF", "NE", "NG", "TD", "CM", "SN", "MR", "CI", "GN", "DZ", "LY", "SD", "TG", "BJ", "GH");
    private static final String[] KINDS = {
        "Political violence|Battles|Armed clash|Rebel group|State forces",
        "Political violence|Violence against civilians|Attack|Rebel group|Civilians",
        "Political violence|Violence against civilians|Abduction/forced disappearance|Political militia|Civilians",
        "Demonstrations|Protests|Peaceful protest|Protesters|",
        "Political violence|Explosions/Remote violence|Remote explosive/landmine/IED|Rebel group|State forces",
        "Political violence|Explosions/Remote violence|Air/drone strike|State forces|Rebel group",
        "Strategic developments|Strategic developments|Looting/property destruction|Identity militia|Civilians",
        "Political violence|Riots|Mob violence|Rioters|",
    };

    private record Spot(String name, String country, int iso, String admin1, double lat, double lon) {}

    private AcledGenerator() {}

    static void write(Path file, int count, Gazetteer gazetteer) throws IOException {
        var spots = spots(gazetteer);
        var random = new Random(1_000_000);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", org.marsad.exchange.datasets.Dataset.ACLED.columns()));
            out.write('\n');
            for (int i = 0; i < count; i++) {
                out.write(row(i, random, spots));
                out.write('\n');
            }
        }
    }

    private static List<Spot> spots(Gazetteer gazetteer) {
        var places = gazetteer.places();
        return java.util.stream.IntStream.range(0, places.size())
                .filter(place -> places.level(place) == PlaceLevel.SETTLEMENT)
                .mapToObj(places::get)
                .filter(place -> place.country() != null && COUNTRIES.contains(place.country()))
                .sorted(java.util.Comparator.comparing(
                        place -> place.id().value().hashCode()))
                .map(place -> new Spot(
                        place.name().replace('"', ' '),
                        new Locale.Builder().setRegion(place.country()).build().getDisplayCountry(Locale.ENGLISH),
                        com.ibm.icu.util.Region.getInstance(place.country()).getNumericCode(),
                        place.admin1() == null ? "" : place.admin1(),
                        place.lat(),
                        place.lon()))
                .toList();
    }

    private static String row(int i, Random random, List<Spot> spots) {
        // A third of all events at a hundred places, and a long tail.
        var spot = spots.get((int) (spots.size() * Math.pow(random.nextDouble(), 4)));
        var kind = KINDS[(int) (KINDS.length * Math.pow(random.nextDouble(), 1.6))].split("\\|", -1);
        int age = (int) (25 * 365 * Math.pow(random.nextDouble(), 2.2));
        var day = LocalDate.of(2025, 12, 31).minusDays(age);
        int deaths = random.nextInt(3) > 0 ? 0 : (int) Math.min(300, -3 * Math.log(1 - random.nextDouble()) + 1);
        var notes = "On " + day + ", an incident of the kind " + kind[2] + " was reported near " + spot.name() + " ("
                + spot.admin1() + "). " + (random.nextInt(10) == 0 ? "A witness said: \"they came at night\".\n" : "")
                + "Details were not known when it was coded; the number of fatalities is " + deaths
                + ", as far as local sources say. Reference " + i + ".";
        return String.join(
                ",",
                "GEN" + i,
                day.toString(),
                Integer.toString(day.getYear()),
                random.nextInt(20) == 0 ? "2" : "1",
                kind[0],
                kind[1],
                kind[2],
                quoted(actor(kind[3], spot, random)),
                "",
                quoted(kind[3]),
                quoted(actor(kind[4], spot, random)),
                "",
                quoted(kind[4]),
                quoted(kind[4].isEmpty() ? kind[3] + " only" : kind[3] + "-" + kind[4]),
                kind[4].equals("Civilians") ? "Civilian targeting" : "",
                Integer.toString(spot.iso()),
                "Western Africa",
                quoted(spot.country()),
                quoted(spot.admin1()),
                "",
                "",
                quoted(spot.name()),
                Double.toString(spot.lat()),
                Double.toString(spot.lon()),
                Integer.toString(1 + random.nextInt(10) / 7),
                "Undisclosed Source; Made Up News",
                "Local partner-Other",
                quoted(notes),
                Integer.toString(deaths),
                "",
                Integer.toString(1_700_000_000 + i % 10_000_000));
    }

    private static String actor(String inter, Spot spot, Random random) {
        return switch (inter) {
            case "" -> "";
            case "State forces" -> "Military Forces of " + spot.country() + " (2020-)";
            case "Civilians" -> "Civilians (" + spot.country() + ")";
            case "Protesters", "Rioters" -> inter + " (" + spot.country() + ")";
            case "Rebel group" ->
                random.nextBoolean()
                        ? "JNIM: Group for Support of Islam and Muslims"
                        : "Islamic State Sahel Province (ISSP)";
            default -> inter + " of Place " + random.nextInt(3000);
        };
    }

    private static String quoted(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0
                ? value
                : '"' + value.replace("\"", "\"\"") + '"';
    }
}
