package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.geocode.Mention;

/** Roads named for the towns at their ends, in English: "the Makurdi-Lafia road". */
final class RoadNames {
    private static final Set<String> ROADS = WordSets.get("roads");

    private RoadNames() {}

    /** Whether two towns that follow each other name a road. */
    static boolean areEnds(Sentence sentence, Sentence.Item<Mention> one, Sentence.Item<Mention> next) {
        return one.end() == next.begin() && isBeforeRoad(sentence, next);
    }

    /** "the Sulejja-Abuja highway": the one end of a road whose other end nobody knows. */
    static boolean isFarEnd(Sentence sentence, Sentence.Item<Mention> item) {
        int before = item.begin() - 1;
        return before > sentence.start()
                && isBeforeRoad(sentence, item)
                && sentence.word(item.begin()).before() == Word.Gap.NONE
                && !sentence.word(before).source().equals("the")
                && Character.isUpperCase(sentence.word(before).source().codePointAt(0))
                && sentence.mentions.stream().noneMatch(other -> other.end() == item.begin());
    }

    private static boolean isBeforeRoad(Sentence sentence, Sentence.Item<Mention> item) {
        return item.end() < sentence.size()
                && ROADS.contains(sentence.word(item.end()).text());
    }
}
