package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.geocode.Mention;

/** Names of a list: "in Gao, Kidal and Ménaka", « à Gao et dans la ville de Kidal », «تبسة والطارف ومدينة عنابة». */
final class Listing {
    private static final Set<String> JOINING = WordSets.get("joining");
    private static final Set<String> KINDS = WordSets.get("kinds");
    private static final Set<String> ROADS = WordSets.get("roads");
    private static final int REACH = 2;
    private static final int REMARK = 4;
    /** With a word for what kind of place the next is. */
    private static final int KIND_REACH = 5;

    private Listing() {}

    /** Whether only a comma, "and" or a preposition stands between two names, and no containment: "Gao, Mali". */
    static boolean isJoined(Sentence sentence, Sentence.Item<Mention> one, Sentence.Item<Mention> next) {
        if (RoadNames.areEnds(sentence, one, next)) {
            return true;
        }
        int from = isOnRoad(sentence, one) && one.end() == next.begin() ? -1 : afterBrackets(sentence, one.end());
        if (from < 0) {
            // "on the Djibo-Bourzanga road"
            return true;
        }
        int between = next.begin() - from;
        if (between < 0 || between > KIND_REACH || PlaceWords.isReference(sentence, next)) {
            return false;
        }
        var word = sentence.word(next.begin());
        boolean remark = from > one.end() && between == 0;
        boolean joined = remark || word.text().startsWith("و") || word.before() == Word.Gap.COMMA;
        boolean kind = false;
        for (int i = from; i < next.begin(); i++) {
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

    /** Where a list goes on behind a remark: « Relizane (2e RM), Adrar et Ouargla ». */
    private static int afterBrackets(Sentence sentence, int from) {
        if (from + 1 >= sentence.size() || sentence.word(from).before() != Word.Gap.QUOTE) {
            return from;
        }
        int at = from + 1;
        while (at < Math.min(sentence.size() - 1, from + REMARK)
                && sentence.word(at).before() == Word.Gap.NONE) {
            at++;
        }
        return sentence.word(at).before() == Word.Gap.NONE ? from : at;
    }

    private static boolean isOnRoad(Sentence sentence, Sentence.Item<Mention> one) {
        for (int i = one.begin() - 1; i >= Math.max(0, one.begin() - REACH); i--) {
            if (ROADS.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "in Pissila, near Barsalogho": the second only says where the first is. */
    private static boolean isBeside(Sentence sentence, Sentence.Item<Mention> next) {
        int at = next.begin() - 1;
        int near = sentence.isAt(at, "de", "d") ? at - 1 : at;
        return sentence.isAt(near, "near", "pres", "قرب") && sentence.word(near).before() == Word.Gap.COMMA;
    }
}
