package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.link.IncidentGroups;
import org.marsad.coding.link.LinkDecisions;
import org.marsad.coding.link.Report;

/**
 * How well reports of one incident are linked: B³ (Bagga and Baldwin 1998). Over the gold events that the coder found,
 * precision is the mean share of an event's incident, as linked, that is of its true incident; recall the mean share of
 * its true incident that is linked with it. All coded events take part in the linking, also those that are wrong.
 */
final class LinkScore {
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, String> truth = new HashMap<>();

    void add(GoldArticle article, List<GoldEvent> golden, List<CodedEvent> events) {
        events.forEach(event -> reports.add(report(article, event)));
        for (var pair : EventScore.pairs(golden, events)) {
            var incident = pair.gold().incident();
            truth.put(
                    report(article, pair.event()).key(),
                    incident == null ? article.id() + " " + pair.gold().id() : incident);
        }
    }

    private static Report report(GoldArticle article, CodedEvent event) {
        return new Report(
                article.id() + " " + event.id(),
                article.id(),
                article.document().published(),
                event);
    }

    /**
     * {@code b3Precision}, {@code b3Recall}, {@code b3F1}; {@code found}, the events scored; {@code shared}, those of them
     * whose incident another of them is of too. NaN where nothing is measured.
     */
    Map<String, Double> figures() {
        var linked = new HashMap<String, Integer>();
        int number = 0;
        for (var group : new IncidentGroups(LinkDecisions.NONE).of(reports)) {
            for (var report : group) {
                linked.put(report.key(), number);
            }
            number++;
        }
        double precision = 0;
        double recall = 0;
        int shared = 0;
        for (var one : truth.entrySet()) {
            int both = 0;
            int together = 0;
            int same = 0;
            for (var other : truth.entrySet()) {
                boolean isLinked = linked.get(one.getKey()).equals(linked.get(other.getKey()));
                boolean isSame = one.getValue().equals(other.getValue());
                both += isLinked && isSame ? 1 : 0;
                together += isLinked ? 1 : 0;
                same += isSame ? 1 : 0;
            }
            precision += (double) both / together;
            recall += (double) both / same;
            shared += same > 1 ? 1 : 0;
        }
        int found = truth.size();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("b3Precision", precision / found);
        figures.put("b3Recall", recall / found);
        figures.put("b3F1", 2 * precision * recall / (precision + recall) / found);
        figures.put("found", (double) found);
        figures.put("shared", (double) shared);
        return figures;
    }

    static String header() {
        return "| linking | events found | of shared incidents | B³ P | B³ R | B³ F1 |\n|---|---|---|---|---|---|";
    }

    String row(String name) {
        var figures = figures();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.3f | %.3f | %.3f |",
                name,
                figures.get("found"),
                figures.get("shared"),
                figures.get("b3Precision"),
                figures.get("b3Recall"),
                figures.get("b3F1"));
    }
}
