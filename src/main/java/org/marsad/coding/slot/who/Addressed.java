package org.marsad.coding.slot.who;

import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;

/** «مطالبة الأمم المتحدة بالتدخل», "urging the African Union to act": who is called on, and neither did nor suffered what is told. */
final class Addressed {
    private static final Set<String> CALLING = WordSets.get("calling-on");
    private static final Set<String> ARTICLES = Set.of("the", "le", "la", "les", "l", "a", "au", "aux", "on", "upon");

    private Addressed() {}

    static boolean is(Sentence sentence, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        if (ActorKinds.isArmedGroup(actor) || ActorKinds.isCivilian(actor)) {
            return false;
        }
        int before = item.begin() - 1;
        while (before > 0 && ARTICLES.contains(sentence.word(before).text())) {
            before--;
        }
        if (before >= 0 && CALLING.contains(sentence.word(before).text())) {
            return true;
        }
        boolean joined = sentence.word(item.begin()).text().startsWith("و") || sentence.isAt(before, "and", "et");
        return joined
                && sentence.actors.stream()
                        .anyMatch(other ->
                                other.end() <= item.begin() && item.begin() - other.end() <= 2 && is(sentence, other));
    }
}
