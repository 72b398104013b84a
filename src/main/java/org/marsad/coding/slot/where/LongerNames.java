package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;

/** Words that are a place's name by themselves and here a part of something else's: of a family, a hotel, a force. */
final class LongerNames {
    private static final Set<String> GENERIC = Set.of(
            "tall", "tell", "tel", "ain", "ayn", "wadi", "oued", "bir", "jebel", "deir", "umm", "oum", "ras", "khan");

    private static final Set<String> NO_NAMES = WordSets.get("no-names");
    private static final int REPORTER_REACH = 7;

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
                && isName(sentence, end);
        // "Damascus-affiliated forces"
        int before = sentence.word(end).span().begin() - 1;
        return longer
                || sentence.isAt(
                                end, "affiliated", "aligned", "backed", "led", "allied", "linked", "brokered", "funded")
                        && sentence.source().charAt(before) == '-';
    }

    /** « selon le correspondant de l'agence à Zouérate »: where it was learnt. */
    private static boolean isReporters(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REPORTER_REACH); i--) {
            if (sentence.isAt(
                    i, "correspondant", "correspondante", "correspondent", "reporter", "envoye", "مراسل", "مراسلنا")) {
                return true;
            }
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
        }
        return false;
    }

    /** "Islamic State in the Greater Sahara": a place in an actor's name. */
    static boolean isPartOfName(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        // "US forces", «قوات مالي» abroad: whose they are.
        boolean country = place != null && place.level() == PlaceLevel.COUNTRY;
        // "a campaign named for Jerusalem".
        if (sentence.isAt(item.begin() - 1, "for", "after") && sentence.isAt(item.begin() - 2, "named")) {
            return true;
        }
        if (isReporters(sentence, item.begin())) {
            return true;
        }
        // "the Makka hotel" in Mogadishu.
        boolean abroad = place != null && sentence.home != null && !sentence.home.equals(place.country());
        if (abroad
                && !country
                && (sentence.isAt(item.end(), "hotel", "hospital", "mosque", "street", "avenue", "restaurant", "school")
                        || sentence.isAt(item.begin() - 1, "hotel", "hopital", "mosquee", "rue", "avenue"))) {
            return true;
        }
        // «الضاحية الجنوبية للعاصمة» of a text on Tripoli is no suburb of Beirut.
        if (abroad && !country && sentence.isAt(item.end(), "للعاصمه", "للمدينه", "للبلده")) {
            return true;
        }
        if (areAt(sentence, item)) {
            return true;
        }
        // "Jidda Ahmed, a local resident".
        if (abroad && place != null && Where.rank(place) == 0 && isBesideName(sentence, item)) {
            return true;
        }
        return sentence.actors.stream()
                .anyMatch(actor -> actor.begin() <= item.begin()
                        && actor.end() >= item.end()
                        && actor.end() - actor.begin() > item.end() - item.begin() + (country ? 0 : 1));
    }

    /** Whether a capital word that is no place stands right behind or before a name. */
    private static boolean isBesideName(Sentence sentence, Sentence.Item<Mention> item) {
        if (sentence.title) {
            return false;
        }
        boolean behind = item.end() < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.NONE
                && (isName(sentence, item.end())
                        || sentence.isAt(item.end(), "al", "ag", "ould", "ben", "bin")
                                && item.end() + 1 < sentence.size()
                                && isName(sentence, item.end() + 1));
        boolean before = item.begin() - 1 > sentence.start()
                && sentence.word(item.begin()).before() == Word.Gap.NONE
                && isName(sentence, item.begin() - 1);
        return behind || before;
    }

    static boolean isName(Sentence sentence, int at) {
        int first = sentence.word(at).source().codePointAt(0);
        return Character.isUpperCase(first)
                && first < 0x250
                && sentence.mentions.stream().noneMatch(other -> other.begin() <= at && at < other.end())
                && !NO_NAMES.contains(sentence.word(at).text());
    }
}
