package org.marsad.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Language;

/** Works out who did and who suffered from word order, voice and prepositions. */
final class Roles {
    private static final Map<Language, Set<String>> BY = WordSets.byLanguage("by");
    private static final Map<Language, Set<String>> AGAINST = WordSets.byLanguage("against");
    private static final Set<String> CLAIM = WordSets.get("claim");
    private static final Set<String> AFFILIATED = WordSets.get("affiliated");
    private static final Set<String> OF_ITSELF = WordSets.get("of-itself");

    private final Lexicon lexicon;
    private final ActorRegistry registry;

    Roles(Lexicon lexicon, ActorRegistry registry) {
        this.lexicon = lexicon;
        this.registry = registry;
    }

    /** The actors of a trigger in its sentence, each with its role. */
    List<EventActor> of(Trigger trigger, @Nullable Support support, List<Trigger> triggers) {
        var sentence = trigger.sentence();
        var roles = new ArrayList<EventActor>();
        for (var item : sentence.actors) {
            if (isOutside(trigger, item.begin())) {
                continue;
            }
            var role = role(trigger, support, item, triggers);
            if (role != null) {
                add(roles, item.value().actor(), role);
            }
        }
        if (!trigger.kind().isViolence()) {
            countries(trigger, roles);
        }
        return roles;
    }

    private static void add(List<EventActor> roles, Actor actor, Role role) {
        var one = new EventActor(actor, role);
        if (!roles.contains(one)) {
            roles.add(one);
        }
    }

    private static boolean isOutside(Trigger trigger, int word) {
        var sentence = trigger.sentence();
        return sentence.island(trigger.begin()) != sentence.island(word)
                && sentence.distance(trigger.begin(), word) > 20;
    }

    private @Nullable Role role(
            Trigger trigger, @Nullable Support support, Sentence.Item<ActorMention> item, List<Trigger> triggers) {
        var sentence = trigger.sentence();
        var actor = item.value().actor();
        var frame = trigger.kind().frame();
        if (isClaimant(sentence, item, trigger)) {
            return isAffiliation(sentence, item.begin()) ? null : Role.CLAIMANT;
        }
        if (isSpeaker(sentence, item) || isAffiliation(sentence, item.begin())) {
            return null;
        }
        if (frame == EventKind.Frame.MUTUAL) {
            return isParty(trigger, item) ? Role.PARTICIPANT : null;
        }
        if (frame == EventKind.Frame.MUTUAL_ATTACK) {
            return isCivilian(actor) ? Role.TARGET : Role.PARTICIPANT;
        }
        if (frame == EventKind.Frame.ACT) {
            return isCivilian(actor) && trigger.kind().family().equals("release") ? Role.TARGET : Role.PARTICIPANT;
        }
        if (isCivilian(actor)) {
            return Role.TARGET;
        }
        if (marked(sentence, item.begin(), BY)) {
            return Role.PERPETRATOR;
        }
        if (marked(sentence, item.begin(), AGAINST)) {
            return Role.TARGET;
        }
        var role = byOrder(trigger, support, item);
        return role == Role.PERPETRATOR
                        && isOrganisation(actor)
                        && trigger.kind().isViolence()
                ? null
                : role;
    }

