package org.marsad.coding.slot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Folding;

/**
 * A village that the gazetteer lacks finds a namesake elsewhere: "near the village of Faru" in an article about Zamfara is
 * no town in Portugal. Where nothing else in the article is of that country, a single word not even spelt alike and little
 * speaks for it, the name is one of a place not known.
 */
public final class FarPlaces {
    private static final double SURE = 0.72;
    private static final String CURATED = "in the curated gazetteer";

    private FarPlaces() {}

    /** The mentions, with places that only a name speaks for taken away. */
    public static List<Mention> unplaced(List<Mention> mentions) {
        if (mentions.stream().noneMatch(FarPlaces::isDoubtful)) {
            return mentions;
        }
        var countries = new HashSet<String>();
        for (var mention : mentions) {
            var place = mention.place();
            if (place != null && place.country() != null && !isDoubtful(mention)) {
                countries.add(place.country());
            }
        }
        return mentions.stream()
                .map(mention -> isDoubtful(mention) && isForeign(mention, countries) ? without(mention) : mention)
                .toList();
    }

    private static boolean isForeign(Mention mention, Set<String> countries) {
        var place = mention.place();
        return !countries.isEmpty() && place != null && !countries.contains(String.valueOf(place.country()));
    }

    private static boolean isDoubtful(Mention mention) {
        var place = mention.place();
        return place != null
                && mention.kind() == MentionKind.LITERAL
                && mention.confidence() < SURE
                && place.level() != PlaceLevel.COUNTRY
                && place.country() != null
                && !Parties.isCapital(place)
                && mention.text().indexOf(' ') < 0
                && !Folding.key(place.name()).contains(Folding.key(mention.text()))
                && !mention.because().contains(CURATED);
    }

    private static Mention without(Mention mention) {
        return new Mention(
                mention.span(),
                mention.text(),
                mention.kind(),
                null,
                mention.confidence(),
                mention.because(),
                mention.alternatives());
    }
}
