package org.marsad.coding.article;

import java.util.List;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/** Who receives does so where the news is sent from: "OUAGADOUGOU (AFP) – Burkina Faso's new ruler on Tuesday received …". */
final class Hosts {
    private static final int LEAD = 3;

    private Hosts() {}

    /** Places a meeting or a protest of the first lines at the town of the dateline, in a country that takes part. */
    static void placeAtDateline(Draft draft, List<Sentence> sentences) {
        if (!Patterns.matches(draft.kind.family(), "meeting|protest|agreement") || draft.sentence.index > LEAD) {
            return;
        }
        var dateline = sentences.stream()
                .limit(LEAD + 1L)
                .map(sentence -> sentence.dateline)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (dateline == null || dateline.country() == null || draft.unplaced) {
            return;
        }
        boolean party = draft.actors.stream()
                        .anyMatch(one -> dateline.country().equals(one.actor().country()))
                || draft.sentence.mentions.stream()
                        .map(item -> item.value().place())
                        .anyMatch(place -> place != null && dateline.country().equals(place.country()));
        boolean crowd = draft.kind.family().equals("protest");
        if (party || crowd) {
            draft.where = new Where(List.of(dateline), null, false, false);
        }
    }
}
