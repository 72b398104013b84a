package org.marsad.coding.merge;

import java.util.Set;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** What tells one incident from another, and what makes two drafts one, where neither days nor places say so. */
final class OtherIncidents {
    private static final Set<String> RAID = WordSets.get("raid");
    private static final int NEAR = 3;
    /** Sentences from a fight to what is told of the same days, at most. */
    private static final int FAR = 4;

    private OtherIncidents() {}

    /**
     * "Five soldiers were killed at a checkpoint. The group attacked a base near Buloburde on Monday.": what has a verb, a day and
     * a town of its own is not what was told before with a toll and neither.
     */
    static boolean isOther(Draft one, Draft draft) {
        return isOfPlaceBefore(one, draft)
                || one.kind.isViolence()
                        && one.told
                        && draft.told
                        && !draft.definite
                        && !draft.isPassive
                        && one.date == null
                        && !one.hasFinePlace()
                        && !one.counts.isEmpty()
                        && one.mentions.getLast().paragraph == draft.sentence.paragraph
                        && one.mentions.stream().anyMatch(sentence -> !sentence.title)
                        && draft.isDated()
                        && draft.hasFinePlace()
                        && !draft.placeInherited
                        && draft.counts.isEmpty();
    }

    /** "The village is in Téra department, where an attack had killed 20 soldiers on 25 June": what is said of the place. */
    private static boolean isOfPlaceBefore(Draft one, Draft draft) {
        return one.date == null
                && draft.isDated()
                && draft.hasFinePlace()
                && isBehindWhere(draft)
                && Agreement.tollsDiffer(one, draft);
    }

    private static boolean isBehindWhere(Draft draft) {
        for (int i = draft.at - 1; i >= Math.max(0, draft.at - NEAR); i--) {
            if (draft.sentence.isAt(i, "where", "حيث")
                    || draft.sentence.word(i).source().equals("où")) {
                return true;
            }
        }
        return false;
    }

    /** "The attack, which took place on Friday": the one of that day that was told just before, wherever it is said to be. */
    static boolean isTakenUp(Draft one, Draft draft) {
        int apart = draft.sentence.index - one.mentions.getLast().index;
        return draft.kind.isViolence()
                && draft.definite
                && !draft.plural
                && !draft.another
                && !draft.aside
                && draft.counts.isEmpty()
                && apart > 0
                && apart <= NEAR
                && areOfOneDay(one, draft);
    }

    /** "A raid was made on Dhiban. Eight men were arrested.": where nobody was killed the raid is the arrest. */
    static boolean endsInArrests(Draft one, Draft draft) {
        return draft.kind.family().equals("arrest")
                && one.kind.isViolence()
                && one.mentions.getLast().index == draft.sentence.index - 1
                && one.sentence.paragraph == draft.sentence.paragraph
                && draft.date == null
                && draft.places().isEmpty()
                && one.counts.stream().noneMatch(count -> count.harm() == Lexicon.Harm.KILLED)
                && one.actors.stream()
                        .noneMatch(actor -> actor.role() == Role.PERPETRATOR && ActorKinds.isArmedGroup(actor.actor()))
                && one.sentence.word(one.at).readings().stream().anyMatch(reading -> RAID.contains(reading.stem()));
    }

    /** "At the end of the summit", « à l'issue de la réunion »: the one told just before, whatever town is named beside it. */
    static boolean isMeetingTakenUp(Draft one, Draft draft) {
        int apart = draft.sentence.index - one.mentions.getLast().index;
        var sentence = draft.sentence;
        return one.kind.family().equals("meeting")
                && draft.kind.family().equals("meeting")
                && draft.definite
                && apart >= 0
                && apart <= NEAR
                && draft.date == null
                && (sentence.isAt(draft.at - 2, "issue", "terme", "fin", "end", "close", "conclusion")
                        || sentence.isAt(draft.at - 3, "issue", "terme", "fin", "end", "close", "conclusion")
                        || sentence.isAt(draft.at - 1, "ختام", "نهايه", "اعقاب", "عقب"));
    }

    /** Arrests, seizures and releases that are told right after a fight or patrol, with no day or place but its own, belong to it. */
    static boolean isPart(Draft one, Draft draft) {
        int apart = draft.sentence.index - one.mentions.getLast().index;
        boolean arrest = draft.kind.family().equals("arrest")
                && (one.kind.isViolence() || one.kind.family().equals("cooperation"));
        boolean release = draft.kind.family().equals("release") && one.kind.isViolence() && isByState(one);
        return (arrest || release)
                && (draft.date == null || isByState(one) && areOfOneDay(one, draft))
                && (!draft.another || draft.sentence.isAt(draft.at - 1, "also", "egalement", "aussi"))
                && draft.places().isEmpty()
                && apart >= (release ? 1 : 0)
                && apart <= (draft.date == null ? 2 : FAR);
    }

    /**
     * "Two of his men died in the shootout", "The operation, carried out after midnight, targeted a house": that in which those
     * told of just before were arrested.
     */
    static boolean isOperationOf(Draft one, Draft draft) {
        int apart = draft.sentence.index - one.mentions.getLast().index;
        var sentence = draft.sentence;
        return one.kind.family().equals("arrest")
                && draft.kind.isViolence()
                && draft.date == null
                && !draft.hasFinePlace()
                && !draft.another
                && one.sentence != sentence
                && apart >= 0
                && apart <= 2
                && (draft.definite
                                && apart == 1
                                && one.mentions.getLast().paragraph == sentence.paragraph
                                && draft.actors.stream().allMatch(actor -> actor.role() != Role.PERPETRATOR)
                        || isOperation(sentence));
    }

    private static boolean isOperation(Sentence sentence) {
        return sentence.isAt(sentence.start(), "the", "this", "cette", "l", "la", "العمليه", "وهذه")
                && sentence.isAt(sentence.start() + 1, "operation", "raid", "operations", "descente", "العمليه");
    }

    /** « Bilan : dix-huit assaillants abattus. Côté ami, deux VDP sont morts. »: what a fight cost, told right after it. */
    static boolean isTollOf(Draft one, Draft draft) {
        int apart = draft.sentence.index - one.mentions.getLast().index;
        return draft.kind.key().equals("killing")
                && one.kind.isViolence()
                && !one.kind.mode().equals("abduct")
                && draft.date == null
                && draft.places().isEmpty()
                && !draft.unplaced
                && !draft.another
                && !draft.aside
                && !draft.earlier
                && apart > 0
                && apart <= 2
                && one.mentions.getLast().paragraph == draft.sentence.paragraph;
    }

    private static boolean areOfOneDay(Draft one, Draft draft) {
        var a = one.date;
        var b = draft.date;
        return a != null && b != null && a.start().equals(b.start()) && a.end().equals(b.end());
    }

    private static boolean isByState(Draft draft) {
        return draft.actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isState(one.actor()))
                && draft.actors.stream()
                        .anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isArmedGroup(one.actor()));
    }
}
