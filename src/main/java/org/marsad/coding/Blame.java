package org.marsad.coding;

import java.util.Set;
import org.marsad.actor.ActorMention;

/** Who is blamed for a deed, and who blames. */
final class Blame {
    private static final Set<String> BLAME = WordSets.get("blame");

    private Blame() {}

    /** "an attack blamed on Boko Haram", "the ministry blamed the attack on it". */
    static boolean isOn(Sentence sentence, Sentence.Item<ActorMention> item) {
        boolean group = ActorKinds.isArmedGroup(item.value().actor());
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - (group ? 8 : 3)); i--) {
            if (BLAME.contains(sentence.word(i).text()) && (group || isBlameOn(sentence, i, item.begin()))) {
                return true;
            }
        }
        return false;
    }

    /** "blamed on the army", « attribuée à l'armée », «نسبت إلى الجيش». */
    private static boolean isBlameOn(Sentence sentence, int blame, int at) {
        return at - blame >= 2 && sentence.isAt(blame + 1, "on", "to", "a", "au", "aux", "الي")
                || at - blame == 1
                        && sentence.word(at).readings().stream()
                                .anyMatch(reading -> reading.particles().endsWith("ل"));
    }

    /** "a strike that the rebels blamed on the army": who blames did not do it. */
    static boolean isBy(Sentence sentence, Sentence.Item<ActorMention> item) {
        return item.end() + 1 < sentence.size()
                && BLAME.contains(sentence.word(item.end()).text())
                && sentence.word(item.end()).before() == Word.Gap.NONE
                && sentence.isAt(item.end() + 1, "on", "it", "the");
    }
}
