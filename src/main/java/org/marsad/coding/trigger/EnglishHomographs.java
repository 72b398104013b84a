package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** English verbs and nouns of events that mean something else beside certain words: "the flight took off". */
final class EnglishHomographs {
    private static final Set<String> TAKE_NOBODY = WordSets.get("take-nobody-en");
    private static final Set<String> MEDIA = WordSets.get("media-platform");
    private static final Set<String> SPEECH = WordSets.get("speech-en");
    private static final Set<String> PAPER = WordSets.get("paper");
    private static final Set<String> WEATHER = WordSets.get("weather-en");
    private static final Set<String> BARGAIN = WordSets.get("bargain-en");
    private static final Set<String> STRICKEN = WordSets.get("stricken-en");
    private static final Set<String> CHANCE = WordSets.get("chance-en");
    private static final Set<String> PROJECT = WordSets.get("project-en");
    private static final Set<String> THINGS = WordSets.get("vehicles-en");
    private static final Set<String> PEOPLE = WordSets.get("taken-people-en");
    private static final Set<String> ABSTRACT = WordSets.get("eliminated-en");
    private static final Set<String> OFFICES = WordSets.get("taken-over-en");
    private static final Set<String> FAMILY = WordSets.get("kin");
    private static final Set<String> SITES = WordSets.get("xsite");
    private static final Set<String> HURT = Set.of("injured", "wounded", "bleeding", "body", "bodies", "stretcher");
    private static final Set<String> FREEING =
            Set.of("rescue", "rescued", "rescues", "rescuing", "free", "freed", "freeing", "liberated", "released");
    private static final Set<String> ARMS = Set.of(
            "rifle", "rifles", "weapon", "weapons", "gun", "guns", "style", "craft", "helicopter", "helicopters");
    private static final int OBJECT_REACH = 3;
    private static final int BEFORE_REACH = 6;
    private static final int SUSPENDED_REACH = 6;

    private EnglishHomographs() {}

