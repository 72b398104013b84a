package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.text.Patterns;

/** Whether a place is whence somebody came, whither they were on their way, or where a road leads, rather than where it happened. */
public final class Ways {
    private static final Set<String> ORIGIN = WordSets.get("origin");
    private static final Set<String> RETURNING = WordSets.get("returning");
    private static final Set<String> KINDS = WordSets.get("kinds");
    private static final Set<String> ROADS = WordSets.get("roads");

    private Ways() {}

    /** "a lorry from Mali", « en provenance de Gao », «قادمة من كوت ديفوار», "towards Dakar". */
    static boolean isOrigin(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 3); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> ORIGIN.contains(reading.stem()))) {
                return true;
            }
        }
        // « parti de Charm el-Cheikh »
        if (sentence.isAt(item.begin() - 1, "de", "d")
                && sentence.isAt(
                        item.begin() - 2, "parti", "partie", "partis", "parties", "decolle", "venu", "venus")) {
            return true;
        }
        // « à destination de la ville de Djibo»
        int kind = item.begin() - 1;
        while (kind >= 0
                && (KINDS.contains(sentence.word(kind).text()) || sentence.isAt(kind, "de", "la", "l", "the"))) {
            kind--;
        }
        return kind >= 0 && sentence.isAt(kind, "destination", "direction", "provenance", "متجها", "متجهه", "باتجاه")
                || isBoundFor(sentence, item.begin());
    }

    /** "a boat bound for Spain": a state whither they were on their way. */
    public static boolean isGoalAbroad(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        return place != null && place.level() == PlaceLevel.COUNTRY && isOrigin(sentence, item);
    }

    /** "bound for the besieged town of Djibo", "on its way to Gueskerou". */
    private static boolean isBoundFor(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 7); i--) {
            if (sentence.isAt(i, "for", "to")) {
                return sentence.isAt(i - 1, "bound", "headed", "heading", "way", "route", "destined");
            }
            if (sentence.isAt(i, "pour")) {
                return sentence.isAt(
                        i - 1, "envole", "envoles", "envolee", "envoler", "parti", "partie", "partis", "partir");
            }
            if (!Patterns.matches(sentence.word(i).source(), "\\p{Ll}+")
                    || sentence.isAt(i, "in", "at", "near", "and", "was", "were")) {
                return false;
            }
        }
        return false;
    }

    /** "on the road from Ngala to Maiduguri". */
    static boolean isOfRoad(Sentence sentence, int at) {
        for (int i = at - 2; i >= Math.max(0, at - 3); i--) {
            if (ROADS.contains(sentence.word(i).text()) && sentence.isAt(at - 1, "from", "من")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is where a way begins whose end is named right after: «من ليبيا نحو كانم». */
    static boolean isLeft(Sentence sentence, Sentence.Item<Mention> item) {
        return sentence.isAt(item.begin() - 1, "من", "from", "depuis")
                && sentence.mentions.stream()
                        .anyMatch(other -> other.begin() >= item.end()
                                && other.begin() - item.end() <= 3
                                && isTowards(sentence, item.end(), other.begin()));
    }

    static boolean isReachedFrom(Sentence sentence, Sentence.Item<Mention> item) {
        return sentence.mentions.stream()
                .anyMatch(other -> other.end() <= item.begin()
                        && item.begin() - other.end() <= 3
                        && sentence.isAt(other.begin() - 1, "من", "from", "depuis")
                        && isTowards(sentence, other.end(), item.begin()));
    }

    static boolean isTowards(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.isAt(i, "نحو", "الي", "باتجاه", "صوب", "into", "towards", "to", "vers", "jusqu")) {
                return true;
            }
        }
        return false;
    }

    /** «قافلة عائدة من دوري», "as it was returning from Dori". */
    static boolean isReturn(Sentence sentence, Sentence.Item<Mention> item) {
        return PlaceWords.isAfter(RETURNING, sentence, item);
    }

    /** "on the road to Gao", « sur la route de Ségou », «على طريق أطار»: whither the road leads. */
    static boolean isRoad(Sentence sentence, Sentence.Item<Mention> item) {
        // "on the Kirkuk-Daquq road", « sur l'axe Bourzanga-Kongoussi »: between the two.
        if (sentence.mentions.stream().anyMatch(other -> other.begin() == item.end() || other.end() == item.begin())) {
            return false;
        }
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 3); i--) {
            if (sentence.isAt(i, "road", "highway", "route", "axe", "piste", "طريق", "الطريق")) {
                return !sentence.isAt(i + 1, "between", "entre", "بين");
            }
        }
        return false;
    }
}
