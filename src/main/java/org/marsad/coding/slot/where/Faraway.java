package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.geocode.Mention;

/** Towns from which the text only measures a great way: "a camp 350 km north of the capital". */
public final class Faraway {
    private static final Set<String> KILOMETRES = Set.of(
            "km",
            "kms",
            "mile",
            "miles",
            "milles",
            "kilometres",
            "kilometers",
            "kilometre",
            "kilometer",
            "كيلومترا",
            "كيلومتر",
            "كلم",
            "كم");
    private static final int REACH = 9;
    /** Beyond this a town says nothing of where it was. */
    private static final double FAR_KM = 80;

    private Faraway() {}

    /** Whether a town is only what a great way is measured from. */
    public static boolean isOne(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(1, item.begin() - REACH); i--) {
            if (KILOMETRES.contains(sentence.word(i).text())) {
                return kilometres(sentence.word(i - 1)) >= FAR_KM && isUnbroken(sentence, i, item.begin());
            }
        }
        return false;
    }

    /** Whether a town is what a short way is measured from: "25 km from Arbinda", «على بعد 25 كيلومترا من». */
    static boolean isMeasuredFrom(Sentence sentence, Sentence.Item<Mention> item) {
        int at = item.begin() - 1;
        return at > 1
                && sentence.isAt(at, "from", "of", "off", "outside", "de", "d", "من", "عن")
                && KILOMETRES.contains(sentence.word(at - 1).text());
    }

    /** Whether no other place and no sign of a new clause stands between. */
    private static boolean isUnbroken(Sentence sentence, int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            if (sentence.word(i).before() == Word.Gap.STRONG) {
                return false;
            }
        }
        return sentence.mentions.stream().noneMatch(other -> other.begin() > from && other.end() <= to);
    }

    private static double kilometres(Word word) {
        if (!word.number()) {
            return 0;
        }
        try {
            return Double.parseDouble(word.text().replace(',', '.'));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
