package org.marsad.coding.slot.who;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** Those who came along: «دورية من الجيش ترافقها عناصر من فاغنر», « l'armée, appuyée par des VDP », "backed by". */
final class Companions {
    private static final Set<String> BESIDE = WordSets.get("accompanying");
    private static final int REACH = 4;
    private static final int LEADER_REACH = 8;

    private Companions() {}

    /** The actor whom this one only accompanies, and whose role it shares; null for others. */
    static Sentence.@Nullable Item<ActorMention> leaderOf(Sentence sentence, Sentence.Item<ActorMention> item) {
        int marker = marker(sentence, item.begin());
        if (marker < 0 || ActorKinds.isCivilian(item.value().actor())) {
            return null;
        }
        return sentence.actors.stream()
                .filter(one -> one != item
                        && one.end() <= marker
                        && marker - one.end() <= LEADER_REACH
                        && sentence.clause(one.begin()) == sentence.clause(item.begin())
                        && !ActorKinds.isCivilian(one.value().actor()))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private static int marker(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            if (BESIDE.contains(sentence.word(i).text())) {
                return i;
            }
            var gap = sentence.word(i + 1).before();
            if (gap == Word.Gap.STRONG || gap == Word.Gap.COMMA) {
                return -1;
            }
        }
        return -1;
    }
}
