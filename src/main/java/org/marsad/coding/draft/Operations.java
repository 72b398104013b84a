package org.marsad.coding.draft;

import java.util.List;
import java.util.Set;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/**
 * «إلقاء القبض على ستة أشخاص، وذلك في عملية نوعية جرت فجر الجمعة»: an operation in which people were arrested or freed, or
 * goods seized, and nobody is said to have been killed, is no fight of its own; its day and place are those of the arrest.
 */
public final class Operations {
    private static final Set<String> BRIEFING = WordSets.get("briefing");
    private static final int BRIEFING_REACH = 6;
    private static final int FRAME_REACH = 4;
    private static final Set<String> RAID = WordSets.get("raid");
    private static final Set<String> ASCRIBED = WordSets.get("ascribed-ar");

    private Operations() {}

    /** Joins the operations of a sentence with what was done in them. */
    static void join(List<Draft> drafts) {
        // «عثرت على عبوات ناسفة», "seized rockets and arrested two": weapons that were found.
        drafts.removeIf(weapons -> weapons.plural
                && Patterns.matches(weapons.kind.key(), "shelling|ied|explosion")
                && weapons.counts.isEmpty()
                && drafts.stream().anyMatch(one -> one.kind.family().equals("arrest")));
        // "a joint mission in which forces struck a camp": one act.
        for (var joint : List.copyOf(drafts)) {
            if (joint.kind.key().equals("joint-operation") && joint.tense.isNoun()) {
                drafts.stream()
                        .filter(one -> one.kind.isViolence() && one.told && one.at > joint.at)
                        .filter(one -> one.sentence.clause(one.at) != one.sentence.clause(joint.at))
                        .findFirst()
                        .ifPresent(deed -> {
                            lend(joint, deed);
                            drafts.remove(joint);
                        });
            }
        }
        for (var operation : List.copyOf(drafts)) {
            boolean noun = operation.kind.key().equals("operation") && operation.tense.isNoun();
            if (!(noun || isRaid(operation) || isFrame(operation))
                    || operation.counts.stream().anyMatch(count -> count.harm() == Lexicon.Harm.KILLED)) {
                continue;
            }
            drafts.stream()
                    .filter(one -> Patterns.matches(one.kind.family(), "arrest|release") && one.plainness > 0)
                    .findFirst()
                    .ifPresent(deed -> {
                        lend(operation, deed);
                        drafts.remove(operation);
                    });
        }
    }

    /** "Operation Hadin Kai", "the French Operation Barkhane": what a force is called. */
    static boolean isName(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return trigger.isNoun()
                && Patterns.matches(trigger.kind().key(), "operation|joint-operation")
                && Character.isUpperCase(sentence.word(at).source().codePointAt(0))
                && (isForce(trigger) || trigger.end() - at == 1 && isOfActor(sentence, at) || isOffice(trigger));
    }

    /** "the Joint Force of the army and its allies": a force, and nothing that it does. */
    private static boolean isForce(Trigger trigger) {
        var sentence = trigger.sentence();
        int last = trigger.end() - 1;
        return sentence.isAt(last, "force", "forces")
                && Character.isUpperCase(sentence.word(last).source().codePointAt(0))
                && !sentence.title;
    }

    /** "briefing reporters on the operations of the army": what is spoken of. */
    static boolean isReported(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.tense() != Tense.PLURAL || !Patterns.matches(trigger.kind().key(), "operation|joint-operation")) {
            return false;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - BRIEFING_REACH); i--) {
            if (BRIEFING.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "the Director of Media Operations" */
    private static boolean isOffice(Trigger trigger) {
        return trigger.tense() == Tense.PLURAL
                && trigger.begin() > trigger.sentence().start()
                && !trigger.sentence().title;
    }

    private static boolean isOfActor(Sentence sentence, int at) {
        return sentence.actors.stream().anyMatch(item -> item.begin() <= at && at + 1 < item.end());
    }

    /** "In a night raid, forces arrested three": whoever they are. */
    private static boolean isFrame(Draft draft) {
        var sentence = draft.sentence;
        if (!draft.tense.isNoun()
                || draft.told
                || sentence.title
                || sentence.word(draft.at).readings().stream().noneMatch(reading -> RAID.contains(reading.stem()))) {
            return false;
        }
        for (int i = draft.at - 1; i >= Math.max(sentence.start(), draft.at - FRAME_REACH); i--) {
            if (sentence.isAt(i, "in", "during", "lors", "cours", "خلال")) {
                return true;
            }
        }
        return false;
    }

    /** «داهمت قوة … منزلا واعتقلت», "police raided a house and arrested". */
    private static boolean isRaid(Draft draft) {
        boolean trap = draft.kind.key().equals("ambush")
                && draft.actors.stream()
                        .anyMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isState(one.actor()));
        return trap
                || draft.kind.isViolence()
                        && draft.sentence.word(draft.at).readings().stream()
                                .anyMatch(reading -> RAID.contains(reading.stem()))
                        && draft.actors.stream()
                                .filter(one -> one.role() == Role.PERPETRATOR)
                                .allMatch(one ->
                                        ActorKinds.isState(one.actor()) || ActorKinds.isUnidentified(one.actor()))
                        && draft.counts.stream().noneMatch(count -> count.harm() == Lexicon.Harm.TAKEN);
    }

    /** "surrendered to the troops and were handed over to the ministry", "signed a handover protocol": no base changes hands. */
    public static void dropHandovers(List<Draft> drafts) {
        for (var handover : List.copyOf(drafts)) {
            if (handover.kind.key().equals("handover")) {
                drafts.stream()
                        .filter(one -> one != handover
                                && one.sentence == handover.sentence
                                && (Patterns.matches(one.kind.family(), "surrender|arrest|release")
                                        || one.kind.family().equals("agreement") && handover.tense.isNoun()))
                        .findFirst()
                        .ifPresent(deed -> {
                            deed.date = deed.date == null ? handover.date : deed.date;
                            drafts.remove(handover);
                        });
            }
        }
    }

    /** «في غارة نسبت إلى الجيش»: whose it is said to be, and no accusation beside it. */
    public static void dropAscriptions(List<Draft> drafts) {
        drafts.removeIf(draft -> draft.kind.family().equals("accusation")
                && ASCRIBED.contains(draft.sentence.word(draft.at).text())
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
    }

    /** «سلمت الجمارك الموقوفين إلى فرقة الدرك»: within one country it is a part of their arrest. */
    public static void dropDeliveries(List<Draft> drafts) {
        drafts.removeIf(draft -> draft.kind.key().equals("extradition")
                && draft.actors.stream().noneMatch(one -> ActorKinds.isOrganisation(one.actor()))
                && draft.sentence.mentions.stream()
                        .noneMatch(item -> item.value().place() != null
                                && item.value().place().level() == org.marsad.gazetteer.PlaceLevel.COUNTRY));
    }

    private static void lend(Draft operation, Draft deed) {
        if (deed.date == null) {
            deed.date = operation.date;
        }
        if (deed.places().isEmpty() && deed.where.border() == null) {
            deed.where = operation.where;
        }
        deed.told |= operation.told;
        for (var actor : operation.actors) {
            boolean there = deed.actors.stream()
                    .anyMatch(one -> one.actor().id().equals(actor.actor().id()));
            if (!there) {
                deed.actors.add(actor);
            }
        }
    }
}
