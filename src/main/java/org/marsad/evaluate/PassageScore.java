package org.marsad.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marsad.coding.Coder;
import org.marsad.coding.event.CodedEvent;

/** In how many passages their one event is told, and in how many of those without one nothing is. */
final class PassageScore {
    private int events;
    private int right;
    private int ofAnotherType;
    private int more;
    private int none;
    private int toldNone;

    static String header() {
        return "| passages | with an event | told | only as another type | more told beside it | without one | nothing told |\n|"
                + "---|".repeat(7);
    }

    /** The rows of a directory's files: of what is held back, or of the rest. */
    static List<String> rows(Path directory, boolean heldBack, Coder coder) throws IOException {
        var rows = new ArrayList<String>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(one -> one.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                var score = new PassageScore();
                for (var passage : Passage.list(file)) {
                    if (passage.isHeldBack() == heldBack) {
                        score.add(
                                passage.types(),
                                coder.code(passage.document()).stream()
                                        .flatMap(article -> article.events().stream())
                                        .toList());
                    }
                }
                var language = file.getFileName().toString().replaceFirst("\\..*", "");
                rows.add(score.row((heldBack ? "report " : "work ") + language));
            }
        }
        return rows;
    }

    void add(Set<String> types, List<CodedEvent> told) {
        if (types.isEmpty()) {
            none++;
            toldNone += told.isEmpty() ? 1 : 0;
            return;
        }
        events++;
        boolean found =
                told.stream().anyMatch(event -> types.contains(event.type().plover()));
        right += found ? 1 : 0;
        ofAnotherType += !found && !told.isEmpty() ? 1 : 0;
        more += found && told.size() > 1 ? 1 : 0;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %d | %.3f |",
                name,
                events,
                share(right, events),
                share(ofAnotherType, events),
                share(more, events),
                none,
                share(toldNone, none));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
