package org.marsad.coding.slot.who;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** What ties an actor to another party without making it one: "affiliated with", "a member of", "the brother of". */
public final class Ties {
    private static final Set<String> AFFILIATED = WordSets.get("affiliated");
    private static final Set<String> KIN = WordSets.get("kin");
    private static final Set<String> SITES = WordSets.get("xsite");
    private static final Set<String> BELONGING = WordSets.get("belonging");
    private static final Set<String> FOLLOWERS = WordSets.get("followers");
    private static final Set<String> SPOKESMEN = WordSets.get("spokesmen");
    private static final int ALLY_REACH = 6;
    private static final int SPOKESMAN_REACH = 4;
    private static final int GUNMEN_REACH = 8;
    private static final int LISTENERS_REACH = 10;

    private Ties() {}

    /** "an al-Qaeda affiliate", "the Al-Qaeda-linked JNIM": named for a tie only. */
    public static boolean isTie(Sentence sentence, Sentence.Item<ActorMention> item) {
        int at = sentence.isAt(item.end(), "s") ? item.end() + 1 : item.end();
        return at < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.NONE
                && !sentence.isAt(at + 1, "to", "with")
                && sentence.isAt(
                        at,
                        "affiliate",
                        "affiliates",
                        "affiliated",
                        "linked",
                        "aligned",
                        "allied",
                        "offshoot",
                        "branch",
                        "franchise",
                        "inspired");
    }

    /** «حي المعلمين», "told reporters": a quarter's name, and who listens. */
    static boolean isAside(Sentence sentence, Sentence.Item<ActorMention> item) {
        int at = item.begin();
        if (sentence.isAt(at - 1, "حي", "شارع", "ساحه", "ميدان")) {
            return true;
        }
        boolean listeners = item.value().actor().id().value().equals("journalists")
                && (sentence.word(at).readings().stream()
                                .anyMatch(reading -> reading.particles().endsWith("ل"))
                        || sentence.isAt(at - 1, "told", "tells", "aux", "to"));
        return listeners
                && sentence.sayings.stream().anyMatch(saying -> sentence.distance(saying, at) <= LISTENERS_REACH);
    }

    /** "a group affiliated with Al-Qaeda": named, but no party. */
    public static boolean isAffiliation(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> AFFILIATED.contains(reading.stem()))) {
                int word = i;
                if (sentence.word(i).readings().stream()
                                .anyMatch(reading -> reading.stem().startsWith("تابع"))
                        && sentence.actors.stream()
                                .noneMatch(other -> other.end() <= word && word - other.end() <= 2)) {
                    // «كتيبة طارق بن زياد التابعة للجيش»: a unit of it.
                    return false;
                }
                // «معسكر للتدريب تابع لقوات …»: a camp's owner is its owner.
                return !isSite(sentence, i - 1) && !isSite(sentence, i - 2);
            }
        }
        if (isAllied(sentence, at)) {
            return true;
        }
        // "linked to al-Qaeda and the Islamic State".
        int and = sentence.isAt(at - 1, "the", "l") ? at - 2 : at - 1;
        return sentence.isAt(and, "and", "or", "et", "ou", "a")
                && sentence.actors.stream()
                        .anyMatch(one ->
                                one.end() <= and && and - one.end() <= 1 && isAffiliation(sentence, one.begin()));
    }

    /** "allied with the internationally recognised government". */
    private static boolean isAllied(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(1, at - ALLY_REACH); i--) {
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
            if (sentence.isAt(i, "with", "to")
                    && sentence.isAt(i - 1, "allied", "linked", "loyal", "affiliated", "aligned")) {
                return true;
            }
        }
        return false;
    }

    /** "a spokesman for the junta has not responded": the word for who speaks for an actor, or -1. */
    static int spokesman(Sentence sentence, Sentence.Item<ActorMention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - SPOKESMAN_REACH); i--) {
            if (SPOKESMEN.contains(sentence.word(i).text())) {
                return i;
            }
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return -1;
            }
        }
        return -1;
    }

    /** « l'épouse du vice-Premier ministre », "the minister's brother": a private person. */
    static boolean isKin(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.word(i).before() == Word.Gap.COMMA && i < at - 1) {
                return false;
            }
            if (sentence.word(i).readings().stream().anyMatch(reading -> KIN.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    static boolean isSite(Sentence sentence, int at) {
        return at >= 0 && sentence.word(at).readings().stream().anyMatch(reading -> SITES.contains(reading.stem()));
    }

    /** "of", « du », «من», «في», «ب» right before a group. */
    static boolean isMembership(Sentence sentence, int at) {
        if (at > 1 && FOLLOWERS.contains(sentence.textAt(at - 1))) {
            // «تسعة من قيادات داعش», « trois chefs du groupe ».
            return true;
        }
        return sentence.isAt(at - 1, "من", "في", "of", "from", "du", "de", "d", "l")
                || sentence.word(at).readings().stream()
                        .anyMatch(reading -> reading.particles().endsWith("ب")
                                || reading.particles().endsWith("ل"));
    }

    /** «المهاجمون، الذين يعتقد أنهم من كتيبة ماسينا»: the gunmen named before that a group is said to be; null for others. */
    static Sentence.@Nullable Item<ActorMention> belongingTo(Sentence sentence, Sentence.Item<ActorMention> item) {
        int at = item.begin();
        boolean belongs = ActorKinds.isArmedGroup(item.value().actor())
                && !ActorKinds.isUnidentified(item.value().actor())
                && (BELONGING.contains(sentence.textAt(at - 1))
                        || sentence.isAt(at - 1, "من", "الي", "a", "au", "to", "of", "du", "d", "de", "the")
                                && (BELONGING.contains(sentence.textAt(at - 2))
                                        || BELONGING.contains(sentence.textAt(at - 3))));
        return belongs
                ? sentence.actors.stream()
                        .filter(one -> one.end() <= at
                                && at - one.end() <= GUNMEN_REACH
                                && ActorKinds.isUnidentified(one.value().actor()))
                        .reduce((a, b) -> b)
                        .orElse(null)
                : null;
    }
}
