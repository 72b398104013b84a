package org.marsad.coding.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** "Two attacks left six dead": no event where the text goes on to tell each of them. */
final class Sums {
    private static final Set<String> FIRST = WordSets.get("first");
    /** Sentences in which a text tells what it summed up, at most. */
    private static final int FAR = 8;

    /** The last sentence of a lead. */
    private static final int LEAD = 2;

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

    /** Whether the parts of a sum have begun to be told: what follows is of one of them. */
    static boolean isUnfolded(List<Draft> merged, int at, Draft draft) {
        var sum = merged.get(at);
        return sum.series
                && !draft.series
                && draft.sentence.paragraph != sum.mentions.getLast().paragraph
                && merged.subList(at + 1, merged.size()).stream()
                        .anyMatch(one -> isPart(sum, one, sum.mentions.getLast().index));
    }

    /** Whether what is told so far is a sum; a headline's many attacks are one where the lead counts them. */
    static boolean stays(Draft one, Draft draft) {
        boolean counted = one.mentions.getFirst().title
                && draft.series
                && draft.sentence.index <= LEAD
                && (draft.counts.isEmpty() || SameTolls.ofSameDead(one, draft));
        return one.series && (draft.series || !isSingle(draft)) || counted;
    }

    /** What tells of one incident, so that a sum which it says more of is none. */
    private static boolean isSingle(Draft draft) {
        return draft.told && !draft.plural && draft.hasFinePlace() && !draft.definite;
    }

    /** "The latest attack", « l'attaque la plus récente », «الهجوم الأول»: one of those that were summed up. */
    static boolean isSelected(Draft sum, Draft draft) {
        var sentence = draft.sentence;
        if (!sum.series || draft.series || sum.mentions.contains(sentence)) {
            return false;
        }
        for (int i = Math.max(sentence.start(), draft.at - 3); i < Math.min(sentence.size(), draft.at + 4); i++) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> FIRST.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** Takes out what sums up incidents that are told, and lends them its day and who did it. */
    static void settle(List<Draft> drafts) {
        for (var sum : List.copyOf(drafts)) {
            if (!sum.series) {
                continue;
            }
            var parts = parts(sum, drafts);
            if (parts.size() >= FEWEST) {
                parts.forEach(one -> lend(sum, one));
                drafts.remove(sum);
            }
        }
    }

    /** What is told behind a sum, each near to what was told before it. */
    private static List<Draft> parts(Draft sum, List<Draft> drafts) {
        var parts = new ArrayList<Draft>();
        int last = sum.mentions.getLast().index;
        for (var one : drafts) {
            if (isPart(sum, one, last)) {
                parts.add(one);
                last = Math.max(last, one.mentions.getLast().index);
            }
        }
        return parts;
    }

    private static boolean isPart(Draft sum, Draft one, int last) {
        int apart = one.sentence.index - last;
        boolean date = one.date == null || sum.date == null || Agreement.overlap(sum.date, one.date);
        return one != sum
                && one.sentence != sum.sentence
                && (!one.series || one.hasFinePlace())
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
