package org.marsad.coding.merge;

import java.util.List;
import org.marsad.coding.event.Role;
import org.marsad.coding.slot.Draft;

/** "Two attacks left six dead": no event where the text goes on to tell each of them. */
final class Sums {
    /** Sentences in which a text tells what it summed up, at most. */
    private static final int FAR = 8;

    /** What a text that sums up tells one by one, at least. */
    private static final int FEWEST = 2;

    private Sums() {}

    /** Whether a draft is one of those that the other sums up, rather than the same. */
    static boolean isOneOf(Draft sum, Draft draft) {
        return sum.series
                && !draft.series
                && draft.told
                && !draft.plural
                && !draft.definite
                && draft.sentence.paragraph != sum.mentions.getFirst().paragraph
                && (draft.hasFinePlace() || draft.unplaced || draft.unknownTown != null)
                && !sum.mentions.contains(draft.sentence);
    }

    /** Takes out what sums up incidents that are told, and lends them its day and who did it. */
    static void settle(List<Draft> drafts) {
        for (var sum : List.copyOf(drafts)) {
            if (!sum.series) {
                continue;
            }
            var parts = drafts.stream().filter(one -> isPart(sum, one)).toList();
            if (parts.size() >= FEWEST) {
                parts.forEach(one -> lend(sum, one));
                drafts.remove(sum);
            }
        }
    }

    private static boolean isPart(Draft sum, Draft one) {
        int apart = one.sentence.index - sum.mentions.getLast().index;
        boolean date = one.date == null || sum.date == null || Merger.overlap(sum.date, one.date);
        return one != sum
                && !one.series
                && one.kind.isViolence()
                && one.told
                && !one.earlier
                && apart > 0
                && apart <= FAR
                && date;
    }

    private static void lend(Draft sum, Draft one) {
        if (one.date == null) {
            one.date = sum.date;
        }
        if (one.actors.stream().noneMatch(actor -> actor.role() == Role.PERPETRATOR)) {
            sum.actors.stream()
                    .filter(actor -> actor.role() == Role.PERPETRATOR)
                    .filter(actor -> one.actors.stream()
                            .noneMatch(other ->
                                    other.actor().id().equals(actor.actor().id())))
                    .forEach(one.actors::add);
        }
    }
}
