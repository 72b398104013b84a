package org.marsad.coding.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;

/** "They were released on 14 February", after their capture was told. */
final class Captures {
    private static final int BACK = 3;

    private Captures() {}

    /** Whether a dated event follows a capture. */
    static boolean isAfter(List<Draft> drafts, int at) {
        return drafts.get(at).date != null && before(drafts, at) != null;
    }

    /** Gives a release that says neither where nor of whom, "He was set free the next day", what the capture before it says. */
    static void complete(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        var capture = before(drafts, at);
        if (capture == null
                || !draft.places().isEmpty()
                || draft.where.border() != null
                || draft.sentence == capture.sentence
                || capture.places().isEmpty()
                || draft.sentence.mentions.stream()
                        .anyMatch(item -> item.value().place() != null)) {
            return;
        }
        draft.where = new Where(capture.places(), null, capture.where.near(), false);
        draft.placeInherited = true;
        if (draft.actors.isEmpty()) {
            draft.actors.addAll(capture.actors);
        }
    }

    private static @Nullable Draft before(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        return drafts.stream()
                .filter(one -> one != draft
                        && (one.kind.mode().equals("abduct")
                                || one.kind.family().equals("arrest")
                                || one.counts.stream().anyMatch(count -> count.harm() == Lexicon.Harm.TAKEN))
                        && one.mentions.stream()
                                .anyMatch(told -> told.index <= draft.sentence.index
                                        && draft.sentence.index - told.index <= BACK))
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
