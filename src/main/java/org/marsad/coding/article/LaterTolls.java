package org.marsad.coding.article;

import java.util.List;
import org.marsad.coding.draft.Drafter;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.who.Casualties;

/** Gives an event the dead that only a sentence after it counts: "Villagers were killed on Sunday. Seventy are dead." */
final class LaterTolls {
    private static final int SENTENCES = 2;

    private final List<Sentence> sentences;
    private final Drafter drafter;

    LaterTolls(List<Sentence> sentences, Drafter drafter) {
        this.sentences = sentences;
        this.drafter = drafter;
    }

    /** Completes events of violence for which no dead are counted yet. */
    void complete(List<Draft> drafts) {
        for (var draft : drafts) {
            if (!draft.kind.isViolence() || draft.kind.mode().equals("abduct") || hasDead(draft.countsBySentence)) {
                continue;
            }
            int last = draft.mentions.getLast().index;
            int end = Math.min(sentences.size(), last + SENTENCES + 1);
            for (var sentence : sentences.subList(last + 1, end)) {
                if (sentence.paragraph != draft.mentions.getLast().paragraph
                        || !sentence.dates.isEmpty()
                        || drafts.stream().anyMatch(one -> one.mentions.contains(sentence))) {
                    break;
                }
                var counts = drafter.counts(sentence);
                boolean ofWar = counts.stream()
                        .anyMatch(count -> count.harm() == Lexicon.Harm.KILLED && count.low() >= Statistics.LARGE_TOLL);
                if (hasDead(List.of(counts)) && !ofWar) {
                    draft.countsBySentence.add(counts);
                    draft.counts.addAll(counts);
                    break;
                }
            }
        }
    }

    private static boolean hasDead(List<List<Casualties.Count>> counts) {
        return counts.stream().flatMap(List::stream).anyMatch(count -> count.harm() == Lexicon.Harm.KILLED);
    }
}
