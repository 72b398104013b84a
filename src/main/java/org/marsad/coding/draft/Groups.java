package org.marsad.coding.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Bulletins;
import org.marsad.coding.slot.FurtherOnes;
import org.marsad.coding.slot.when.When;
import org.marsad.coding.slot.where.Extents;
import org.marsad.coding.slot.where.Whereabouts;
import org.marsad.text.DateExpression;

/** Parts the triggers of one kind and clause that tell of different days or towns, and says which triggers a date may belong to. */
final class Groups {
    private static final Set<String> RESPONSE = WordSets.get("response");
    /** Words between "response to" and what it answers, at most. */
    private static final int RESPONSE_REACH = 8;

    /** Words between a verb and one that hangs on it, at most. */
    private static final int COMPLEMENT_REACH = 6;

    /** Towns of two clauses that are so far apart are scenes of two incidents. */
    private static final double APART_KM = 25;

    private final Lexicon lexicon;
    private final Factuality factuality;
    private final Whereabouts whereabouts;

    Groups(Lexicon lexicon, Factuality factuality, Whereabouts whereabouts) {
        this.lexicon = lexicon;
        this.factuality = factuality;
        this.whereabouts = whereabouts;
    }

    /** Whether two words stand in clauses with towns of their own. */
    private boolean isElsewhere(Trigger one, Trigger other, List<Trigger> triggers) {
        if (one.sentence().clause(one.begin()) == one.sentence().clause(other.begin())
                && !Bulletins.isNext(one, other)) {
            return false;
        }
        var a = whereabouts.of(one, triggers);
        var b = whereabouts.of(other, triggers);
        return a.own()
                && b.own()
                && !a.places().isEmpty()
                && !b.places().isEmpty()
                && Where.rank(a.places().getFirst()) <= 1
                && Where.rank(b.places().getFirst()) <= 1
                && Extents.km(a.places().getFirst(), b.places().getFirst()) > APART_KM;
    }

    /** "abducted on the 3rd, and two soldiers captured on the 9th": words for things of different days part. */
    List<List<Trigger>> byDate(List<Trigger> group, List<Trigger> triggers) {
        var parts = new ArrayList<List<Trigger>>();
        DateExpression date = null;
        for (var trigger : group) {
            var own = When.of(lexicon, trigger, rivals(triggers));
            var last = parts.isEmpty() ? null : parts.getLast().getLast();
            boolean other = last != null
                            && (isElsewhere(last, trigger, triggers) || isAnswered(trigger) || isAnswered(last))
                    || own != null
                            && date != null
                            && (own.end().isBefore(date.start()) || own.start().isAfter(date.end()));
            boolean second = last != null && FurtherOnes.isSecond(trigger);
            if (parts.isEmpty() || other || second) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(trigger);
            if (second) {
                FurtherOnes.takeOver(parts.get(parts.size() - 2), trigger, parts.getLast());
            }
            date = own == null ? date : own;
        }
        return parts;
    }

    /**
     * The triggers that a date may belong to: in "gave the army an ultimatum to leave Ber on 12 August" it is not that of
     * "leave".
     */
    List<Trigger> rivals(List<Trigger> triggers) {
        return triggers.stream()
                .filter(trigger -> factuality.of(trigger) != Factuality.NONE
                        || triggers.stream()
                                .noneMatch(other -> !other.isNoun()
                                        && other.begin() < trigger.begin()
                                        && trigger.begin() - other.end() <= COMPLEMENT_REACH
                                        && other.sentence().clause(other.begin())
                                                == trigger.sentence().clause(trigger.begin())))
                .toList();
    }

    /** "a strike in response to an attack": the attack is another incident than the strike. */
    static boolean isAnswered(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.isNoun() || !trigger.kind().isViolence()) {
            return false;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - RESPONSE_REACH); i--) {
            boolean word = sentence.word(i).readings().stream().anyMatch(reading -> RESPONSE.contains(reading.stem()));
            if (word && sentence.isAt(i + 1, "to", "for", "a", "au", "aux", "علي", "de", "d", "من")) {
                return true;
            }
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
        }
        return false;
    }
}
