package org.marsad.coding.slot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Antecedents;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** Chooses the place of a trigger among those of its sentence. */
public final class Whereabouts {
    private static final Set<String> BORDER = WordSets.get("border");
    private static final Set<String> SCENE = WordSets.get("scene");

    private static final Set<String> DEMONSTRATIVE = WordSets.get("demonstrative");
    private static final Set<String> HOSTING = WordSets.get("hosting");
    private static final Set<String> POLICY = WordSets.get("policy");

    /** A mention with what speaks for and against it. */
    private record Candidate(Sentence.Item<Mention> item, Place place, double cost, boolean sameClause) {}

    private final Borders borders;

    private static final int LONG_NAME = 24;
    private static final double LONG_ROAD_KM = 100;

    public Whereabouts(Borders borders) {
        this.borders = borders;
    }

    /** The best reading of a sentence's places for one of its triggers. */
    public Where of(Trigger trigger, List<Trigger> others) {
        var sentence = trigger.sentence();
        var candidates = new ArrayList<Candidate>();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place == null || !isPossible(sentence, trigger, item)) {
                continue;
            }
            candidates.add(candidate(sentence, trigger, others, item, place));
        }
        if (candidates.size() > 1) {
            candidates.removeIf(candidate -> Faraway.isOne(sentence, candidate.item()));
        }
        // "in Mobbar, Borno", "Damasak (Mobbar)": a division beside a town of it says only which town is meant.
        candidates.removeIf(wide -> Where.rank(wide.place()) >= 1
                && candidates.stream()
                        .anyMatch(fine -> Where.rank(fine.place()) < Where.rank(wide.place())
                                && wide.item().begin() >= fine.item().end()
                                && wide.item().begin() - fine.item().end() <= 6
                                && Extents.contains(wide.place(), fine.place())));
        // "Diafarabé (Mopti)": the town of the region's name, which says only where to look.
        candidates.removeIf(wide -> candidates.stream()
                .anyMatch(fine -> fine.item().end() == wide.item().begin()
                        && Where.rank(fine.place()) == 0
                        && isInBrackets(sentence, wide.item())));
        var border = border(sentence, trigger, candidates);
        candidates.removeIf(
                candidate -> candidate.cost() > 40 + (PlaceWords.isReference(sentence, candidate.item()) ? 14 : 0));
        if (candidates.isEmpty()) {
            return border == null ? Where.UNKNOWN : new Where(List.of(), border, false, true, true);
        }
        boolean clause = candidates.stream().anyMatch(Candidate::sameClause);
        if (clause) {
            candidates.removeIf(candidate -> !candidate.sameClause() && Where.rank(candidate.place()) >= 4);
        }
        var best = best(candidates);
        var places = ofRoad(sentence, candidates, best, listed(sentence, candidates, best));
        return new Where(
                places,
                border,
                PlaceWords.isNear(sentence, best.item()),
                best.sameClause(),
                border != null && isAlong(sentence, trigger));
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
        // "into a Toyota", "the Federal Republic": no towns.
        if (kind == MentionKind.LITERAL
                && outside != null
                && Where.rank(outside) == 0
                && (sentence.isAt(item.begin() - 1, "a", "an")
                                && sentence.word(item.begin()).source().codePointAt(0) < 0x250
                                && !sentence.word(item.begin() - 1).source().equalsIgnoreCase("à")
                        || sentence.isAt(item.end(), "republic"))) {
            return false;
        }
        if (sentence.isAt(item.begin() - 1, "par", "by")
                || Agency.isAgent(sentence, item)
                || PlaceWords.isPartOfName(sentence, item)
                || Flight.isGoal(trigger, item)
                || trigger.kind().family().equals("release") && PlaceWords.isOfCaptives(sentence, item)
                || isElsewhere(sentence, trigger, item)
                || PlaceWords.isBeyond(sentence, item)) {
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
        // A platform or process named for a town was launched there, if the text says no better.
        return kind == MentionKind.NESTED
                && (trigger.kind().family().equals("initiative") && item.begin() >= trigger.end()
                        || trigger.kind().family().equals("agreement")
                                && item.begin() >= trigger.end() - 1
                                && item.begin() - trigger.end() <= 2
                                && item.value().place() != null
                                && Where.rank(item.value().place()) == 0);
    }

    /** Where goods or people came from or were taken to is not where it happened, unless it is they that move. */
    private static boolean isElsewhere(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        boolean from = trigger.kind().isViolence()
                && !trigger.kind().mode().equals("abduct")
                && !PlaceWords.isOfRoad(sentence, item.begin())
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
        return (from || PlaceWords.isOrigin(sentence, item))
                && !Patterns.matches(trigger.kind().family(), "withdrawal|deployment|aid|meeting|expulsion|blockade")
                && sentence.mentions.stream()
                        .noneMatch(other -> other.begin() < item.begin() && item.begin() - other.end() <= 3);
    }

    private static Candidate candidate(
            Sentence sentence, Trigger trigger, List<Trigger> others, Sentence.Item<Mention> item, Place place) {
        double cost = distance(sentence, trigger, item);
        boolean sameClause = sentence.clause(trigger.begin()) == sentence.clause(item.begin());
        if (sameClause && others.size() == 1 && PlaceWords.isLocative(sentence, item)) {
            // "The summit of the heads of state of …, in Accra": however long its name is.
            cost = Math.min(cost, LONG_NAME);
        }
        if (sentence.island(trigger.begin()) != sentence.island(item.begin())) {
            cost += 10;
        }
        // "ended their meeting in Accra with a warning to the officers who took power in Niamey".
        if (sentence.isRelative(item.begin()) && item.begin() > trigger.end() && !sameClause && !trigger.isNoun()) {
            boolean taken = others.stream()
                    .anyMatch(other -> other != trigger
                            && !other.kind().family().equals(trigger.kind().family())
                            && sentence.clause(other.begin()) == sentence.clause(item.begin()));
            cost += taken && !sentence.isRelative(trigger.begin()) ? 40 : 6;
        }
        if (item.value().kind() == MentionKind.NESTED) {
            cost += PlaceWords.isSite(sentence, item) ? 3 : 15;
        }
        for (var other : others) {
            boolean elsewhere = !other.kind().family().equals(trigger.kind().family())
                    || sentence.island(other.begin()) != sentence.island(trigger.begin());
            if (other != trigger && elsewhere && distance(sentence, other, item) + 4 < cost) {
                cost += 12;
            }
        }
        if (When.isOfDeedBefore(trigger, item.begin(), others)) {
            cost += 12;
        }
        cost += PlaceWords.isOfOtherDeed(sentence, trigger, others, item) ? 16 : 0;
        if (sentence.isAt(item.begin() - 1, "with", "avec", "مع")
                && (place.level() == PlaceLevel.COUNTRY || "PPLC".equals(place.feature()))) {
            // "revoked its accord with Washington": a party.
            cost += 40;
        }
        if (!PlaceWords.isLocative(sentence, item)) {
            // "Bamako and Nouakchott try to …": the first words of a title act more often than they locate.
            boolean opensPart = sentence.title
                    && item.begin() > 0
                    && sentence.word(item.begin()).before() == Word.Gap.STRONG
                    && Parties.isCapital(place);
            cost += opensPart
                    ? 40
                    : sentence.title && item.begin() == 0 ? 20 : isBare(sentence, trigger, item) ? 14 : 6;
        }
        if (Partners.isOne(trigger, item, place)) {
            cost += 40;
        }
        if (isDateline(sentence, item)) {
            cost += 25;
        }
        if (Newsrooms.isOne(trigger, item)) {
            cost += 30;
        }
        boolean destination =
                trigger.kind().family().equals("blockade") && sentence.isAt(item.begin() - 1, "الي", "to");
        if (PlaceWords.isEmbassy(sentence, item) || PlaceWords.isOrigin(sentence, item) && !destination) {
            cost += 20;
        }
        if (PlaceWords.isContainer(sentence, item)) {
            cost += 10;
        }
        if (isSubject(sentence, trigger, item, place)) {
            // «سحبت الولايات المتحدة … من أغاديس».
            cost += 20;
        }
        if (PlaceWords.isOffice(sentence, item.begin())) {
            cost += 10;
        }
        if (PlaceWords.isLeft(sentence, item) && !PlaceWords.isOfRoad(sentence, item.begin())) {
            // «توغلها من ليبيا نحو إقليم كانم», "from Libya into Kanem".
            cost += 20;
        }
        if (PlaceWords.isBased(sentence, item) && !trigger.kind().family().equals("withdrawal")) {
            cost += 16;
        }
        boolean blockade = trigger.kind().family().equals("blockade");
        if (blockade && sentence.isAt(item.begin() - 1, "من", "from")) {
            // "on fuel bound for Bamako from Senegal".
            cost += 20;
        }
        boolean moving =
                blockade || Patterns.matches(trigger.kind().family(), "withdrawal|deployment|aid|meeting|expulsion");
        if (!moving && sentence.isAt(item.begin() - 1, "الي", "to")) {
            // "back in Kidal", «عدنا إلى كيدال»: on the way to something else.
            cost += 8;
        }
        if (Antecedents.isScene(sentence, trigger, item)) {
            cost = Math.min(cost, 3);
            sameClause = true;
        }
        if (isScene(sentence, item)) {
            // "In Kidira, a town between …, customs officers arrested": it frames all that follows.
            cost = Math.min(cost, 5);
            sameClause = true;
        }
        if (Where.rank(place) == 0 && (PlaceWords.isReference(sentence, item) || PlaceWords.isRoad(sentence, item))) {
            cost += 14;
        }
        return new Candidate(item, place, cost, sameClause);
    }

    /** «تونس: جرى تبادل …»: a capital before a colon that opens the text is where the news comes from. */
    public static boolean isDateline(Sentence sentence, Sentence.Item<Mention> item) {
        return !sentence.title
                && sentence.index <= 1
                && item.begin() == 0
                && item.end() < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.STRONG
                && Parties.isCapital(item.value().place());
    }

    /** Whether a place opens the sentence: "In Gao", « À Kidira, », «وفي كيدال». */
    private static boolean isScene(Sentence sentence, Sentence.Item<Mention> item) {
        if (!sentence.title && item.value().place() == sentence.topic) {
            return true;
        }
        int at = item.begin();
        // "Farabougou, blockaded in 2020, freed by a pact and lost on 19 August".
        if (at == sentence.start()
                && !sentence.title
                && item.value().place() != null
                && Where.rank(item.value().place()) == 0
                && item.end() < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.COMMA) {
            return true;
        }
        boolean led = at > 0
                && at - sentence.start() <= 4
                && SCENE.contains(sentence.word(sentence.start()).text());
        boolean joined = at == sentence.start()
                && sentence.word(at).readings().stream()
                        .anyMatch(reading -> reading.particles().endsWith("ب"));
        return !sentence.title && (led || joined) && !PlaceWords.isReference(sentence, item);
    }

    /** A state or its capital right behind an Arabic verb acts, where the verb is not one of hosting. */
    private static boolean isSubject(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item, Place place) {
        return !trigger.isNoun()
                && item.begin() == trigger.begin() + 1
                && sentence.word(item.begin()).source().codePointAt(0) > 0x5FF
                && (place.level() == PlaceLevel.COUNTRY || "PPLC".equals(place.feature()))
                && !Patterns.matches(trigger.kind().key(), "fall|seizure-of-territory|entry|visit|call")
                && sentence.word(trigger.begin()).readings().stream()
                        .noneMatch(reading -> HOSTING.contains(reading.stem()))
                && !PlaceWords.isLocative(sentence, item);
    }

    /** In French and English a place that no preposition leads is a party, unless it stands beside the trigger or in a list. */
    private static boolean isBare(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        boolean arabic = sentence.word(item.begin()).readings().size() > 1
                || sentence.word(item.begin()).source().codePointAt(0) > 0x5FF;
        boolean beside = item.end() == trigger.begin() || item.begin() == trigger.end();
        boolean listed = item.begin() > 0
                && (sentence.word(item.begin()).before() != Word.Gap.NONE
                        || sentence.isAt(item.begin() - 1, "and", "et"));
        return !arabic && !beside && !listed;
    }

    static int distance(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        return item.begin() >= trigger.end()
                ? sentence.distance(trigger.end() - 1, item.begin())
                : sentence.distance(item.end() - 1, trigger.begin());
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

    private static Candidate best(List<Candidate> candidates) {
        var best = candidates.getFirst();
        for (var candidate : candidates) {
            if (value(candidate) < value(best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Nearness and fineness together: a step in fineness is worth six words. */
    private static double value(Candidate candidate) {
        boolean state = candidate.place().level() == PlaceLevel.COUNTRY;
        return candidate.cost() + 6 * Where.rank(candidate.place()) + (state ? 3 : 0);
    }

    /** The best and what is listed with it: "in Gao, Kidal and Ménaka". */
    private static List<Place> listed(Sentence sentence, List<Candidate> candidates, Candidate best) {
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
                .map(Candidate::place)
                .distinct()
                .toList();
    }

    /** On a long road between two towns, in a province that the text names: the province. */
    private static List<Place> ofRoad(
            Sentence sentence, List<Candidate> candidates, Candidate best, List<Place> listed) {
        boolean road = listed.size() == 2
                && Where.rank(best.place()) == 0
                && PlaceWords.isBetween(sentence, best.item())
                && Extents.km(listed.get(0), listed.get(1)) > LONG_ROAD_KM;
        if (!road) {
            return listed;
        }
        return candidates.stream()
                .map(Candidate::place)
                .filter(place -> place.level() == PlaceLevel.ADMIN1 || place.level() == PlaceLevel.ADMIN2)
                .findFirst()
                .map(List::of)
                .orElse(listed);
    }

    /** Whether only a comma, "and" or a preposition stands between two names, and no containment: "Gao, Mali". */
    private static boolean isJoined(Sentence sentence, Candidate a, Candidate b) {
        return Listing.isJoined(sentence, a.item(), b.item());
    }

    /** "along the border between Mali and Senegal", «على طول حدودهما المشتركة», « la frontière malo-sénégalaise ». */
    private @Nullable BorderId border(Sentence sentence, Trigger trigger, List<Candidate> candidates) {
        int at = -1;
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.distance(i, trigger.begin()) <= 25
                    && isBorder(sentence.word(i))
                    && !isPolicy(sentence, i)
                    && !Flight.isAfter(trigger, i)
                    && (at < 0 || sentence.distance(i, trigger.begin()) < sentence.distance(at, trigger.begin()))) {
                at = i;
            }
        }
        if (at < 0) {
            return null;
        }
        int word = at;
        boolean settled =
                candidates.stream().anyMatch(candidate -> Where.rank(candidate.place()) <= 1 && candidate.cost() < 20);
        boolean linear = isLinear(sentence, at)
                || trigger.kind().family().equals("cooperation")
                || trigger.kind().family().equals("restriction");
        if (settled && !linear) {
            return null;
        }
        var near = new ArrayList<String>();
        sentence.mentions.stream()
                .filter(item -> item.value().place() != null
                        && item.value().place().level() == PlaceLevel.COUNTRY
                        && item.value().place().country() != null)
                .sorted((a, b) -> Integer.compare(Math.abs(a.begin() - word), Math.abs(b.begin() - word)))
                .forEach(item -> {
                    var country = String.valueOf(item.value().place().country());
                    if (!near.contains(country)) {
                        near.add(country);
                    }
                });
        for (var own : java.util.Arrays.asList(sentence.home, sentence.subject)) {
            if (near.size() == 1 && own != null && !near.contains(own)) {
                near.add(own);
            }
        }
        if (near.size() < 2) {
            return null;
        }
        var border = BorderId.between(near.get(0), near.get(1));
        return borders.find(border).isPresent() ? border : null;
    }

    /** Patrols and closures are along a border by nature; else the text has to say so. */
    private static boolean isAlong(Sentence sentence, Trigger trigger) {
        if (Patterns.matches(trigger.kind().family(), "cooperation|restriction")) {
            return true;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (isBorder(sentence.word(i)) && isLinear(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    /** "border security" is a policy, not a place. */
    private static boolean isPolicy(Sentence sentence, int at) {
        for (int i = Math.max(0, at - 1); i <= at + 1; i++) {
            if (i < sentence.size()
                    && sentence.word(i).readings().stream().anyMatch(reading -> POLICY.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    static boolean isBorder(Word word) {
        return word.readings().stream().anyMatch(reading -> BORDER.contains(reading.stem()));
    }

    private static boolean isLinear(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (sentence.word(i).is("along", "long", "طول", "على", "علي", "entre", "closed", "close")) {
                return true;
            }
        }
        return false;
    }
}
