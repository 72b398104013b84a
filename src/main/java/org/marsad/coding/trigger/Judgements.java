package org.marsad.coding.trigger;

import java.util.Objects;
import java.util.Set;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** « La cour a condamné lundi deux hommes »: a court sentences, where others condemn. */
final class Judgements {
    private static final EventKind SENTENCE =
            Objects.requireNonNull(EventKind.table().get("sentence"));
    private static final Set<String> PENAL = WordSets.get("penal-ar");
    private static final Set<String> PENALTY =
            Set.of("peine", "mort", "perpetuite", "prison", "reclusion", "ans", "mois", "amende");
    private static final int REACH = 12;

    private Judgements() {}

    static Trigger settle(Trigger trigger) {
        boolean sentence = trigger.kind().key().equals("condemnation")
                        && !trigger.isNoun()
                        && (isByCourt(trigger) || isToPenalty(trigger))
                || trigger.kind().key().equals("execution") && trigger.isNoun() && isPenalty(trigger);
        return sentence
                ? new Trigger(
                        SENTENCE,
                        trigger.sentence(),
                        trigger.begin(),
                        trigger.end(),
                        trigger.tense(),
                        trigger.passive(),
                        trigger.act(),
                        trigger.reading())
                : trigger;
    }

    /** « a condamné jeudi trois hommes à la peine de mort », « à vingt ans de prison ». */
    private static boolean isToPenalty(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!Patterns.matches(sentence.word(trigger.begin()).text(), "condamn.*")) {
            return false;
        }
        for (int i = trigger.end() + 1; i < Math.min(sentence.size(), trigger.end() + REACH); i++) {
            if (PENALTY.contains(sentence.word(i).text())
                    && sentence.clause(i) == sentence.clause(trigger.begin())
                    && (sentence.word(i - 1).source().equals("à")
                            || sentence.word(i - 2).source().equals("à"))) {
                return true;
            }
        }
        return false;
    }

    /** «الإعدام لثلاثة متهمين والمؤبد لرابعهم»: a penalty beside another, or of the accused. */
    private static boolean isPenalty(Trigger trigger) {
        return Patterns.matches(trigger.reading().stem(), "اعدام")
                && trigger.sentence().words.stream()
                        .anyMatch(word -> word.readings().stream().anyMatch(reading -> PENAL.contains(reading.stem())));
    }

    /** Whether the court is its subject. */
    private static boolean isByCourt(Trigger trigger) {
        var sentence = trigger.sentence();
        return Patterns.matches(sentence.word(trigger.begin()).text(), "condamn.*")
                && sentence.actors.stream()
                        .anyMatch(item -> item.value().actor().sector().equals("JUD")
                                && item.end() <= trigger.begin()
                                && trigger.begin() - item.end() <= REACH
                                && sentence.clause(item.begin()) == sentence.clause(trigger.begin()));
    }
}
