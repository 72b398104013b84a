package org.marsad.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What a benchmark measured: printed as it comes, and once more in one last line {@code RESULT {json}}. */
final class BenchFigures {
    private final Map<String, Double> figures = new LinkedHashMap<>();

    void put(String key, double value) {
        figures.put(key, value);
        System.out.printf(Locale.ROOT, "%-56s %,12.3f%n", key, value);
    }

    void printResult(String first) {
        var json = new StringJoiner(", ", "{", "}").add(first);
        figures.forEach((key, value) -> json.add(String.format(Locale.ROOT, "\"%s\": %s", key, number(value))));
        System.out.println("RESULT " + json);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
