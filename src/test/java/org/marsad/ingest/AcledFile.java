package org.marsad.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rows of the shape of ACLED's, made up, with notes that hold commas, quotes, line breaks and accents. */
final class AcledFile {
    static final String HEADER = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
            + "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,"
            + "admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,"
            + "timestamp";

    private static final String[][] PLACES = {
        {"466", "Mali", "Kayes", "Kayes", "Diboli", "14.4550", "-12.1990"},
        {"466", "Mali", "Mopti", "Bandiagara", "Bandiagara", "14.3500", "-3.6100"},
        {"466", "Mali", "Gao", "Ansongo", "Ansongo", "15.6597", "0.5022"},
        {"854", "Burkina Faso", "Sahel", "Soum", "Djibo", "14.1022", "-1.6306"},
        {"562", "Niger", "Tillabéri", "Téra", "Téra", "14.0100", "0.7530"},
        {"686", "Senegal", "Tambacounda", "Bakel", "Bakel", "14.9050", "-12.4580"},
    };
    private static final String[][] KINDS = {
        {"Political violence", "Battles", "Armed clash", "Rebel group", "State forces"},
        {"Political violence", "Violence against civilians", "Attack", "Rebel group", "Civilians"},
        {"Political violence", "Explosions/Remote violence", "Air/drone strike", "State forces", "Rebel group"},
        {"Demonstrations", "Protests", "Peaceful protest", "Protesters", ""},
        {"Strategic developments", "Strategic developments", "Agreement", "Political militia", "State forces"},
    };

    private final List<List<String>> rows = new ArrayList<>();

    static AcledFile of(int count, long seed) {
        var file = new AcledFile();
        var random = new Random(seed);
        for (int i = 0; i < count; i++) {
            file.rows.add(row(i, random));
        }
        return file;
    }

    private static List<String> row(int i, Random random) {
        var place = PLACES[random.nextInt(PLACES.length)];
        var kind = KINDS[random.nextInt(KINDS.length)];
        var day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500));
        boolean two = !kind[4].isEmpty();
        var notes = random.nextInt(10) == 0
                ? "On " + day + ", fighters of \"JNIM\" attacked,\nthen left towards Téra; " + i
                : "On " + day + ", an incident near " + place[4] + ", coded from reports. " + i;
        return new ArrayList<>(List.of(
                "SAH" + i,
                day.toString(),
                Integer.toString(day.getYear()),
                Integer.toString(1 + random.nextInt(8) / 6),
                kind[0],
                kind[1],
                kind[2],
                name(kind[3], place[1], i),
                "",
                kind[3],
                two ? name(kind[4], place[1], i) : "",
                "",
                kind[4],
                two ? kind[3] + "-" + kind[4] : kind[3] + " only",
                kind[4].equals("Civilians") ? "Civilian targeting" : "",
                place[0],
                "Western Africa",
                place[1],
                place[2],
                place[3],
                "",
                place[4],
                place[5],
                place[6],
                Integer.toString(1 + random.nextInt(10) / 8),
                "Undisclosed Source; Studio Tamani",
                "Subnational-National",
                notes,
                Integer.toString(random.nextInt(12)),
                "",
                Integer.toString(1_700_000_000 + i)));
    }

    private static String name(String inter, String country, int i) {
        return switch (inter) {
            case "Rebel group" -> "JNIM: Group for Support of Islam and Muslims";
            case "State forces" -> "Military Forces of " + country + " (2021-)";
            case "Civilians" -> "Civilians (" + country + ")";
            case "Protesters" -> "Protesters (" + country + ")";
            default -> "Militia of Village " + i % 7 + " (" + country + ")";
        };
    }

    int size() {
        return rows.size();
    }

    String id(int row) {
        return rows.get(row).getFirst();
    }

    AcledFile set(int row, String column, String value) {
        rows.get(row).set(List.of(HEADER.split(",")).indexOf(column), value);
        return this;
    }

    AcledFile remove(int row) {
        rows.remove(row);
        return this;
    }

    String line(int row) {
        return rows.get(row).stream().map(AcledFile::quoted).collect(Collectors.joining(","));
    }

    static String quoted(String value) {
        return value.matches("(?s).*[,\"\n].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    /** Line by line; a fault may be put into any. */
    List<String> lines() {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(i));
        }
        return lines;
    }

    Path write(Path file) {
        return write(file, lines(), UnaryOperator.identity());
    }

    static Path write(Path file, List<String> lines, UnaryOperator<byte[]> altered) {
        try {
            return Files.write(file, altered.apply((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
