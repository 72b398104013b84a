package org.marsad.coding.trigger;

import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** « Des tricycles chargés de blessés »: people who were hurt in what is told elsewhere. */
public final class CarriedWounded {
    private static final Set<String> CARRIED = WordSets.get("carried-wounded");
    private static final int REACH = 3;

    private CarriedWounded() {}

    /** Whether a sentence tells of wounded who are carried or tended. */
    public static boolean areIn(Sentence sentence) {
        return IntStream.range(sentence.start(), sentence.size()).anyMatch(at -> is(sentence, at));
    }

    static boolean is(Sentence sentence, int at) {
        return Patterns.matches(sentence.word(at).text(), "blesse(e|s|es)")
                && IntStream.rangeClosed(1, REACH)
                        .anyMatch(back -> at - back >= 0 && CARRIED.contains(sentence.textAt(at - back)));
    }
}
