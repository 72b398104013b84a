package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.geocode.Mention;

/** Words that are a place's name by themselves and here the beginning of something else's. */
final class LongerNames {
    private static final Set<String> GENERIC = Set.of(
            "tall", "tell", "tel", "ain", "ayn", "wadi", "oued", "bir", "jebel", "deir", "umm", "oum", "ras", "khan");

    private LongerNames() {}

    static boolean areAt(Sentence sentence, Sentence.Item<Mention> item) {
        int end = item.end();
        if (end >= sentence.size()) {
            return false;
        }
        // "the Tall Tartouk dam"
        boolean longer = end - item.begin() == 1
                && GENERIC.contains(sentence.word(item.begin()).text())
                && sentence.word(end).before() == Word.Gap.NONE
                && PlaceWords.isName(sentence, end);
        // "Damascus-affiliated forces"
        int before = sentence.word(end).span().begin() - 1;
        return longer
                || sentence.isAt(
                                end, "affiliated", "aligned", "backed", "led", "allied", "linked", "brokered", "funded")
                        && sentence.source().charAt(before) == '-';
    }
}
