package org.marsad.coding.article;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.coding.draft.Drafter;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.who.Casualties;

/** Gives an event the dead that only a sentence after it counts: "Villagers were killed on Sunday. Seventy are dead." */
final class LaterTolls {
    private static final int SENTENCES = 2;

    /** Sentences between an attack and its toll, at most. */
    private static final int REACH = 4;

    private static final Pattern TOLL = Pattern.compile(
            "\\b(the (death )?toll|(the )?(number|total) of (the )?(dead|deaths)|"
                    + "(le|un|ce|dernier|nouveau) bilan|nombre de (morts|tues|victimes))\\b|(حصيله|عدد (القتلي|الضحايا|الشهداء))");

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
        sentences.stream()
                .filter(sentence ->
                        isToll(sentence) && drafts.stream().noneMatch(one -> one.mentions.contains(sentence)))
                .forEach(sentence -> add(sentence, drafts));
    }

    /** "The minister put the number of dead at 37 on Sunday": it is that of the attack told last before it. */
    private void add(Sentence sentence, List<Draft> drafts) {
        var counts = drafter.counts(sentence);
        if (!hasDead(List.of(counts)) || counts.stream().anyMatch(count -> count.low() >= Statistics.LARGE_TOLL)) {
            return;
        }
        drafts.stream()
                .filter(draft -> draft.kind.isViolence() && !draft.kind.mode().equals("abduct"))
                .filter(draft -> sentence.index - lastBefore(draft, sentence) <= REACH)
                .max(Comparator.comparingInt(draft -> lastBefore(draft, sentence)))
                .filter(draft -> !hasDead(draft.countsBySentence))
                .ifPresent(draft -> {
                    draft.countsBySentence.add(counts);
                    draft.counts.addAll(counts);
                });
    }

    private static int lastBefore(Draft draft, Sentence sentence) {
        return draft.mentions.stream()
                .mapToInt(mention -> mention.index)
                .filter(index -> index < sentence.index)
                .max()
                .orElse(-REACH - 1);
    }

    private static boolean isToll(Sentence sentence) {
        return !sentence.title
                && TOLL.matcher(sentence.text(0, sentence.size())).find();
    }

    private static boolean hasDead(List<List<Casualties.Count>> counts) {
        return counts.stream().flatMap(List::stream).anyMatch(count -> count.harm() == Lexicon.Harm.KILLED);
    }
}
