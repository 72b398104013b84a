package org.marsad.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.coding.article.EventCoder.Considered;
import org.marsad.coding.event.CodedEvent;
import org.marsad.text.SourceDocument;

/**
 * A sentence or two that tell one event, or only sound like it: a row of {@code samples/passages}. Passages name events in
 * many more ways than the articles do.
 *
 * @param types PLOVER types of which the event may be; none where the passage tells no event
 * @param isHeldBack whether it only measures
 */
record Passage(SourceDocument document, Set<String> types, boolean isHeldBack) {
    private static final String NONE = "NONE";
    private static final int FIELDS = 5;
    private static final int HELD_BACK = 3;

    /**
     * Those of a file, in its order.
     *
     * @throws IOException if it cannot be read, or a row has other than five fields
     */
    static List<Passage> list(Path file) throws IOException {
        var passages = new ArrayList<Passage>();
        int line = 0;
        for (var row : Files.readAllLines(file, UTF_8)) {
            line++;
            if (row.isBlank() || row.startsWith("#")) {
                continue;
            }
            var fields = row.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new IOException(file + ", line " + line + ": " + fields.length + " fields, not " + FIELDS);
            }
            var types = new HashSet<>(Set.of(fields[1].split("\\|")));
            types.remove(NONE);
            // Annotators put a release under either kind of yielding.
            if (types.contains("RETREAT") || types.contains("CONCEDE")) {
                types.addAll(Set.of("RETREAT", "CONCEDE"));
            }
            var document =
                    new SourceDocument(file.getFileName() + ":" + line, fields[4], null, LocalDate.parse(fields[0]));
            passages.add(new Passage(document, Set.copyOf(types), (passages.size() + 1) % HELD_BACK == 0));
        }
        return passages;
    }

    /** Which of the drafts is its event: the first of its types that the rules take, or else the first of its types. */
    Map<CodedEvent, Boolean> right(List<Considered> all) {
        var right = new IdentityHashMap<CodedEvent, Boolean>();
        for (boolean ruled : new boolean[] {true, false}) {
            all.stream()
                    .filter(one -> right.isEmpty()
                            && one.ruled() == ruled
                            && types.contains(one.event().type().plover()))
                    .findFirst()
                    .ifPresent(one -> right.put(one.event(), true));
        }
        return right;
    }
}
