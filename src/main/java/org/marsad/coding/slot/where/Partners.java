package org.marsad.coding.slot.where;

import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.slot.who.Parties;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;

/** States, and the capitals that stand for them, which are parties to what they agree or do together and not its place. */
final class Partners {
    private Partners() {}

    static boolean isOne(Trigger trigger, Sentence.Item<Mention> item, Place place) {
        var sentence = trigger.sentence();
        boolean locative = PlaceWords.isLocative(sentence, item);
        if (place.level() == PlaceLevel.COUNTRY) {
            // «أطلقت مالي والسنغال».
            return trigger.kind().frame() == EventKind.Frame.MUTUAL
                    && (!locative || PlaceWords.isBetween(sentence, item));
        }
        if (!Parties.isCapital(place) || !trigger.kind().family().equals("agreement")) {
            return false;
        }
        // « l'accord signé entre Dakar et les rebelles », «وقعت نواكشوط ومدريد».
        return PlaceWords.isBetween(sentence, item)
                || !trigger.isNoun()
                        && item.begin() > trigger.begin()
                        && item.begin() - trigger.begin() <= 3
                        && !locative
                        && !sentence.title;
    }
}
