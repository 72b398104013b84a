package org.marsad.coding.slot;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.geocode.Mention;

/** Names of a list: "in Gao, Kidal and Ménaka", « à Gao et dans la ville de Kidal », «تبسة والطارف ومدينة عنابة». */
final class Listing {
    private static final Set<String> JOINING = WordSets.get("joining");
    private static final Set<String> KINDS = WordSets.get("kinds");
    private static final int REACH = 2;
    /** With a word for what kind of place the next is. */
    private static final int KIND_REACH = 5;

    private Listing() {}

    /** Whether only a comma, "and" or a preposition stands between two names, and no containment: "Gao, Mali". */
    static boolean isJoined(Sentence sentence, Sentence.Item<Mention> one, Sentence.Item<Mention> next) {
        int between = next.begin() - one.end();
        if (between > KIND_REACH || PlaceWords.isReference(sentence, next)) {
            return false;
        }
        var word = sentence.word(next.begin());
        boolean joined = word.text().startsWith("و") || word.before() == Word.Gap.COMMA;
        boolean kind = false;
        for (int i = one.end(); i < next.begin(); i++) {
            boolean noun = sentence.word(i).readings().stream().anyMatch(reading -> KINDS.contains(reading.stem()));
            if (!noun
                    && !JOINING.contains(sentence.word(i).text())
                    && !sentence.isAt(i, "the", "la", "le", "of", "dans")) {
                return false;
            }
            kind |= noun;
            joined |= sentence.isAt(i, "and", "et")
                    || sentence.word(i).before() == Word.Gap.COMMA
                    || noun && sentence.word(i).text().startsWith("و");
        }
        return joined && (kind || between <= REACH) && !isBeside(sentence, next);
    }

    /** "in Pissila, near Barsalogho": the second only says where the first is. */
    private static boolean isBeside(Sentence sentence, Sentence.Item<Mention> next) {
        int at = next.begin() - 1;
        int near = sentence.isAt(at, "de", "d") ? at - 1 : at;
        return sentence.isAt(near, "near", "pres", "قرب") && sentence.word(near).before() == Word.Gap.COMMA;
    }
}
