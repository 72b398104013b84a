package org.marsad.coding.slot.where;

import java.util.List;
import java.util.Set;
import org.marsad.coding.reading.Antecedents;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.when.When;
import org.marsad.coding.slot.who.Parties;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** How likely each place of a sentence is the scene of one of its triggers: what speaks for and against it, as a cost. */
final class SceneCosts {
    private static final Set<String> SCENE = WordSets.get("scene");
    private static final Set<String> HOSTING = WordSets.get("hosting");
    private static final Set<String> LEAVING = WordSets.get("leaving");
    private static final int LEFT = 14;
    private static final Set<String> DISTRICTS = WordSets.get("districts");
    /** What a district costs that a line is about: more than a town of it that the line names. */
    private static final int DISTRICT = 24;

    private static final int LONG_NAME = 24;
    /** Words from the division that a line is about to its town, at most. */
    private static final int OF_TOPIC = 3;
    /** Words from a crime that a court judges to where it was, at most. */
    private static final int CRIME_REACH = 10;

    private SceneCosts() {}

    static SceneCandidate of(
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
        if (!PlaceWords.isLocative(sentence, item) && !isSiteOfViolence(trigger, item, place)) {
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
        if (Datelines.isOne(sentence, item)) {
            cost += 25;
        }
        if (Newsrooms.isOne(trigger, item)) {
            cost += 30;
        }
        boolean destination =
                trigger.kind().family().equals("blockade") && sentence.isAt(item.begin() - 1, "الي", "to");
        if (PlaceWords.isEmbassy(sentence, item) || Ways.isOrigin(sentence, item) && !destination) {
            cost += 20;
        }
        if (Ways.isReturn(sentence, item)) {
            cost += 14;
        }
        if (PlaceWords.isContainer(sentence, item)) {
            cost += 10;
        }
        // « a jugé trois hommes pour deux attentats commis au Burkina Faso »: a court is not where the crime was.
        if (trigger.kind().family().equals("sentence")
                && place.level() == PlaceLevel.COUNTRY
                && isOfCrime(others, item)) {
            cost += 45;
        }
        if (RoadNames.isFarEnd(sentence, item)) {
            cost += 30;
        }
        // "in Erbil's Makhmour town": the owner says only where to look.
        if (sentence.isAt(item.end(), "s")
                && sentence.mentions.stream()
                        .anyMatch(owned -> owned.begin() == item.end() + 1
                                && owned.value().place() != null
                                && Where.rank(owned.value().place()) <= Where.rank(place))) {
            cost += 10;
        }
        if (Garrisons.isOne(trigger, item)) {
            cost += 16;
        }
        if (isSubject(sentence, trigger, item, place)) {
            // «سحبت الولايات المتحدة … من أغاديس».
            cost += 20;
        }
        if (PlaceWords.isOffice(sentence, item.begin())) {
            cost += 10;
        }
        if (Ways.isLeft(sentence, item) && !Ways.isOfRoad(sentence, item.begin())) {
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
        if (trigger.kind().isViolence() && isBeingLeft(sentence, item)) {
            // « a été enlevé alors qu'il quittait Niafunké ».
            cost = Math.min(cost, LEFT);
            sameClause = true;
        }
        boolean scene = isScene(sentence, item);
        boolean briefing = scene && Newsrooms.isBriefing(trigger, item);
        if (briefing) {
            cost += 20;
        }
        if (scene && !briefing) {
            // "In Kidira, a town between …, customs officers arrested": it frames all that follows.
            cost = Math.min(cost, isDistrict(sentence, item) ? DISTRICT : 5);
            sameClause = true;
        }
        if (Where.rank(place) == 0 && (PlaceWords.isReference(sentence, item) || Ways.isRoad(sentence, item))) {
            cost += 14;
        }
        return new SceneCandidate(item, place, cost, sameClause);
    }

    /** "stormed Kuje prison", «اقتحموا سجن كوجي»: a site by its own name is where it was, with no word for that before it. */
    private static boolean isSiteOfViolence(Trigger trigger, Sentence.Item<Mention> item, Place place) {
        return place.level() == PlaceLevel.FEATURE
                && !Patterns.matches(String.valueOf(place.feature()), "LK|SEA|OCN|GULF|STRT|CHN|STM|BAY")
                && item.value().kind() == MentionKind.LITERAL
                && trigger.kind().isViolence();
    }

    /** «مديرية ماكوميا: …»: the district of that name, not the town. */
    private static boolean isDistrict(Sentence sentence, Sentence.Item<Mention> item) {
        return item.begin() > 0
                && DISTRICTS.contains(sentence.word(item.begin() - 1).text());
    }

    /** « alors qu'il quittait Niafunké », «أثناء مغادرتهم غاو». */
    private static boolean isBeingLeft(Sentence sentence, Sentence.Item<Mention> item) {
        int at = sentence.isAt(item.begin() - 1, "la", "le", "the") ? item.begin() - 2 : item.begin() - 1;
        return at > 0 && LEAVING.contains(sentence.word(at).text());
    }

    private static boolean isOfCrime(List<Trigger> others, Sentence.Item<Mention> item) {
        return others.stream()
                .anyMatch(crime -> crime.isNoun()
                        && crime.kind().isViolence()
                        && crime.begin() < item.begin()
                        && item.begin() - crime.end() <= CRIME_REACH
                        && others.stream()
                                .anyMatch(verdict ->
                                        verdict.kind().family().equals("sentence") && verdict.begin() < crime.begin()));
    }

    /** Whether a place opens the sentence: "In Gao", « À Kidira, », «وفي كيدال». */
    private static boolean isScene(Sentence sentence, Sentence.Item<Mention> item) {
        if (!sentence.title && (item.value().place() == sentence.topic || isOfTopic(sentence, item))) {
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

    /** «- ولاية بلاتو: في مدينة جوس، …»: the town that follows the division which a line is about. */
    private static boolean isOfTopic(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        var topic = sentence.topic;
        return topic != null
                && place != null
                && Where.rank(topic) > Where.rank(place)
                && Extents.contains(topic, place)
                && PlaceWords.isScenery(sentence, item)
                && !PlaceWords.isReference(sentence, item)
                && sentence.mentions.stream()
                        .anyMatch(other -> other.value().place() == topic
                                && other.end() <= item.begin()
                                && item.begin() - other.end() <= OF_TOPIC);
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
}
