package org.marsad.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Reads {@code derived/divisions.tsv.gz}, which {@code gazetteer.build} writes: administrative divisions with a middle
 * point. Where our own files have a division, theirs is taken.
 */
final class Divisions {
    private Divisions() {}

    static LoadReport read(String file, BufferedReader in, GazetteerBuilder into) throws IOException {
        var tally = new LoadReport.Tally(file);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var row = line.split("\t", -1);
            var level = row[2].equals("ADM1") ? PlaceLevel.ADMIN1 : PlaceLevel.ADMIN2;
            var bare = DivisionNames.bare(row[1]);
            var key = bare == null ? NameKeys.list(row[1]).getFirst() : bare;
            if (level == PlaceLevel.ADMIN1) {
                into.nameAdmin1(row[3], row[4], row[1]);
            }
            if (into.hasDivision(row[3], level, key) || into.isKnown(row[0])) {
                tally.took(true);
                continue;
            }
            int place = into.addPlace(
                    new Places.Row(
                            row[0],
                            row[1],
                            level,
                            row[2],
                            row[3],
                            row[4],
                            Double.parseDouble(row[5]),
                            Double.parseDouble(row[6]),
                            0),
                    1);
            into.addName(place, row[1], NameKind.OFFICIAL, null);
            if (bare != null) {
                into.addName(place, bare, NameKind.OFFICIAL, null);
            }
            for (var other : row[7].isEmpty() ? new String[0] : row[7].split("\\|")) {
                into.addName(place, other, NameKind.VARIANT, null);
            }
            tally.took(false);
        }
        return tally.report();
    }
}
