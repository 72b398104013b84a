package org.marsad.coding.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.actor.Actor;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.who.Parties;
import org.marsad.text.Patterns;

/** Tells the kind of an event by who does it and to what, where its words alone name another. */
final class Retyper {
    private static final Set<String> WEAPONS = WordSets.get("xweapons");
    private static final Set<String> GOODS = WordSets.get("xgoods");
    private static final Set<String> BUILDING = WordSets.get("building");
    private static final Set<String> SITE = WordSets.get("xsite");

    private static final Set<String> FLYING = WordSets.get("flying");
    private static final Set<String> AIRBORNE = WordSets.get("airborne");

    /** Before a capital: there it is no government. */
    private static final Set<String> AT = Set.of("في", "علي", "in", "at", "a");

    private final Map<String, EventKind> kinds = EventKind.table();

    /** «استعاد آخر الرهائن … حريتهم», "regained their freedom": no town is taken. */
    private static boolean isFreedom(Draft draft) {
        return Patterns.matches(
                        draft.sentence.word(draft.at).text(),
                        "[وف]?(ي|ت)?(ا)?ستعا?(اد|د|ادت|ادوا|يد|يدون)|regain(s|ed)?")
                && draft.sentence.words.stream()
                        .anyMatch(word -> Patterns.matches(word.text(), "حريت(هم|ها|ه|هن)|freedom|liberty"));
    }

    /** What is done is also told by who does it: a crowd's violence is a riot, an armed group takes hostages. */
    void retype(Draft draft) {
        crowds(draft);
        var doers = draft.actors.stream()
                .filter(one -> one.role() == Role.PERPETRATOR)
                .map(EventActor::actor)
                .toList();
        violence(draft, doers);
        territory(draft, doers);
        captives(draft, doers);
        statecraft(draft, doers);
    }

