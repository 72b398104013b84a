package org.marsad.coding.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Opening;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.where.Faraway;
import org.marsad.coding.slot.where.Ways;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/** Where an article plays as a whole: the town it leads with, the one it is about, its country. */
final class Setting {
    /** Words of a sentence before the town of who speaks in it, at most. */
    private static final int SPEAKER = 3;

    private final List<Sentence> sentences;
    /** Found once: they are asked for by every draft. */
    private @Nullable Optional<Place> leading;

    private @Nullable Optional<Place> home;

    Setting(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** The finest place of the title and the first lines. */
    @Nullable
    Place leading() {
        if (leading == null) {
            leading = Optional.ofNullable(findLeading());
        }
        return leading.orElse(null);
    }

    private @Nullable Place findLeading() {
        Place best = null;
        for (var sentence : sentences.subList(0, Math.min(3, sentences.size()))) {
            if (Opening.isDatelineOnly(sentence)) {
                continue;
            }
            for (var item : sentence.mentions) {
                var place = item.value().place();
                boolean literal = item.value().kind() == MentionKind.LITERAL
                        && !(item.begin() == 0 && !sentence.title)
                        && !Ways.isGoalAbroad(sentence, item)
                        && !Faraway.isOne(sentence, item)
                        && !isSpeakers(sentence, item);
                if (place != null && literal && (best == null || Where.rank(place) < Where.rank(best))) {
                    best = place;
                }
            }
        }
        return best;
    }

    /** "Authorities in N'Djamena reported": the first words of a text say who speaks. */
    private static boolean isSpeakers(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        return place != null
                && "PPLC".equals(place.feature())
                && item.begin() <= SPEAKER
                && sentence.sayings.contains(item.end());
    }

    /** The town that the article is about: named again and again, and more than twice as often as any other. */
    @Nullable
    Place centre() {
        Map<Place, Integer> times = new LinkedHashMap<>();
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && item.value().kind() == MentionKind.LITERAL && Where.rank(place) == 0) {
                    times.merge(place, sentence.title ? 2 : 1, Integer::sum);
                }
            }
        }
        var sorted = times.entrySet().stream()
                .sorted(Map.Entry.<Place, Integer>comparingByValue().reversed())
                .limit(2)
                .toList();
        boolean clear = !sorted.isEmpty()
                && sorted.getFirst().getValue() >= 3
                && (sorted.size() == 1
                        || sorted.getFirst().getValue() > 2 * sorted.get(1).getValue());
        return clear ? sorted.getFirst().getKey() : null;
    }

    /** The town that a feature is written from, where it is no capital: "GARISSA, Kenya - In room 12 nothing has changed". */
    @Nullable
    Place reportedFrom() {
        return sentences.stream()
                .limit(2)
                .map(sentence -> sentence.dateline)
                .filter(place ->
                        place != null && Where.rank(place) == 0 && !"PPLC".equals(place.feature()) && centre() == null)
                .findFirst()
                .orElse(null);
    }

    /** The country that the article speaks of most; adjectives, which name people too, count less. */
    @Nullable
    Place home() {
        if (home == null) {
            home = Optional.ofNullable(findHome());
        }
        return home.orElse(null);
    }

    private @Nullable Place findHome() {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && place.country() != null && !Ways.isGoalAbroad(sentence, item)) {
                    times.merge(place.country(), item.value().kind() == MentionKind.DEMONYM ? 1 : 3, Integer::sum);
                }
            }
        }
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(this::country)
                .orElse(null);
    }

    /** A country that the article names. */
    @Nullable
    Place country(String iso2) {
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && place.level() == PlaceLevel.COUNTRY && iso2.equals(place.country())) {
                    return place;
                }
            }
        }
        return null;
    }
}
