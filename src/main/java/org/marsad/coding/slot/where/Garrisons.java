package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.geocode.Mention;

/** Towns that only say which unit acted: "the gendarmerie of Kédougou seized", «أوقفت شرطة غاو». */
final class Garrisons {
    private static final Set<String> UNITS = WordSets.get("units");
    private static final int REACH = 3;

    private Garrisons() {}

    /** Whether a town is that of the unit that does what a verb tells. */
    static boolean isOne(Trigger trigger, Sentence.Item<Mention> item) {
        var sentence = trigger.sentence();
        boolean verb = !trigger.isNoun() && !trigger.passive();
        boolean arabic = sentence.word(item.begin()).source().codePointAt(0) > 0x5FF;
        int at = item.begin() - 1;
        if (!arabic) {
            if (!sentence.isAt(at, "of", "de", "du", "d", "a")) {
                return false;
            }
            at--;
        }
        boolean does = arabic ? item.begin() - trigger.end() <= REACH : item.end() <= trigger.begin();
        return verb
                && does
                && at >= 0
                && sentence.word(at).readings().stream().anyMatch(reading -> UNITS.contains(reading.stem()));
    }
}
