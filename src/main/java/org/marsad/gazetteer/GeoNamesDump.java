package org.marsad.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a GeoNames dump: UTF-8, 19 columns between tabs, as https://download.geonames.org/export/dump/readme.txt
 * gives them. A row that cannot be used is counted and named; the rest goes in.
 */
final class GeoNamesDump {
    private static final int COLUMNS = 19;

    private GeoNamesDump() {}

    static LoadReport read(String file, BufferedReader in, GazetteerBuilder into) throws IOException {
        var tally = new LoadReport.Tally(file);
        int number = 0;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var complaint = readRow(line, into, tally);
            if (complaint != null) {
                tally.refused(number, complaint);
            }
        }
        return tally.report();
    }

    /** Null, or why the row was refused. */
    static @Nullable String readRow(String line, GazetteerBuilder into, LoadReport.Tally tally) {
        if (line.indexOf(RowSource.UNREADABLE) >= 0) {
            return RowSource.NOT_UTF_8;
        }
        var row = line.split("\t", -1);
        // Our own copies say in one more column under which id the place was known already.
        boolean paired = row.length == COLUMNS + 1 && row[COLUMNS].indexOf(':') > 0;
        if (row.length != COLUMNS && !paired) {
            return row.length + " columns between tabs, where a GeoNames dump has " + COLUMNS;
        }
        try {
            int number = Integer.parseInt(row[0]);
            if (number <= 0) {
                return "the id is " + row[0] + ", where GeoNames has numbers from 1 on";
            }
            var id = paired ? new PlaceId(row[COLUMNS]).value() : "geonames:" + number;
            var country = row[8];
            var place = new Places.Row(
                    id,
                    row[1],
                    Features.level(row[6], row[7]),
                    row[7],
                    country,
                    row[10],
                    Double.parseDouble(row[4]),
                    Double.parseDouble(row[5]),
                    row[14].isEmpty() ? 0 : Long.parseLong(row[14]));
            boolean known = into.isKnown(id);
            int ordinal = into.addPlace(place, 0);
            if (place.level() == PlaceLevel.COUNTRY && !known) {
                // Countries have names of their own in countries.csv; a dump adds historical ones («French Sudan»).
                tally.took(false);
                return null;
            }
            addNames(ordinal, row[1], row[3], place.level(), into);
            if (row[7].equals("ADM1")) {
                into.nameAdmin1(country, row[10], row[1]);
            }
            tally.took(known);
            return null;
        } catch (NumberFormatException e) {
            return "not a number: " + e.getMessage();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void addNames(int place, String name, String others, PlaceLevel level, GazetteerBuilder into) {
        boolean division = level == PlaceLevel.ADMIN1 || level == PlaceLevel.ADMIN2;
        into.addName(place, name, NameKind.OFFICIAL, null);
        if (division) {
            into.addBareDivision(place, name);
        }
        for (var other : others.isEmpty() ? new String[0] : others.split(",")) {
            var variant = Names.readable(other);
            if (variant != null) {
                into.addName(place, variant, NameKind.VARIANT, null);
                if (division) {
                    into.addBareDivision(place, variant);
                }
            }
        }
    }
}
