package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Numbers;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** Verbs of killing that have a figure of their own behind them: one before them counts who did it, or other things. */
final class Objects {
    private static final Set<String> HAVING = Set.of("ont", "a", "avaient", "avait", "have", "has", "had");
    private static final Set<String> BEING = WordSets.get("being");
    private static final int NEAR = 2;

    private Objects() {}

    /**
     * Whether a verb behind a figure is about the figure that follows the verb.
     *
     * @param person whom the first figure counts
     */
    static boolean areOf(
            Sentence sentence,
            List<Numbers.Figure> figures,
            Numbers.Figure figure,
            Phrases.Hit<Lexicon.Harm> harm,
            Phrases.@Nullable Hit<Lexicon.Person> person) {
        boolean object = harm.begin() > figure.end()
                && figures.stream()
                        .anyMatch(other -> other.begin() >= harm.end()
                                && other.begin() - harm.end() <= NEAR
                                && (person == null || other.begin() == harm.end())
                                && sentence.word(other.begin()).before() == Word.Gap.NONE);
        if (!object) {
            return false;
        }
        if (person == null) {
            // "destroyed 320 shelters and killed two children".
            return sentence.isAt(harm.begin() - 1, "and", "et");
        }
        return acts(sentence, person.end(), harm.begin());
    }

    /** « vingt-huit passagers d'un autocar sont séparés des autres et exécutés »: a form of "be" stands before the verb. */
    static boolean suffers(Sentence sentence, int from, int verb) {
        return java.util.stream.IntStream.range(from, verb)
                        .anyMatch(i -> BEING.contains(sentence.word(i).text()))
                && sentence.textAt(verb).matches("\\p{L}+e(e?s)?");
    }

    /** "forty gunmen rode into the town and killed six farmers", « ont tué six paysans »; not "were killed". */
    private static boolean acts(Sentence sentence, int from, int verb) {
        for (int i = from; i < verb; i++) {
            if (BEING.contains(sentence.word(i).text())) {
                return false;
            }
        }
        var word = sentence.word(verb).text();
        return sentence.word(verb).text().codePointAt(0) < 0x250
                && (word.endsWith("ed") && !word.equals("wounded") && !word.equals("injured")
                        || HAVING.contains(sentence.word(verb - 1).text()));
    }
}