    /** "a group affiliated with Al-Qaeda": named, but no party. */
    private static boolean isAffiliation(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            for (var reading : sentence.word(i).readings()) {
                if (AFFILIATED.contains(reading.stem())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Role byOrder(Trigger trigger, @Nullable Support support, Sentence.Item<ActorMention> item) {
        boolean before = item.end() <= trigger.begin();
        var actor = item.value().actor();
        if (lexicon.language == Language.AR) {
            return arabicOrder(trigger, support, item, before);
        }
        if (!trigger.isNoun()) {
            return trigger.passive() == before ? Role.TARGET : Role.PERPETRATOR;
        }
        if (support != null && before && support.at() > item.begin() && support.at() < trigger.begin()) {
            return support.voice() == Lexicon.Voice.PASSIVE ? Role.TARGET : Role.PERPETRATOR;
        }
        if (before && item.end() == trigger.begin()) {
            return Role.PERPETRATOR;
        }
        return isArmedGroup(actor) ? Role.PERPETRATOR : Role.TARGET;
    }

    private Role arabicOrder(
            Trigger trigger, @Nullable Support support, Sentence.Item<ActorMention> item, boolean before) {
        var sentence = trigger.sentence();
        var actor = item.value().actor();
        if (trigger.isNoun()) {
            if (support != null
                    && support.voice() == Lexicon.Voice.PASSIVE
                    && item.begin() > support.at()
                    && item.begin() < trigger.begin()) {
                return Role.TARGET;
            }
            if (support != null && support.voice() == Lexicon.Voice.ACTIVE && item.begin() == support.at() + 1) {
                return Role.PERPETRATOR;
            }
            if (trigger.kind().key().equals("killing")
                    || trigger.kind().key().equals("assassination")
                    || trigger.kind().key().equals("abduction")) {
                return item.begin() >= trigger.end() && item.begin() - trigger.end() < 3 || !isArmedGroup(actor)
                        ? Role.TARGET
                        : Role.PERPETRATOR;
            }
            return isArmedGroup(actor) ? Role.PERPETRATOR : Role.TARGET;
        }
        var first = sentence.actors.stream()
                .filter(other ->
                        other.begin() >= trigger.end() && sentence.distance(trigger.begin(), other.begin()) <= 8)
                .findFirst();
        boolean leads = first.isPresent() && first.get() == item;
        if (trigger.kind().key().equals("killing")
                && leads
                && !isArmedGroup(actor)
                && !hasVictimsAfter(sentence, item.end())) {
            return Role.TARGET;
        }
        if (leads) {
            boolean earlier = sentence.actors.stream()
                    .anyMatch(other -> other.end() <= trigger.begin()
                            && sentence.clause(other.begin()) == sentence.clause(trigger.begin())
                            && !isSpeaker(sentence, other));
            return earlier && !isArmedGroup(actor) ? Role.TARGET : Role.PERPETRATOR;
        }
        if (before) {
            return Role.PERPETRATOR;
        }
        return isArmedGroup(actor)
                        && first.isPresent()
                        && isArmedGroup(first.get().value().actor())
                ? Role.PERPETRATOR
                : Role.TARGET;
    }

    private boolean hasVictimsAfter(Sentence sentence, int at) {
        for (int i = at; i < Math.min(sentence.size(), at + 6); i++) {
            if (sentence.word(i).number()
                    || !lexicon.persons.at(sentence.words, i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean marked(Sentence sentence, int at, Map<Language, Set<String>> markers) {
        var words = markers.getOrDefault(lexicon.language, Set.of());
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (sentence.word(i + 1).before() == Word.Gap.STRONG) {
                return false;
            }
            for (var reading : sentence.word(i).readings()) {
                if (words.contains(reading.stem())
                        || words.contains(sentence.word(i).text())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Who says it is not thereby who did it, unless it speaks of itself: "the army said it killed". */
    private static boolean isSpeaker(Sentence sentence, Sentence.Item<ActorMention> item) {
        for (int saying : sentence.sayings) {
            boolean after = saying >= item.end();
            int distance = after ? saying - item.end() : item.begin() - saying - 1;
            if (distance < 0
                    || distance > (after ? 4 : 4)
                    || sentence.clause(saying) != sentence.clause(item.begin())) {
                continue;
            }
            for (int i = Math.max(item.end(), saying);
                    i < Math.min(sentence.size(), Math.max(item.end(), saying) + 6);
                    i++) {
                if (OF_ITSELF.contains(sentence.word(i).text())) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private static boolean isClaimant(Sentence sentence, Sentence.Item<ActorMention> item, Trigger trigger) {
        if (!trigger.kind().isViolence()
                || isState(item.value().actor())
                || isCivilian(item.value().actor())) {
            return false;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (CLAIM.contains(sentence.word(i).text())
                    || sentence.word(i).readings().stream()
                            .anyMatch(reading -> CLAIM.contains(reading.stem()) && !reading.definite())) {
                return sentence.distance(i, item.begin()) <= 12;
            }
        }
        return false;
    }

    /** Countries, and capitals for them, that meet, sign, decide or are dealt with: «أطلقت مالي والسنغال». */
    private void countries(Trigger trigger, List<EventActor> roles) {
        var sentence = trigger.sentence();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place == null || place.country() == null || isOutside(trigger, item.begin())) {
                continue;
            }
            boolean metonym = item.value().kind() == MentionKind.METONYM;
            boolean state = place.level() == PlaceLevel.COUNTRY && item.value().kind() == MentionKind.LITERAL;
            boolean against = state && marked(sentence, item.begin(), AGAINST);
            boolean party = metonym || state && isParty(sentence, item.begin()) || against;
            if (party && sentence.distance(trigger.begin(), item.begin()) < 30) {
                var role = trigger.kind().frame() != EventKind.Frame.ATTACK
                        ? Role.PARTICIPANT
                        : against
                                        || item.begin() > trigger.end() && lexicon.language != Language.AR
                                        || follows(trigger, item.begin(), roles)
                                ? Role.TARGET
                                : Role.PERPETRATOR;
                registry.findOfCountry(String.valueOf(place.country()), "government")
                        .ifPresent(actor -> addParty(roles, actor, role));
            }
        }
    }

    /** In Arabic the first party after the verb acts, the next suffers. */
    private static boolean follows(Trigger trigger, int at, List<EventActor> roles) {
        return at > trigger.end() && roles.stream().anyMatch(one -> one.role() == Role.PERPETRATOR);
    }

    private static void addParty(List<EventActor> roles, Actor actor, Role role) {
        boolean there = roles.stream()
                .anyMatch(other ->
                        String.valueOf(actor.country()).equals(other.actor().country()));
        if (!there) {
            add(roles, actor, role);
        }
    }

    /** Armed groups are what states meet about, unless they sign or talk themselves. */
    private static boolean isParty(Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        if (isCivilian(actor) || actor.id().value().startsWith("unidentified")) {
            return false;
        }
        boolean signs = trigger.kind().family().equals("agreement")
                || trigger.kind().key().matches("talks|mediation|meeting");
        return !isArmedGroup(actor) || signs && trigger.sentence().distance(trigger.begin(), item.begin()) <= 8;
    }

    /** Whether a country's name stands as a party and not as a place: between, with, or as the subject of a verb. */
    private static boolean isParty(Sentence sentence, int at) {
        var word = sentence.word(at);
        if (word.readings().stream().anyMatch(reading -> reading.particles().endsWith("ب"))) {
            return false;
        }
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.word(i)
                    .is(
                            "in", "at", "en", "au", "aux", "dans", "في", "near", "from", "من", "de", "du", "of", "the",
                            "border", "to", "الي", "across")) {
                return sentence.isAt(i - 1, "between", "entre")
                        || sentence.word(i).is("the") && !sentence.isAt(i - 1, "in", "of", "from", "to");
            }
        }
        return true;
    }

    /** An organisation of states; its peacekeepers suffer attacks and do not make them. */
    static boolean isOrganisation(Actor actor) {
        return actor.sector().equals("IGO") || actor.kind().startsWith("international");
    }

    static boolean isCivilian(Actor actor) {
        return actor.inter() == 7
                || actor.kind().equals("civilians")
                || actor.sector().equals("CVL");
    }

    static boolean isState(Actor actor) {
        return actor.inter() == 1;
    }

    static boolean isArmedGroup(Actor actor) {
        return actor.inter() == 2 || actor.inter() == 3 || actor.inter() == 4;
    }
}
