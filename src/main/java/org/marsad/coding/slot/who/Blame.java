package org.marsad.coding.slot.who;

import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** Who is blamed for a deed, and who blames. */
public final class Blame {
    private static final Set<String> BLAME = WordSets.get("blame");

    private static final Set<String> ASCRIBED = WordSets.get("ascribed-ar");
    private static final Set<String> ACCUSING = WordSets.get("accusing");
    private static final int ASCRIBED_REACH = 6;
    private static final int ACCUSED_REACH = 5;

    /** Words in which a deed is said to be somebody's, at most. */
    private static final int DID_IT = 5;

    private static final Pattern HAVING_DONE = Pattern.compile(
            "(had |have |has )?(fired|launched|planted|carried out|staged|committed|dropped) (it|them)\\b"
                    + "|(l|les) (a|ont|avait|avaient|aurait|auraient) (tire|lance|pose|mene|commis|perpetre|largue)e?s?\\b"
                    + "|(قد |هم من |هم الذين |هي من |هي التي )?(اطلق|نفذ|شن|زرع|ارتكب|دبر)(وه|وها|ته|تها|تهم|وهم)( |$)");

    private Blame() {}

    /** "an attack blamed on Boko Haram", "the ministry blamed the attack on it". */
    static boolean isOn(Sentence sentence, Sentence.Item<ActorMention> item) {
        if (isAscribedTo(sentence, item)) {
            return true;
        }
        if (isAccused(sentence, item) || didIt(sentence, item.end())) {
            return true;
        }
        boolean group = ActorKinds.isArmedGroup(item.value().actor());
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - (group ? 8 : 3)); i--) {
            if (BLAME.contains(sentence.word(i).text()) && (group || isBlameOn(sentence, i, item.begin()))) {
                return true;
            }
        }
        return false;
    }

    /** "The government said that the rebels had fired it", « les rebelles l'ont tirée », «إن المتمردين أطلقوه». */
    public static boolean didIt(Sentence sentence, int from) {
        int to = Math.min(sentence.size(), from + DID_IT);
        return from < to && HAVING_DONE.matcher(sentence.text(from, to)).lookingAt();
    }

    /** «نسبه الدرك لمتمردين», «نسبت تلك الغارة إلى الجيشين», «بينما نسبت إلى»: whom an Arabic verb ascribes a deed to. */
    private static boolean isAscribedTo(Sentence sentence, Sentence.Item<ActorMention> item) {
        int at = item.begin();
        boolean to = sentence.isAt(at - 1, "الي")
                || sentence.word(at).readings().stream()
                        .anyMatch(reading -> reading.particles().endsWith("ل"));
        for (int i = at - 1; to && i >= Math.max(0, at - ASCRIBED_REACH); i--) {
            if (sentence.word(i + 1).before() == Word.Gap.STRONG) {
                return false;
            }
            if (ASCRIBED.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "blamed the army for", « accuse les forces russes d'avoir », «اتهم السكان الجيش بقصف». */
    public static boolean isAccused(Sentence sentence, Sentence.Item<ActorMention> item) {
        int verb = -1;
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - ACCUSED_REACH); i--) {
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
            if (sentence.isOf(i, ACCUSING)) {
                verb = i;
                break;
            }
        }
        if (verb < 0 || sentence.isAt(verb - 1, "was", "were", "is", "are", "been", "est", "sont", "ete")) {
            return false;
        }
        if (sentence.word(verb).text().codePointAt(0) < 0x600) {
            for (int i = item.end(); i < Math.min(sentence.size(), item.end() + ACCUSED_REACH); i++) {
                if (sentence.isAt(i, "for", "of", "d", "de")) {
                    return true;
                }
            }
            return false;
        }
        // The first party behind the Arabic verb accuses.
        int behind = verb;
        boolean second = sentence.actors.stream().anyMatch(one -> one.begin() > behind && one.end() <= item.begin())
                || sentence.mentions.stream().anyMatch(one -> one.begin() > behind && one.end() <= item.begin());
        return second
                && item.end() < sentence.size()
                && sentence.word(item.end()).source().startsWith("ب");
    }

    /** "blamed on the army", « attribuée à l'armée », «نسبت إلى الجيش». */
    private static boolean isBlameOn(Sentence sentence, int blame, int at) {
        return at - blame >= 2 && sentence.isAt(blame + 1, "on", "to", "a", "au", "aux", "الي")
                || at - blame == 1
                        && sentence.word(at).readings().stream()
                                .anyMatch(reading -> reading.particles().endsWith("ل"));
    }

    /** "a strike that the rebels blamed on the army": who blames did not do it. */
    static boolean isBy(Sentence sentence, Sentence.Item<ActorMention> item) {
        // "the government accused the rebels of it", «اتهمت الحكومة المتمردين بتنفيذها».
        boolean accuses = sentence.isOf(item.end(), ACCUSING) || sentence.isOf(item.begin() - 1, ACCUSING);
        if (accuses
                && sentence.actors.stream()
                        .anyMatch(other -> other.begin() > item.begin()
                                && !other.value().actor().equals(item.value().actor())
                                && isAccused(sentence, other))) {
            return true;
        }
        // «هجوم نسبه الدرك لمتمردين».
        if (ASCRIBED.contains(item.begin() > 0 ? sentence.word(item.begin() - 1).text() : "")) {
            return true;
        }
        return item.end() + 1 < sentence.size()
                && BLAME.contains(sentence.word(item.end()).text())
                && sentence.word(item.end()).before() == Word.Gap.NONE
                && sentence.isAt(item.end() + 1, "on", "it", "the");
    }
}
