package org.marsad.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;

/** Reads {@code derived/cities500.tsv.gz}, which {@code gazetteer.build} writes. Its rows are known to be good. */
final class Cities500 {
    private Cities500() {}

    static LoadReport read(String file, BufferedReader in, GazetteerBuilder into) throws IOException {
        var tally = new LoadReport.Tally(file);
        var row = new String[9];
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            split(line, row);
            boolean known = into.isKnown("geonames:" + row[0]);
            int place = into.addPlace(
                    new Places.Row(
                            "geonames:" + row[0],
                            row[1],
                            PlaceLevel.SETTLEMENT,
                            row[2],
                            row[3],
                            row[4],
                            Double.parseDouble(row[5]),
                            Double.parseDouble(row[6]),
                            Long.parseLong(row[7])),
                    1);
            into.addName(place, row[1], NameKind.OFFICIAL, null);
            for (int from = 0; from < row[8].length(); ) {
                int bar = row[8].indexOf('|', from);
                int to = bar < 0 ? row[8].length() : bar;
                into.addName(place, row[8].substring(from, to), NameKind.VARIANT, null);
                from = to + 1;
            }
            tally.took(known);
        }
        return tally.report();
    }

    private static void split(String line, String[] row) {
        int from = 0;
        for (int i = 0; i < row.length; i++) {
            int tab = line.indexOf('\t', from);
            row[i] = line.substring(from, tab < 0 ? line.length() : tab);
            from = tab + 1;
        }
    }
}
