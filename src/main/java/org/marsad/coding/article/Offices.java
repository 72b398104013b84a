package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.PlaceWords;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;

/**
 * The division whose governor or prefect tells of a thing that is placed in its country only: « onze morts dans le centre du
 * pays, a indiqué le gouverneur de la province du Guéra ».
 */
final class Offices {
    private static final Set<String> BETWEEN = Set.of(
            "de",
            "du",
            "d",
            "des",
            "la",
            "le",
            "l",
            "of",
            "the",
            "province",
            "region",
            "state",
            "county",
            "departement",
            "district",
            "wilaya",
            "prefecture",
            "s");
    private static final int REACH = 5;
    private static final int AHEAD = 3;

    private final List<Sentence> sentences;

    Offices(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** Places what is said to be in the country of such a division, and nowhere better, there. */
    void complete(List<Draft> drafts) {
        for (var draft : drafts) {
            var wide = draft.kind.isViolence() && draft.places().size() == 1
                    ? draft.places().getFirst()
                    : null;
            if (wide != null && wide.level() == PlaceLevel.COUNTRY) {
                var division = division(draft, wide);
                if (division != null) {
                    draft.where = draft.where.at(List.of(division), false, false);
                    draft.placeInherited = true;
                }
            }
        }
    }

    /** The one such division of the country in the sentences that tell of it and those that follow. */
    private @Nullable Place division(Draft draft, Place country) {
        Place found = null;
        int first = draft.mentions.getFirst().index;
        int last = Math.min(sentences.size() - 1, draft.mentions.getLast().index + AHEAD);
        for (int i = first; i <= last; i++) {
            for (var item : sentences.get(i).mentions) {
                var place = item.value().place();
                boolean division = place != null
                        && (place.level() == PlaceLevel.ADMIN1 || place.level() == PlaceLevel.ADMIN2)
                        && String.valueOf(country.country()).equals(place.country());
                if (division && isOffice(sentences.get(i), item.begin())) {
                    if (found != null && !found.id().equals(place.id())) {
                        return null;
                    }
                    found = place;
                }
            }
        }
        return found;
    }

    private static boolean isOffice(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            if (PlaceWords.OFFICES.contains(sentence.word(i).text())) {
                return true;
            }
            if (!BETWEEN.contains(sentence.word(i).text())) {
                return false;
            }
        }
        return false;
    }
}
