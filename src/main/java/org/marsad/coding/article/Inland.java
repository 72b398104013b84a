package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.gazetteer.Place;

/** «هجوم شمالي البلاد», « dans le nord du pays », "in the country's north": a part of the country that the text speaks of. */
final class Inland {
    private static final Pattern PART =
            Pattern.compile(".*((شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي|اقصي|انحاء|مناطق) (البلاد|البلد)"
                    + "|(nord|sud|est|ouest|centre|nord est|nord ouest|sud est|sud ouest|interieur) du pays"
                    + "|(north|south|east|west|centre|center|northeast|northwest|southeast|southwest|part|parts) of the country"
                    + "|country s (north|south|east|west|centre|center|northeast|northwest|southeast|southwest)).*");
    private static final Set<String> COUNTRY = Set.of("البلاد", "البلد", "pays", "country");
    private static final int REACH = 14;

    private Inland() {}

    /**
     * Places an event that has no place yet in the country that its words speak of.
     *
     * @param countries the country of a code; for none, that of the article
     */
    static void place(Draft draft, Function<@Nullable String, @Nullable Place> countries) {
        if (!draft.places().isEmpty() || draft.where.border() != null || at(draft) < 0) {
            return;
        }
        var place = countries.apply(country(draft));
        if (place != null) {
            draft.where = new Where(List.of(place), null, false, false);
        }
    }

    /** ISO code of the country: the only one that the sentence names before, by its adjective too, or that of the sentences before. */
    private static @Nullable String country(Draft draft) {
        var sentence = draft.sentence;
        int at = at(draft);
        var named = sentence.mentions.stream()
                .filter(item -> item.begin() < at)
                .map(item -> item.value().place())
                .filter(place -> place != null && place.country() != null)
                .map(place -> String.valueOf(place.country()))
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : sentence.home;
    }

    private static int at(Draft draft) {
        var sentence = draft.sentence;
        for (int i = sentence.start(); i < sentence.size(); i++) {
            if (COUNTRY.contains(sentence.word(i).text())
                    && sentence.distance(i, draft.at) <= REACH
                    && PART.matcher(sentence.text(Math.max(0, i - 4), Math.min(sentence.size(), i + 3)))
                            .matches()) {
                return i;
            }
        }
        return -1;
    }
}
