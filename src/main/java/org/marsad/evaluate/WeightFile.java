package org.marsad.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code gazetteer/lexicon/weights.tsv}: the name of a weight, its value, and the value set by hand that the fit starts
 * from and is held to; a line without a third column has the same in both.
 */
record WeightFile(Map<String, Double> values, Map<String, Double> prior) {
    static WeightFile read(Path file) throws IOException {
        var values = new LinkedHashMap<String, Double>();
        var prior = new LinkedHashMap<String, Double>();
        for (var line : Files.readAllLines(file, UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var columns = line.split("\t");
                values.put(columns[0], Double.valueOf(columns[1]));
                prior.put(columns[0], Double.valueOf(columns[columns.length > 2 ? 2 : 1]));
            }
        }
        return new WeightFile(values, prior);
    }

    void write(Path file, List<String> provenance) throws IOException {
        var text = new StringBuilder();
        provenance.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append(
                "# Columns: name, value, and the value set by hand, from which the fit starts and which it leaves only"
                        + " for a reason.\n# To set one by hand, change both.\n");
        values.forEach((name, value) ->
                text.append(String.format(Locale.ROOT, "%s\t%.3f\t%s\n", name, value, plain(prior.get(name)))));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String plain(Double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "").replaceFirst("\\.$", ".0");
    }
}
