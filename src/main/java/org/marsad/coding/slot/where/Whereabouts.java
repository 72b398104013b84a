package org.marsad.coding.slot.where;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.coding.reading.Antecedents;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.slot.who.Agency;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.Borders;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** Chooses the place of a trigger among those of its sentence. */
public final class Whereabouts {
    private static final double LONG_ROAD_KM = 100;
    private static final double OUTSKIRTS_KM = 80;
    private static final int OUTSKIRTS_REACH = 6;

    private final BorderWords borders;

    public Whereabouts(Borders borders) {
        this.borders = new BorderWords(borders);
    }

    /** The best reading of a sentence's places for one of its triggers. */
    public Where of(Trigger trigger, List<Trigger> others) {
        var sentence = trigger.sentence();
        var candidates = new ArrayList<SceneCandidate>();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place == null || !isPossible(sentence, trigger, item)) {
                continue;
            }
            candidates.add(SceneCosts.of(sentence, trigger, others, item, place));
        }
        candidates.removeIf(candidate -> Faraway.isOne(sentence, candidate.item()));
        // "in Mobbar, Borno", "Damasak (Mobbar)": a division beside a town of it says only which town is meant.
        candidates.removeIf(wide -> Where.rank(wide.place()) >= 1
                && !Antecedents.isScene(sentence, trigger, wide.item())
                && candidates.stream()
                        .anyMatch(fine -> Where.rank(fine.place()) < Where.rank(wide.place())
                                && wide.item().begin() >= fine.item().end()
                                && wide.item().begin() - fine.item().end() <= 6
                                && Extents.contains(wide.place(), fine.place())));
        // « la prison de Kuje, aux portes d'Abuja »: near the town, which says only where to look.
        candidates.removeIf(town -> PlaceWords.isOutskirts(sentence, town.item())
                && candidates.stream()
                        .anyMatch(fine -> fine != town
                                && Where.rank(fine.place()) == 0
                                && fine.item().end() <= town.item().begin()
                                && town.item().begin() - fine.item().end() <= OUTSKIRTS_REACH
                                && Extents.km(fine.place(), town.place()) <= OUTSKIRTS_KM));
        // "Diafarabé (Mopti)": the town of the region's name, which says only where to look.
        candidates.removeIf(wide -> candidates.stream()
                .anyMatch(fine -> fine.item().end() == wide.item().begin()
                        && Where.rank(fine.place()) == 0
                        && isInBrackets(sentence, wide.item())));
        var border = borders.find(sentence, trigger, candidates);
        candidates.removeIf(
                candidate -> candidate.cost() > 40 + (PlaceWords.isReference(sentence, candidate.item()) ? 14 : 0));
        if (candidates.isEmpty()) {
            return border == null ? Where.UNKNOWN : new Where(List.of(), border, false, true, true);
        }
        boolean clause = candidates.stream().anyMatch(SceneCandidate::sameClause);
        if (clause) {
            candidates.removeIf(candidate -> !candidate.sameClause() && Where.rank(candidate.place()) >= 4);
        }
        var best = best(candidates);
        var places = ofRoad(sentence, candidates, best, listed(sentence, candidates, best));
        return new Where(
                places,
                border,
                PlaceWords.isNear(sentence, best.item())
                        || Villages.isLent(best.item().value()),
                best.sameClause(),
                border != null && BorderWords.isAlong(sentence, trigger));
    }

    private static boolean isInBrackets(Sentence sentence, Sentence.Item<Mention> item) {
        return sentence.word(item.begin()).before() == Word.Gap.QUOTE
                && (item.end() == sentence.size() || sentence.word(item.end()).before() != Word.Gap.NONE);
    }

    private static boolean isPossible(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        var kind = item.value().kind();
        var outside = item.value().place();
        if (outside != null
                && outside.level() == PlaceLevel.COUNTRY
                && sentence.isAt(item.begin() - 1, "outside", "خارج")) {
            return false;
        }
        // "the Red Sea port": a town on it.
        if (outside != null
                && Patterns.matches(String.valueOf(outside.feature()), "SEA|LK|OCN|GULF")
                && sentence.isAt(item.end(), "port", "coast", "town", "city", "resort")) {
            return false;
        }
        // "a Nairobi-bound bus".
        if (sentence.isAt(item.end(), "bound") && sentence.word(item.end()).before() == Word.Gap.NONE) {
            return false;
        }
        // "into a Toyota", "the Federal Republic": no towns.
        if (kind == MentionKind.LITERAL
                && outside != null
                && Where.rank(outside) == 0
                && (sentence.isAt(item.begin() - 1, "a", "an")
                                && !isOpening(sentence, item)
                                && sentence.word(item.begin()).source().codePointAt(0) < 0x250
                                && !sentence.word(item.begin() - 1).source().equalsIgnoreCase("à")
                        || sentence.isAt(item.end(), "republic"))) {
            return false;
        }
        if (sentence.isAt(item.begin() - 1, "par", "by")
                || Agency.isAgent(sentence, item)
                || Backers.isOne(sentence, item)
                || LongerNames.isPartOfName(sentence, item)
                || Flight.isGoal(trigger, item)
                || trigger.kind().family().equals("release") && PlaceWords.isOfCaptives(sentence, item)
                || isElsewhere(sentence, trigger, item)
                || PlaceWords.isBeyond(sentence, item)
                || PlaceWords.isFlag(sentence, item)
                || PlaceWords.isOfLand(sentence, item)) {
            return false;
        }
        if (kind == MentionKind.LITERAL || kind == MentionKind.DEMONYM && PlaceWords.isTerritory(sentence, item)) {
            return true;
        }
        if (kind == MentionKind.NESTED && trigger.kind().isViolence() && PlaceWords.isSite(sentence, item)) {
            return true;
        }
        boolean within = sentence.isAt(item.begin() - 1, "في", "in", "a")
                || sentence.word(item.begin()).readings().stream()
                        .anyMatch(reading -> reading.particles().endsWith("ب"));
        if (kind == MentionKind.NESTED
                && trigger.kind().family().equals("meeting")
                && within
                && outside != null
                && Where.rank(outside) == 0) {
            return true;
        }
        // "the base of the mission in Goma".
        if (kind == MentionKind.NESTED
                && (sentence.isAt(item.begin() - 1, "في", "in", "a") || PlaceWords.isLedByBa(sentence, item))
                && outside != null
                && Where.rank(outside) == 0
                && sentence.actors.stream()
                        .noneMatch(actor -> actor.begin() < item.begin() && actor.end() > item.begin())) {
            return true;
        }
        // A platform or process named for a town was launched there, if the text says no better.
        return kind == MentionKind.NESTED
                && (trigger.kind().family().equals("initiative") && item.begin() >= trigger.end()
                        || trigger.kind().family().equals("agreement")
                                && item.begin() >= trigger.end() - 1
                                && item.begin() - trigger.end() <= 2
                                && item.value().place() != null
                                && Where.rank(item.value().place()) == 0);
    }

    /** « A Diffa, … »: a capital without its accent. */
    private static boolean isOpening(Sentence sentence, Sentence.Item<Mention> item) {
        return item.begin() - 1 == sentence.start()
                && item.end() < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.COMMA;
    }

    /** Where goods or people came from or were taken to is not where it happened, unless it is they that move. */
    private static boolean isElsewhere(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        boolean from = trigger.kind().isViolence()
                && !trigger.kind().mode().equals("abduct")
                && !Ways.isOfRoad(sentence, item.begin())
                && !Faraway.isMeasuredFrom(sentence, item)
                && item.begin() > 0
                && (sentence.isAt(item.begin() - 1, "from")
                        || sentence.isAt(item.begin() - 2, "from") && sentence.isAt(item.begin() - 1, "the"));
        if (trigger.kind().family().equals("meeting")
                && item.begin() > trigger.begin()
                && PlaceWords.isTopic(sentence, item.begin())) {
            return true;
        }
        if (trigger.kind().family().equals("meeting") && PlaceWords.isOfPeople(sentence, item)) {
            return true;
        }
        return (from || Ways.isOrigin(sentence, item))
                && !Patterns.matches(trigger.kind().family(), "withdrawal|deployment|aid|meeting|expulsion|blockade")
                && sentence.mentions.stream()
                        .noneMatch(other -> other.begin() < item.begin()
                                && item.begin() - other.end() <= 3
                                && !sentence.isAt(other.begin() - 1, "into"));
    }

    /** Whether a name that the gazetteer does not know says where a trigger happened. */
    public static boolean namesUnknown(Trigger trigger) {
        var sentence = trigger.sentence();
        return sentence.mentions.stream()
                .anyMatch(item -> item.value().place() == null
                        && item.value().kind() == MentionKind.LITERAL
                        && sentence.clause(item.begin()) == sentence.clause(trigger.begin())
                        && PlaceWords.isScenery(sentence, item));
    }

    private static SceneCandidate best(List<SceneCandidate> candidates) {
        var best = candidates.getFirst();
        for (var candidate : candidates) {
            if (value(candidate) < value(best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Nearness and fineness together: a step in fineness is worth six words. */
    private static double value(SceneCandidate candidate) {
        boolean state = candidate.place().level() == PlaceLevel.COUNTRY;
        return candidate.cost() + 6 * Where.rank(candidate.place()) + (state ? 3 : 0);
    }

    /** The best and what is listed with it: "in Gao, Kidal and Ménaka". */
    private static List<Place> listed(Sentence sentence, List<SceneCandidate> candidates, SceneCandidate best) {
        var sorted = candidates.stream()
                .filter(one -> Where.rank(one.place()) == Where.rank(best.place()))
                .sorted(Comparator.comparingInt(one -> one.item().begin()))
                .toList();
        int at = sorted.indexOf(best);
        int from = at;
        int to = at;
        while (from > 0 && isJoined(sentence, sorted.get(from - 1), sorted.get(from))) {
            from--;
        }
        while (to + 1 < sorted.size() && isJoined(sentence, sorted.get(to), sorted.get(to + 1))) {
            to++;
        }
        return sorted.subList(from, to + 1).stream()
                .map(SceneCandidate::place)
                .distinct()
                .toList();
    }

    /** On a long road between two towns, in a province that the text names: the province. */
    private static List<Place> ofRoad(
            Sentence sentence, List<SceneCandidate> candidates, SceneCandidate best, List<Place> listed) {
        boolean road = listed.size() == 2
                && Where.rank(best.place()) == 0
                && PlaceWords.isBetween(sentence, best.item())
                && Extents.km(listed.get(0), listed.get(1)) > LONG_ROAD_KM;
        if (!road) {
            return listed;
        }
        return candidates.stream()
                .map(SceneCandidate::place)
                .filter(place -> place.level() == PlaceLevel.ADMIN1 || place.level() == PlaceLevel.ADMIN2)
                .findFirst()
                .map(List::of)
                .orElse(listed);
    }

    /** Whether only a comma, "and" or a preposition stands between two names, and no containment: "Gao, Mali". */
    private static boolean isJoined(Sentence sentence, SceneCandidate a, SceneCandidate b) {
        return Listing.isJoined(sentence, a.item(), b.item());
    }
}
