package org.marsad.coding.trigger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.text.Patterns;

/** Tense and voice of French verbs: the auxiliary, the accent that folding takes away, what a reflexive does. */
final class FrenchVerbs implements Verbs {
    private static final Set<String> MOVES = Set.of("entry", "crossing", "leaving", "withdrawal", "visit");

    private static final int JOINED_REACH = 20;

    @Override
    public @Nullable Trigger resolve(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        var tense = hit.value().tense();
        if (tense == Tense.ACCENTED) {
            tense = endsInAccent(sentence.word(at)) ? Tense.PARTICIPLE : Tense.PRESENT;
        }
        if (tense != Tense.PARTICIPLE) {
            return Nearby.trigger(sentence, hit, tense, false);
        }
        if (hit.value().reflexive()) {
            return Nearby.trigger(sentence, hit, Tense.PAST, false);
        }
        if (hit.value().kind().key().equals("arrest") && isDecree(sentence, at)) {
            return null;
        }
        // « ils se sont arrêtés », « un camion s'est renversé »: no arrest, no coup.
        if (Patterns.matches(hit.value().kind().key(), "arrest|coup")
                && Nearby.before(sentence, at, 3, Set.of("se", "s"))) {
            return null;
        }
        if (Nearby.before(sentence, at, 3, Nearby.BE)) {
            // « ils sont entrés dans Kidal »: some verbs have their past with "be" and suffer nothing.
            boolean moves = MOVES.contains(hit.value().kind().key()) && !Nearby.before(sentence, at, 3, Set.of("ete"));
            return Nearby.trigger(sentence, hit, Tense.PAST, !moves);
        }
        if (Nearby.before(sentence, at, 3, Nearby.HAVE)) {
            return Nearby.trigger(sentence, hit, Tense.PAST, false);
        }
        var voice = joined(sentence, at);
        return Nearby.trigger(sentence, hit, voice == null ? Tense.PARTICIPLE : Tense.PAST, voice == null || voice);
    }

    /** « par arrêté du préfet », « l'arrêté n° 12 »: a paper. */
    private static boolean isDecree(Sentence sentence, int at) {
        return Patterns.matches(sentence.word(at).text(), "arretes?")
                && (sentence.isAt(at - 1, "par", "un", "l", "d", "cet", "son")
                                && !sentence.isAt(at + 1, "par", "a", "en", "dans")
                        || sentence.isAt(at + 1, "n", "ministeriel", "prefectoral", "municipal", "conjoint"));
    }

    /**
     * « ont fait irruption dans le village et tué onze hommes »: the auxiliary of the participle before holds for this one.
     *
     * @return whether it is passive; null where no auxiliary holds
     */
    private static @Nullable Boolean joined(Sentence sentence, int at) {
        boolean linked =
                sentence.isAt(at - 1, "et", "puis") || sentence.word(at).before() == Word.Gap.COMMA;
        if (!linked) {
            return null;
        }
        boolean agrees = Patterns.matches(sentence.word(at).source(), "(?iu).*(és|ée|ées|us|ue|ues|ies|ie)$");
        for (int i = at - 1; i >= Math.max(0, at - JOINED_REACH); i--) {
            if (sentence.clause(i) != sentence.clause(at)) {
                return null;
            }
            var word = sentence.word(i).text();
            if (Nearby.BE.contains(word)) {
                return true;
            }
            if (Nearby.HAVE.contains(word) && !word.equals("eu") && !Nearby.isPreposition(sentence.word(i))) {
                return agrees ? null : false;
            }
        }
        return null;
    }

    static boolean endsInAccent(Word word) {
        return Patterns.matches(word.source(), "(?iu).*[éÉ](e?s?)$");
    }
}