    static boolean isOther(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        return switch (hit.value().kind().key()) {
            case "taking", "abduction", "abducted" -> takesNobody(sentence, hit);
            // "said on the social media platform X"
            case "initiative" ->
                Patterns.matches(sentence.word(at).text(), "platforms?") && isNear(sentence, at - 3, at + 3, MEDIA);
            // "the deserts of the north"
            case "surrender" ->
                Patterns.matches(sentence.word(at).text(), "deserts?")
                        && !Patterns.matches(
                                before(sentence, at), "to|who|they|soldiers|troops|fighters|men|officers|he");
            // "a letter delivered in August", "delivered a verdict"
            case "delivery" -> isNear(sentence, at - OBJECT_REACH, at + OBJECT_REACH + 1, SPEECH);
            // "a dust storm that swept through most of Iraq"
            case "onslaught" -> isNear(sentence, at - OBJECT_REACH - 1, at, WEATHER);
            // "the violence left hundreds wounded"
            case "leaving" ->
                sentence.isAt(at, "left", "leaves", "leaving")
                        && isNear(sentence, at + 1, at + 5, Set.of("dead", "wounded", "injured", "homeless", "scores"));
            // "assault rifles", "struck a deal", "hit by drought", "targeted sanctions"
            case "attack" ->
                sentence.isAt(at, "assault") && isNear(sentence, at + 1, at + 3, ARMS)
                        || Patterns.matches(sentence.word(at).text(), "str(ike|ikes|uck|iking)")
                                && isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, BARGAIN)
                        || Patterns.matches(sentence.word(at).text(), "hit|hits|hitting|str(ike|ikes|uck|icken)")
                                && isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, STRICKEN)
                        || Patterns.matches(sentence.word(at).text(), "target(s|ed|ing)?")
                                && Patterns.matches(
                                        after(sentence, hit), "sanctions?|aid|assistance|support|growth|inflation");
            // "seized the opportunity", "captured on camera"
            case "seizure-of-territory", "confiscation" ->
                hit.end() - at == 1 && isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, CHANCE)
                        || Patterns.matches(sentence.word(at).text(), "t(ake|akes|ook|aken|aking)")
                                && sentence.isAt(
                                        at + 1, "place", "part", "aim", "refuge", "shelter", "effect", "office")
                        || Patterns.matches(sentence.word(at).text(), "t(ake|akes|ook|aken|aking)")
                                && isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, OFFICES);
            // "released a statement claiming the attack"
            case "release" -> isNear(sentence, hit.end(), hit.end() + 2, PAPER);
            // "polling stations remained closed"; "forces left the base for a village"; "a weekend retreat"
            case "withdrawal" ->
                Patterns.matches(before(sentence, at), "polling|voting|petrol|fuel|filling|gas|radio|television")
                        || sentence.isAt(at, "retreat", "retreats")
                                && (sentence.isAt(at - 1, "weekend", "holiday", "seaside", "presidential", "spiritual")
                                        || sentence.isAt(at - 2, "at") && sentence.isAt(at - 1, "a", "the"))
                        || sentence.isAt(at, "left", "leave", "leaves", "leaving")
                                && sentence.isAt(hit.end(), "for")
                                && isPlaceAt(sentence, hit.end() + 1);
            // "schools suspended their courses in the region following threats from militants"
            case "sanction" ->
                sentence.word(at).text().startsWith("suspend")
                        && sentence.isAt(hit.end() - 1, "from")
                        && hit.end() - at > SUSPENDED_REACH;
            // "opened fire at the border"
            case "lifting" -> sentence.word(at).text().startsWith("open") && sentence.isAt(at + 1, "fire");
            // "a woman had walked out of the pocket"
            case "protest" ->
                sentence.word(at).text().startsWith("walk")
                        && isNear(
                                sentence,
                                at - OBJECT_REACH,
                                at,
                                Set.of("a", "an", "he", "she", "man", "woman", "girl"));
            // "taking in the sleeves", "shells lined the shore and the fleet took in sail"
            case "arrest" ->
                Patterns.matches(sentence.word(at).text(), "t(ake|akes|ook|aking)")
                        && sentence.isAt(at + 1, "in")
                        && hit.end() - at == 2
                        && !isNear(sentence, hit.end(), hit.end() + 4, PEOPLE)
                        && sentence.actors.stream()
                                .noneMatch(item -> item.begin() >= hit.end() && item.begin() < hit.end() + 4)
                        && !isNear(sentence, hit.end(), hit.end() + 2, Set.of("him", "her", "them", "suspects", "two"));
            // "having visited her father"
            case "visit" ->
                sentence.isAt(hit.end(), "her", "his", "their")
                        && isNear(sentence, hit.end() + 1, hit.end() + 3, FAMILY);
            // "eliminated from the tournament", "eliminate polio"
            case "operation" ->
                sentence.word(at).text().startsWith("eliminat")
                        && isNear(sentence, at - BEFORE_REACH, hit.end() + BEFORE_REACH, ABSTRACT);
            // "a warrant officer"
            case "warrant" -> sentence.isAt(at + 1, "officer", "officers");
            // "executed the plan"
            case "execution" -> isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, PROJECT);
            // "battling a blaze", "a legal battle"
            case "clash" ->
                Patterns.matches(sentence.word(at).text(), "battl(e|es|ed|ing)|fight(s|ing)?|fought")
                        && (isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, STRICKEN)
                                || Patterns.matches(before(sentence, at), "legal|court|election|electoral|political"));
            default -> false;
        };
    }

    /** "took off", "took over after his father", "destroying five vehicles and seizing three others". */
    private static boolean takesNobody(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        var verb = sentence.word(at).text();
        // "rescued 41 kidnapped victims": who they were, and no other deed
        if (hit.end() - at == 1
                && Patterns.matches(verb, "kidnapped|abducted")
                && sentence.isAt(at + 1, "victim", "victims", "hostage", "hostages", "persons")
                && isNear(sentence, at - BEFORE_REACH, at, FREEING)) {
            return true;
        }
        // "took the insurgent bases of", "capturing a rebel stronghold"
        if (hit.end() - at > 1
                && hit.end() < sentence.size()
                && SITES.contains(sentence.word(hit.end()).text())) {
            return true;
        }
        // "saw people being carried away bleeding"
        if (Patterns.matches(verb, "carr(y|ies|ied|ying)") && isNear(sentence, at - 14, at + BEFORE_REACH, HURT)) {
            return true;
        }
        // "took away all my money"
        if (Patterns.matches(verb, "t(ake|akes|ook|aken|aking)")
                && sentence.isAt(at + 1, "away")
                && isNear(sentence, at + 2, at + 2 + OBJECT_REACH, TAKE_NOBODY)) {
            return true;
        }
        if (Patterns.matches(verb, "t(ake|akes|ook|aken|aking)") && TAKE_NOBODY.contains(sentence.textAt(at + 1))) {
            return !(verb.equals("taken") && sentence.isAt(at + 1, "off"));
        }
        // "captured munitions were carried off", "carried off cattle"
        boolean goods = isNear(sentence, at - OBJECT_REACH, at, THINGS)
                || isNear(sentence, hit.end(), hit.end() + OBJECT_REACH, THINGS);
        if (goods && Patterns.matches(verb, "carr.*|ma[dk].*|haul.*|cart.*|s(tole|tolen|teal)|drove|rode|driv.*")) {
            return !isNear(sentence, at - BEFORE_REACH, hit.end() + BEFORE_REACH, PEOPLE);
        }
        return sentence.isAt(hit.end() - 1, "others")
                && hit.end() - at > 1
                && isNear(sentence, at - BEFORE_REACH, at, THINGS);
    }

    private static boolean isPlaceAt(Sentence sentence, int at) {
        return sentence.mentions.stream().anyMatch(item -> item.begin() == at);
    }

    private static boolean isNear(Sentence sentence, int from, int to, Set<String> words) {
        for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
            if (words.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static String before(Sentence sentence, int at) {
        return at > 0 ? sentence.textAt(at - 1) : "";
    }

    private static String after(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        return sentence.textAt(hit.end());
    }
}
