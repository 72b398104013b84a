package org.marsad.coding.slot.where;

import java.util.Locale;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.slot.who.Parties;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/** Towns before a colon or dash that open a text: where the news comes from. */
public final class Datelines {
    private Datelines() {}

    /** «تونس: جرى تبادل …»; "Lagos: Police said that gunmen attacked a village in Katsina". */
    public static boolean isOne(Sentence sentence, Sentence.Item<Mention> item) {
        return !sentence.title
                && sentence.index <= 1
                && item.begin() == 0
                && item.end() < sentence.size()
                && (sentence.word(item.end()).before() == Word.Gap.STRONG || isBeforeAgency(sentence, item.end()))
                && (Parties.isCapital(item.value().place()) || isFarFromScene(sentence, item));
    }

    /** "MOGADISHU [SMN] – Troops seized": a newsroom's letters in brackets and a dash. */
    private static boolean isBeforeAgency(Sentence sentence, int at) {
        var letters = sentence.word(at).source();
        return sentence.word(at).before() == Word.Gap.QUOTE
                && letters.equals(letters.toUpperCase(Locale.ROOT))
                && at + 1 < sentence.size()
                && sentence.word(at + 1).before().compareTo(Word.Gap.QUOTE) >= 0;
    }

    /** Whether the sentence goes on to name the town or division where it was. */
    private static boolean isFarFromScene(Sentence sentence, Sentence.Item<Mention> item) {
        var from = item.value().place();
        return from != null
                && Where.rank(from) == 0
                && sentence.mentions.stream().anyMatch(other -> {
                    var place = other.value().place();
                    return other.begin() > item.end()
                            && other.value().kind() == MentionKind.LITERAL
                            && place != null
                            && Where.rank(place) <= 2
                            && !place.name().equals(from.name())
                            && !Extents.contains(place, from)
                            && PlaceWords.isScenery(sentence, other);
                });
    }
}
