package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/** Whose jets and drones strike: "a US air strike", «غارة أمريكية», «بطائرة مسيرة للجيش». */
final class Crafts {
    private static final Set<String> CRAFT = WordSets.get("craft");
    private static final Set<String> STRIKES = Set.of("airstrike", "drone-strike", "shelling", "operation");

    private final ActorRegistry registry;

    Crafts(ActorRegistry registry) {
        this.registry = registry;
    }

    /** « une frappe française », "a US air strike", «غارة أمريكية», "Nigerian jets bombed": the adjective says whose. */
    void strikers(Trigger trigger, List<Roles.Cast> cast) {
        var sentence = trigger.sentence();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (item.value().kind() != MentionKind.DEMONYM || place == null || place.country() == null) {
                continue;
            }
            boolean strike = (STRIKES.contains(trigger.kind().key()) || isArabicAttack(trigger) || isAttackOn(trigger))
                    && trigger.isNoun()
                    && (item.end() == trigger.begin()
                            || isBesideAnother(trigger, item)
                            || item.begin() >= trigger.end() && item.begin() - trigger.end() <= 1);
            boolean craft = isCraft(sentence, item.end()) || isCraft(sentence, item.begin() - 1);
            boolean there =
                    sentence.actors.stream().anyMatch(one -> one.begin() < item.end() && item.begin() < one.end());
            if ((strike || craft && sentence.distance(trigger.begin(), item.begin()) <= 8) && !there) {
                registry.findOfCountry(place.country(), "army")
                        .ifPresent(actor -> cast.add(new Roles.Cast(new EventActor(actor, Role.PERPETRATOR), 0)));
            }
        }
    }

    /** "US attacks on Hodeidah": what follows says that the adjective is no place. */
    private static boolean isAttackOn(Trigger trigger) {
        return trigger.kind().isViolence()
                && trigger.sentence().isAt(trigger.begin(), "attack", "attacks", "assault", "assaults", "raid", "raids")
                && trigger.sentence().isAt(trigger.end(), "on", "against");
    }

    /** "US and British strikes": the first of two. */
    private static boolean isBesideAnother(Trigger trigger, Sentence.Item<Mention> item) {
        return trigger.sentence().isAt(item.end(), "and")
                && trigger.sentence().mentions.stream()
                        .anyMatch(other -> other.begin() == item.end() + 1
                                && other.end() == trigger.begin()
                                && other.value().kind() == MentionKind.DEMONYM);
    }

    /** «هجوم أمريكي إسرائيلي»: the adjectives behind the noun say whose it is. */
    private static boolean isArabicAttack(Trigger trigger) {
        return trigger.tense() == Tense.SINGULAR
                && trigger.kind().isViolence()
                && trigger.sentence()
                        .isAt(trigger.begin(), "هجوم", "هجوما", "الهجوم", "ضربه", "الضربه", "توغل", "اعتداء");
    }

    /** "Algeria shoots down a drone", «أسقطت الجزائر مسيرة»: a state by its bare name that fights is its army. */
    void states(Trigger trigger, List<Roles.Cast> cast) {
        if (trigger.isNoun() || trigger.passive()) {
            return;
        }
        var sentence = trigger.sentence();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            boolean named = place != null
                    && place.country() != null
                    && (item.value().kind() == MentionKind.METONYM
                            || item.value().kind() == MentionKind.LITERAL && place.level() == PlaceLevel.COUNTRY);
            boolean before = item.end() == trigger.begin()
                    && (item.begin() == sentence.start()
                            || item.begin() == sentence.start() + 1
                                    && sentence.isAt(sentence.start(), "l", "le", "la"));
            boolean after = item.begin() == trigger.begin() + 1
                    && Character.UnicodeBlock.of(
                                    sentence.word(item.begin()).source().codePointAt(0))
                            == Character.UnicodeBlock.ARABIC
                    && item.value().span().begin()
                            == sentence.word(item.begin()).span().begin();
            if (named && (before || after)) {
                registry.findOfCountry(String.valueOf(place.country()), "army")
                        .ifPresent(actor -> cast.add(new Roles.Cast(new EventActor(actor, Role.PERPETRATOR), 0)));
            }
        }
    }

    private static boolean isCraft(Sentence sentence, int at) {
        return at >= 0
                && at < sentence.size()
                && sentence.word(at).readings().stream().anyMatch(reading -> CRAFT.contains(reading.stem()));
    }

    /** «بطائرة مسيرة للجيش», « un drone de l'armée », "a drone of the army": whose craft it is. */
    static boolean isOwner(Sentence sentence, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        boolean armed = ActorKinds.isState(actor)
                || ActorKinds.isArmedGroup(actor)
                || actor.kind().equals("external-forces");
        if (!armed) {
            return false;
        }
        int at = item.begin();
        boolean joined = sentence.word(at).readings().stream()
                .anyMatch(reading -> reading.particles().endsWith("ل"));
        boolean belonging = sentence.isAt(at - 1, "تابعه", "تابع", "التابعه", "تابعتان", "تابعتين");
        boolean of = belonging || sentence.isAt(at - 1, "of", "de", "du", "l", "the");
        for (int i = at - 1; i >= Math.max(0, at - (joined && !belonging ? 1 : 3)); i--) {
            if (isCraft(sentence, i)) {
                return joined || of;
            }
        }
        return false;
    }
}
