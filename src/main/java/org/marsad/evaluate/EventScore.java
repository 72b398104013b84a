package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.marsad.coding.event.CodedEvent;

/** Counts of one language, or of all. */
final class EventScore {
    private int articles;
    private int empty;
    private int falseInEmpty;
    private int gold;
    private int coded;
    private int detected;
    private int strict;
    private int dates;
    private int places;
    private int actors;
    private int roles;
    private int deathsAsked;
    private int deathsRight;
    private final Calibration calibration = new Calibration();

    /** A gold event and the coded one that is it. */
    record Pair(GoldEvent gold, CodedEvent event, EventMatch match) {}

    void add(List<GoldEvent> golden, List<CodedEvent> events) {
        articles++;
        gold += golden.size();
        coded += events.size();
        if (golden.isEmpty()) {
            empty++;
            falseInEmpty += events.size();
        }
        var pairs = pairs(golden, events);
        for (var event : events) {
            calibration.add(event.confidence(), pairs.stream().anyMatch(pair -> pair.event() == event));
        }
        for (var pair : pairs) {
            var match = pair.match();
            detected++;
            strict += match.isStrict() ? 1 : 0;
            dates += match.date() ? 1 : 0;
            places += match.place() ? 1 : 0;
            actors += match.actor() ? 1 : 0;
            roles += match.actorInRole() ? 1 : 0;
            var wanted = pair.gold().fatalities();
            if (wanted != null) {
                deathsAsked++;
                var found = pair.event().fatalities();
                deathsRight +=
                        found != null && (found.low() == wanted.low() || Objects.equals(found.best(), wanted.best()))
                                ? 1
                                : 0;
            }
        }
    }

    /** Each gold event with the coded event that fits it best, none used twice. */
    static List<Pair> pairs(List<GoldEvent> golden, List<CodedEvent> events) {
        var all = new ArrayList<Pair>();
        for (var wanted : golden) {
            for (var event : events) {
                var match = EventMatch.of(wanted, event);
                if (match.isDetection()) {
                    all.add(new Pair(wanted, event, match));
                }
            }
        }
        all.sort((a, b) -> Integer.compare(b.match().slots(), a.match().slots()));
        Set<Object> used = new HashSet<>();
        var pairs = new ArrayList<Pair>();
        for (var pair : all) {
            if (!used.contains(pair.gold()) && !used.contains(pair.event())) {
                used.add(pair.gold());
                used.add(pair.event());
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** Whether the events' confidence means something. */
    Calibration calibration() {
        return calibration;
    }

    static String header() {
        return "| | articles | gold | coded | P | R | F1 | strict F1 | date | place | actor | actor in role | deaths"
                + " | nothing to find | false there |\n|" + "---|".repeat(15);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %d | %d |",
                name,
                articles,
                gold,
                coded,
                ratio(detected, coded),
                ratio(detected, gold),
                f1(detected),
                f1(strict),
                ratio(dates, detected),
                ratio(places, detected),
                ratio(actors, detected),
                ratio(roles, detected),
                ratio(deathsRight, deathsAsked),
                empty,
                falseInEmpty);
    }

    /** The figures by name: shares and F1, best at 1; {@code falseInEmpty}, a count, at 0; NaN where nothing is measured. */
    Map<String, Double> figures() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("precision", ratio(detected, coded));
        figures.put("recall", ratio(detected, gold));
        figures.put("f1", f1(detected));
        figures.put("strictF1", f1(strict));
        figures.put("date", ratio(dates, detected));
        figures.put("place", ratio(places, detected));
        figures.put("actor", ratio(actors, detected));
        figures.put("actorInRole", ratio(roles, detected));
        figures.put("deaths", ratio(deathsRight, deathsAsked));
        figures.put("falseInEmpty", (double) falseInEmpty);
        return figures;
    }

    private double f1(int right) {
        return gold + coded == 0 ? 0 : 2.0 * right / (gold + coded);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
