package org.marsad.coding.article;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;

/** The country that an article is about, though it may name only its neighbour: «عبر الحدود مع المغرب» beside towns of Algeria. */
final class Subject {
    private Subject() {}

    static void mark(List<Sentence> sentences, List<Mention> mentions) {
        var country = country(mentions);
        sentences.forEach(sentence -> sentence.subject = country);
    }

    /** The country of most places that are no states, where one has more than all others. */
    private static @Nullable String country(List<Mention> mentions) {
        var times = new TreeMap<String, Integer>();
        int all = 0;
        for (var mention : mentions) {
            var place = mention.place();
            if (place != null && place.country() != null && place.level() != PlaceLevel.COUNTRY) {
                times.merge(place.country(), 1, Integer::sum);
                all++;
            }
        }
        for (var entry : times.entrySet()) {
            if (entry.getValue() * 2 > all) {
                return entry.getKey();
            }
        }
        return null;
    }
}
