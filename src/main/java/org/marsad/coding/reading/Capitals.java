package org.marsad.coding.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Footprint;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Table;

/** Reads "the capital", « la capitale nigérienne », «العاصمة» as the town they mean. */
public final class Capitals {
    private static final Set<String> CAPITAL = WordSets.get("capital");
    private static final Set<String> EMBASSY = Set.of("embassy", "ambassade", "سفاره");
    private static final Set<String> FACING = WordSets.get("facing");
    private static final int FACING_REACH = 4;

    private final Map<String, Place> byCountry = new HashMap<>();

    public Capitals(Gazetteer gazetteer) {
        for (var row : Table.rows("/gazetteer/countries.csv")) {
            if (!row.get("capital").isEmpty()) {
                gazetteer
                        .find(new PlaceId(row.get("capital")))
                        .ifPresent(place -> byCountry.put(row.get("iso2"), place));
            }
        }
    }

    public boolean isOne(PlaceId place) {
        return byCountry.values().stream().anyMatch(one -> one.id().equals(place));
    }

    /**
     * Adds the capitals that a sentence speaks of without their names to its mentions.
     *
     * @param country ISO code of the country that the text before speaks of, or null
     * @param footprint told of the capitals that were looked up
     */
    public void addTo(Sentence sentence, @Nullable String country, Footprint footprint) {
        for (int i = 0; i < sentence.size(); i++) {
            int at = i;
            boolean capital = sentence.word(i).readings().stream()
                    .anyMatch(reading -> CAPITAL.contains(reading.stem())
                            && (reading.definite()
                                    || sentence.isAt(at - 1, "the", "la", "s")
                                    || sentence.isAt(at - 2, "the", "la")
                                    || isAfterAdjective(sentence, at)
                                    || sentence.mentions.stream()
                                            .anyMatch(item -> item.begin() == at + 1 && isCountry(item))));
            boolean named = sentence.mentions.stream()
                    .anyMatch(item -> item.value().kind() != MentionKind.DEMONYM
                            && !isCountry(item)
                            && (item.begin() > at && item.begin() <= at + 3
                                    || item.end() > at - 3 && item.end() <= at));
            boolean other = sentence.isAt(
                    at - 1,
                    "temporary",
                    "interim",
                    "regional",
                    "provincial",
                    "state",
                    "facto",
                    "commercial",
                    "former",
                    "wartime");
            if (!capital || named || other) {
                continue;
            }
            var beside = sentence.mentions.stream()
                    .filter(item ->
                            item.value().kind() == MentionKind.DEMONYM && (item.begin() == at + 1 || item.end() == at)
                                    || isCountry(item) && isOwner(sentence, item, at))
                    .map(item -> item.value().place())
                    .filter(place -> place != null && place.country() != null)
                    .map(place -> String.valueOf(place.country()))
                    .findFirst();
            var before = sentence.mentions.stream()
                    .filter(item -> item.end() <= at)
                    .max(java.util.Comparator.comparingInt(Sentence.Item::end))
                    .map(item -> item.value().place())
                    .filter(place -> place != null && place.country() != null)
                    .map(place -> String.valueOf(place.country()));
            find(beside.or(() -> before).orElse(country)).ifPresent(place -> {
                footprint.place(place.id());
                var word = sentence.word(at);
                var mention = new Mention(
                        word.span(), word.source(), MentionKind.LITERAL, place, 0.6, List.of("the capital"), List.of());
                sentence.mentions.add(new Sentence.Item<>(mention, at, at + 1));
            });
        }
    }

    /** "outside the Swiss embassy", «قبالة السفارة»: in the capital of the country spoken of, where no town is named. */
    public void addEmbassy(Sentence sentence, @Nullable String country, Footprint footprint) {
        boolean town = sentence.mentions.stream()
                .anyMatch(item -> item.value().place() != null
                        && item.value().kind() == MentionKind.LITERAL
                        && item.value().place().level() != PlaceLevel.COUNTRY);
        if (town || sentence.title) {
            return;
        }
        for (int i = 1; i < sentence.size(); i++) {
            boolean embassy =
                    sentence.word(i).readings().stream().anyMatch(reading -> EMBASSY.contains(reading.stem()));
            int at = i;
            if (embassy && isFaced(sentence, at)) {
                find(country).ifPresent(place -> {
                    footprint.place(place.id());
                    var word = sentence.word(at);
                    var mention = new Mention(
                            word.span(),
                            word.source(),
                            MentionKind.LITERAL,
                            place,
                            0.5,
                            List.of("an embassy"),
                            List.of());
                    sentence.mentions.add(new Sentence.Item<>(mention, at, at + 1));
                });
                return;
            }
        }
    }

    private static boolean isFaced(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - FACING_REACH); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> FACING.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "in the South African capital". */
    private static boolean isAfterAdjective(Sentence sentence, int at) {
        return sentence.mentions.stream()
                .anyMatch(item -> item.end() == at
                        && item.value().kind() == MentionKind.DEMONYM
                        && sentence.isAt(item.begin() - 1, "the"));
    }

    private static boolean isCountry(Sentence.Item<Mention> item) {
        var place = item.value().place();
        return place != null && place.level() == PlaceLevel.COUNTRY;
    }

    /** "Libya's capital", "the capital of Libya". */
    private static boolean isOwner(Sentence sentence, Sentence.Item<Mention> item, int at) {
        return item.end() == at - 1 && sentence.isAt(at - 1, "s")
                || item.begin() == at + 1
                || item.begin() > at && item.begin() - at <= 3 && sentence.isAt(at + 1, "of", "de", "du", "d");
    }

    private Optional<Place> find(@Nullable String country) {
        return country == null ? Optional.empty() : Optional.ofNullable(byCountry.get(country));
    }
}