    /** What a crowd does, and what only a state can. */
    private void crowds(Draft draft) {
        boolean crowd = draft.actors.stream()
                .anyMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isProtesters(one.actor()));
        if (draft.kind.isViolence() && crowd) {
            draft.kind = kinds.get("riot");
        }
        if (draft.kind.key().equals("protest") && !draft.tense.isNoun() && isOfState(draft)) {
            // «احتجت نواكشوط»: a state that protests accuses.
            draft.kind = kinds.get("summons");
            draft.actors.replaceAll(
                    one -> ActorKinds.isArmedGroup(one.actor()) ? new EventActor(one.actor(), Role.TARGET) : one);
        }
        if (draft.kind.key().equals("protest") && draft.civilians) {
            draft.actors.removeIf(one -> one.role() == Role.PERPETRATOR && ActorKinds.isState(one.actor()));
        }
    }

    /** What is violence, and what only sounds like it or unlike it. */
    private void violence(Draft draft, List<Actor> doers) {
        if (draft.kind.key().equals("confiscation")
                && !doers.isEmpty()
                && doers.stream().allMatch(Retyper::isRaider)
                && draft.sentence.actors.stream()
                        .noneMatch(item -> ActorKinds.isState(item.value().actor()))) {
            // "JNIM fighters intercepted a convoy".
            draft.kind = kinds.get("attack");
        }
        if (draft.kind.key().equals("airstrike") && isOnGround(draft, doers)) {
            // "an Al-Shabaab strike on a checkpoint".
            draft.kind = kinds.get("attack");
        }
        if (draft.kind.key().equals("arrest")
                && !doers.isEmpty()
                && doers.stream().allMatch(ActorKinds::isArmedGroup)
                && doers.stream().noneMatch(ActorKinds::isAuthority)
                && draft.sentence.actors.stream()
                        .noneMatch(item -> ActorKinds.isState(item.value().actor()))
                && doers.stream().noneMatch(ActorKinds::isUnidentified)) {
            draft.kind = kinds.get("abduction");
        }
        if (Patterns.matches(draft.kind.key(), "operation|attack") && Repelled.is(draft)) {
            // "the army repelled an attack by JNIM": JNIM attacked.
            draft.kind = kinds.get("attack");
            draft.actors.replaceAll(Repelled::turn);
        }
        if (draft.kind.key().equals("coup")
                && !doers.isEmpty()
                && doers.stream().allMatch(actor -> actor.sector().equals("COP"))
                && draft.actors.stream()
                        .noneMatch(one -> one.role() == Role.TARGET && ActorKinds.isState(one.actor()))) {
            // «تمكن حرس الحدود من الإطاحة بمهربين»: police bring down no government.
            draft.kind = kinds.get("arrest");
        }
        if (draft.kind.key().equals("seizure-of-territory") && isFreedom(draft)) {
            draft.kind = kinds.get("release");
            draft.people = true;
            draft.actors.replaceAll(
                    one -> ActorKinds.isArmedGroup(one.actor()) ? new EventActor(one.actor(), Role.PERPETRATOR) : one);
        }
        if (draft.kind.key().equals("deportation")
                && draft.actors.stream()
                        .anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isArmedGroup(one.actor()))) {
            // "fighters were pushed back at Tougouri": those who are turned back in arms fought.
            draft.kind = kinds.get("clash");
        }
        if (draft.kind.key().equals("leaving") && isBound(draft)) {
            // "Units left Benghazi for Sebha".
            draft.kind = kinds.get("deployment");
        }
        if (draft.kind.key().equals("expulsion")
                && draft.actors.stream().anyMatch(one -> ActorKinds.isArmedGroup(one.actor()))) {
            // «طرد التنظيم من سرت»: a town changes hands.
            draft.kind = kinds.get("seizure-of-territory");
            draft.actors.replaceAll(
                    one -> ActorKinds.isArmedGroup(one.actor()) ? new EventActor(one.actor(), Role.TARGET) : one);
        }
    }

    /** What is taken: a town, goods, people. */
    private void territory(Draft draft, List<Actor> doers) {
        boolean hotel = draft.sentence.words.stream().anyMatch(Retyper::isBuilding);
        if (draft.kind.key().equals("blockade") && hotel) {
            draft.kind = kinds.get("attack");
        }
        if (draft.kind.key().equals("seizure-of-territory")
                && draft.sentence.words.stream().anyMatch(Retyper::isLoot)
                && draft.sentence.words.stream().noneMatch(Retyper::isSite)) {
            draft.kind = kinds.get("confiscation");
        }
        if (draft.kind.key().equals("confiscation")
                && draft.sentence.words.stream()
                        .anyMatch(word -> word.is("drone", "drones", "missile", "missiles", "rocket", "rockets"))
                && draft.sentence.word(draft.at).text().startsWith("intercept")) {
            draft.kind = kinds.get("attack");
        }
        boolean ofPeople = draft.tense.isNoun()
                && draft.sentence.isAt(draft.at + 1, "of")
                && !draft.sentence.isAt(draft.at, "occupation");
        if (draft.kind.key().equals("seizure-of-territory")
                && (draft.people && !draft.into || isAlive(draft))
                && (draft.isPassive && !isOfPlace(draft) || ofPeople)) {
            draft.kind = kinds.get("taking");
        }
        if (draft.kind.key().equals("seizure-of-territory")
                && !draft.into
                && draft.sentence.word(draft.at).text().startsWith("captur")
                && !draft.sentence.word(draft.at).text().equals("capture")
                && !doers.isEmpty()
                && doers.stream().allMatch(ActorKinds::isState)) {
            // "killed three of the attackers and captured another alive".
            draft.kind = kinds.get("arrest");
        }
        if (draft.kind.key().equals("arrest")
                && Patterns.matches(draft.sentence.word(draft.at).text(), "jail(s|ed)")
                && draft.sentence.words.stream().anyMatch(word -> word.is("court", "judge", "tribunal", "judges"))) {
            draft.kind = kinds.get("sentence");
        }
    }

    /** Whom forces take they arrest. */
    private void captives(Draft draft, List<Actor> doers) {
        boolean forces =
                draft.sentence.actors.stream().map(item -> item.value().actor()).anyMatch(ActorKinds::isForce);
        boolean group = draft.sentence.actors.stream()
                .anyMatch(item -> ActorKinds.isArmedGroup(item.value().actor()));
        boolean dead = draft.counts.stream().anyMatch(count -> count.harm() == Lexicon.Harm.KILLED);
        boolean hostage = draft.sentence.words.stream()
                .anyMatch(word -> word.is("hostage", "hostages", "otage", "otages", "ransom", "rancon"));
        if (draft.kind.key().equals("taking")
                && !hostage
                && dead
                && !doers.isEmpty()
                && doers.stream().allMatch(ActorKinds::isState)) {
            // "troops killed 26 insurgents and captured two".
            draft.kind = kinds.get("operation");
        }
        if (draft.kind.key().equals("taking") && isAlive(draft)) {
            // "a rebel commander was captured alive".
            draft.kind = kinds.get("arrest");
            draft.actors.replaceAll(
                    one -> ActorKinds.isArmedGroup(one.actor()) ? new EventActor(one.actor(), Role.TARGET) : one);
        }
        if (draft.kind.key().equals("taking")
                && !hostage
                && !dead
                && (forces && !group
                        || doers.isEmpty() && isOfFighters(draft)
                        || !doers.isEmpty() && doers.stream().allMatch(ActorKinds::isState))) {
            draft.kind = kinds.get("arrest");
        }
    }

    /** « quatre combattants ont été capturés »: nobody abducts those who bear arms. */
    private static boolean isOfFighters(Draft draft) {
        var taken = draft.actors.stream()
                .filter(one -> one.role() == Role.TARGET)
                .map(EventActor::actor)
                .toList();
        return !taken.isEmpty() && taken.stream().allMatch(ActorKinds::isArmedGroup);
    }

    private static boolean isAlive(Draft draft) {
        for (int i = draft.at + 1; i < Math.min(draft.sentence.size(), draft.at + 3); i++) {
            if (draft.sentence.isAt(i, "alive", "vivant", "vivants", "vivante", "حيا")) {
                return true;
            }
        }
        return false;
    }

    /** What states and blocs do to each other. */
    private void statecraft(Draft draft, List<Actor> doers) {
        if (BlocExits.is(draft)) {
            draft.kind = kinds.get("exit");
            BlocExits.settle(draft);
        }
        if (Patterns.matches(draft.kind.key(), "sanction|ban")
                && !doers.isEmpty()
                && doers.stream().allMatch(ActorKinds::isArmedGroup)) {
            draft.kind = kinds.get("blockade");
        }
        boolean against =
                draft.actors.stream().anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isState(one.actor()));
        if (draft.kind.key().equals("border-closure")
                && (against || doers.stream().anyMatch(ActorKinds::isOrganisation))) {
            draft.kind = kinds.get("sanction");
        }
    }

    /** "Zamzam camp, home to a million people, was seized": the sentence begins with what was. */
    private static boolean isOfPlace(Draft draft) {
        var sentence = draft.sentence;
        return sentence.mentions.stream()
                .anyMatch(item -> item.begin() <= sentence.start() + 1
                        && item.end() <= draft.at
                        && item.value().kind() == org.marsad.geocode.MentionKind.LITERAL
                        && (isSiteAt(sentence, item.end())
                                || isSiteAt(sentence, item.begin() - 1)
                                || sentence.isAt(item.end(), "was")
                                || item.end() < sentence.size()
                                        && sentence.word(item.end()).before() == Word.Gap.COMMA));
    }

    private static boolean isSiteAt(Sentence sentence, int at) {
        return at >= 0 && at < sentence.size() && isSite(sentence.word(at));
    }

    /** Whether a bare "strike" is that of a group that nobody says to have flown. */
    private static boolean isOnGround(Draft draft, java.util.List<org.marsad.actor.Actor> doers) {
        return !doers.isEmpty()
                && draft.sentence.words.stream().anyMatch(word -> word.is("strike", "strikes", "frappe", "frappes"))
                && doers.stream()
                        .allMatch(actor -> ActorKinds.isArmedGroup(actor)
                                && !ActorKinds.isAuthority(actor)
                                && !FLYING.contains(actor.id().value()))
                && draft.sentence.words.stream().noneMatch(word -> AIRBORNE.contains(word.text()));
    }

    /** Whether the subject of its verb is a capital or a state that stands for its government. */
    private static boolean isOfState(Draft draft) {
        return draft.sentence.mentions.stream()
                .anyMatch(item -> (item.value().kind() == org.marsad.geocode.MentionKind.METONYM
                                || Parties.isCapital(item.value().place())
                                        && item.value().span().begin()
                                                == draft.sentence
                                                        .word(item.begin())
                                                        .span()
                                                        .begin())
                        && !draft.sentence.isOf(item.begin() - 1, AT)
                        && (item.end() == draft.at
                                || draft.sentence.word(draft.at).source().codePointAt(0) > 0x5FF
                                        && item.begin() > draft.at
                                        && item.begin() - draft.at <= 3));
    }

    private static boolean isRaider(org.marsad.actor.Actor actor) {
        return actor.kind().equals("rebel")
                || ActorKinds.isUnidentified(actor)
                || Patterns.matches(actor.id().value(), "bandits|pirates");
    }

    /** Whether forces leave one place for another. */
    private static boolean isBound(Draft draft) {
        var sentence = draft.sentence;
        boolean forces = draft.actors.stream()
                .anyMatch(one -> !ActorKinds.isGovernment(one.actor())
                        && !ActorKinds.isCivilian(one.actor())
                        && !ActorKinds.isUnidentified(one.actor()));
        return forces
                && sentence.mentions.stream()
                        .anyMatch(item -> item.begin() > draft.at + 1
                                && item.begin() - draft.at <= 12
                                && sentence.isAt(item.begin() - 1, "for", "pour", "vers", "towards"));
    }

    private static boolean isBuilding(Word word) {
        return word.readings().stream().anyMatch(reading -> BUILDING.contains(reading.stem()));
    }

    private static boolean isLoot(Word word) {
        return word.readings().stream()
                .anyMatch(reading -> WEAPONS.contains(reading.stem()) || GOODS.contains(reading.stem()));
    }

    static boolean isSite(Word word) {
        return word.readings().stream().anyMatch(reading -> SITE.contains(reading.stem()));
    }
}
