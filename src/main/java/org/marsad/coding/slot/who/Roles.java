package org.marsad.coding.slot.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Markers;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Bulletins;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Works out who did and who suffered, from prepositions and the counted victims first, then from word order. */
public final class Roles {
    static final Map<Language, Set<String>> AGAINST = WordSets.byLanguage("against");
    private static final Set<String> ADJECTIVAL = WordSets.get("adjectival");
    private static final Pattern DEFENCE = Pattern.compile("(?iu)الدفاع|d[ée]fense|defence");
    static final Set<String> ARRESTS = Set.of("arrest", "confiscation", "extradition", "deportation");
    private static final Set<String> STRIKES = Set.of("airstrike", "drone-strike", "operation");
    private static final int MEMBER_REACH = 4;

    private final Lexicon lexicon;
    private final AttackRoles attacks;
    private final Parties parties;
    private final Announcers announcers;
    private final Crafts crafts;
    private final Agency agency;
    private final Mediators mediators;
    private final ActorRegistry registry;

    public Roles(Lexicon lexicon, ActorRegistry registry) {
        this.registry = registry;
        this.lexicon = lexicon;
        this.attacks = new AttackRoles(lexicon);
        this.announcers = new Announcers(lexicon);
        this.crafts = new Crafts(registry);
        this.agency = new Agency(registry);
        this.mediators = new Mediators(registry);
        this.parties = new Parties(lexicon, registry);
    }

    /**
     * An actor in its role.
     *
     * @param distance words from the trigger, 0 where a preposition or a count makes the role sure: of several triggers
     *     the nearest decides
     */
    public record Cast(EventActor actor, int distance) {}

    /** The actors of a trigger in its sentence, each mention with its role. */
    public List<Cast> of(Trigger trigger, @Nullable Support support, List<Casualties.Count> victims) {
        var sentence = trigger.sentence();
        var cast = new ArrayList<Cast>();
        for (var item : sentence.actors) {
            if (isOutside(trigger, item.begin())
                    || isAdjective(sentence, item)
                    || Ties.isTie(sentence, item)
                    || Attributes.namesNobody(sentence, item)
                    || Ties.isAside(sentence, item)) {
                continue;
            }
            boolean victim = trigger.kind().isViolence() && isVictim(sentence, victims, item, trigger.isNoun());
            var role = victim ? Role.TARGET : role(trigger, support, item, victims);
            if (role != null) {
                int distance = sentence.distance(trigger.begin(), item.begin());
                var actor = role == Role.PERPETRATOR
                        ? forces(trigger, item)
                        : item.value().actor();
                cast.add(new Cast(new EventActor(actor, role), victim || isSure(item) ? 0 : distance));
            }
        }
        if (ARRESTS.contains(trigger.kind().key())
                || STRIKES.contains(trigger.kind().key()) && isOnFighters(trigger, victims)) {
            reporters(trigger, cast);
        }
        if (trigger.kind().isViolence()) {
            crafts.strikers(trigger, cast);
            crafts.states(trigger, cast);
            if (lexicon.language == Language.AR) {
                agency.add(trigger, cast);
                Mourning.turn(trigger, cast);
            }
        }
        Peoples.add(registry, lexicon.language, trigger, cast);
        if (trigger.kind().frame() == EventKind.Frame.MUTUAL) {
            mediators.add(trigger, cast);
        }
        if (!trigger.kind().isViolence() && !trigger.kind().family().equals("protest")) {
            cast.addAll(parties.of(trigger, cast, AGAINST));
        }
        return cast;
    }

    /** Whether fighters are struck: "a jihadist commander was killed in an air raid, the army said". */
    private boolean isOnFighters(Trigger trigger, List<Casualties.Count> victims) {
        var sentence = trigger.sentence();
        if (victims.stream().anyMatch(count -> count.side() == Lexicon.Side.FIGHTER)) {
            return true;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (lexicon.persons.at(sentence.words, i).stream()
                    .anyMatch(hit -> hit.value().side() == Lexicon.Side.FIGHTER)) {
                return true;
            }
        }
        return false;
    }

    /** "Seven men were arrested, police said": whose work it is tells of it. */
    private static void reporters(Trigger trigger, List<Cast> cast) {
        if (cast.stream().anyMatch(one -> one.actor().role() == Role.PERPETRATOR)) {
            return;
        }
        trigger.sentence().actors.stream()
                .filter(item -> item.value().actor().kind().equals("state-forces")
                        && Speakers.saying(trigger.sentence(), item) >= 0
                        && cast.stream()
                                .noneMatch(one -> one.actor()
                                        .actor()
                                        .id()
                                        .equals(item.value().actor().id())))
                .findFirst()
                .ifPresent(item -> cast.add(new Cast(
                        new EventActor(item.value().actor(), Role.PERPETRATOR),
                        trigger.sentence().distance(trigger.begin(), item.begin()))));
    }

    /** A ministry of defence that fights, arrests or strikes is its country's army. */
    private org.marsad.actor.Actor forces(Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        boolean defence = ActorKinds.isGovernment(actor)
                && (trigger.kind().isViolence() || trigger.kind().family().equals("arrest"))
                && DEFENCE.matcher(item.value().text()).find();
        return defence
                ? registry.findOfCountry(String.valueOf(actor.country()), "army")
                        .orElse(actor)
                : actor;
    }

    /** "military cooperation" names no army, nor does «وجودا عسكريا». */
    private static boolean isAdjective(Sentence sentence, Sentence.Item<ActorMention> item) {
        if (sentence.isAt(item.begin(), "عسكريا")
                && item.begin() > 0
                && sentence.word(item.begin() - 1).text().endsWith("ا")
                && !sentence.word(item.begin() - 1).number()
                && sentence.knownFigures().stream().noneMatch(figure -> figure.end() == item.begin())) {
            return true;
        }
        return item.end() < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.NONE
                && ADJECTIVAL.contains(sentence.word(item.end()).text());
    }

    private static boolean isSure(Sentence.Item<ActorMention> item) {
        return ActorKinds.isCivilian(item.value().actor());
    }

    /** "killing 12 soldiers": who is counted among the dead, hurt or taken suffered it. */
    private static boolean isVictim(
            Sentence sentence, List<Casualties.Count> victims, Sentence.Item<ActorMention> item, boolean noun) {
        return victims.stream()
                .filter(count -> count.harm() != Lexicon.Harm.OTHER)
                .anyMatch(count -> {
                    var figure = count.figure();
                    boolean inside = count.at() >= item.begin() && count.at() < item.end();
                    // «84 عنصرا من فاغنر», "12 members of Boko Haram", «مقتل قيادي في بوكو حرام».
                    boolean member = count.side() != Lexicon.Side.CIVILIAN
                            && ActorKinds.isArmedGroup(item.value().actor())
                            && count.at() < item.begin()
                            && item.begin() - count.at() <= MEMBER_REACH
                            && (figure != null || noun)
                            && Ties.isMembership(sentence, item.begin());
                    inside |= member;
                    // «porté à 54 le nombre de militaires morts».
                    boolean near = count.side() == Lexicon.Side.FORCE
                            && figure != null
                            && figure.end() <= item.begin()
                            && item.begin() - figure.end() <= 3
                            && ActorKinds.isState(item.value().actor());
                    boolean beside =
                            near || figure != null && figure.end() >= item.begin() - 1 && figure.end() <= item.begin();
                    return inside || beside;
                });
    }

    private boolean isOutside(Trigger trigger, int word) {
        var sentence = trigger.sentence();
        if (lexicon.language == Language.AR && Bulletins.isOfNext(lexicon, trigger, word)) {
            return true;
        }
        return sentence.island(trigger.begin()) != sentence.island(word)
                && sentence.distance(trigger.begin(), word) > 20;
    }

    private @Nullable Role role(
            Trigger trigger,
            @Nullable Support support,
            Sentence.Item<ActorMention> item,
            List<Casualties.Count> victims) {
        var sentence = trigger.sentence();
        var actor = item.value().actor();
        var leader = Companions.leaderOf(sentence, item);
        if (leader != null) {
            return role(trigger, support, leader, victims);
        }
        if (trigger.kind().frame() == EventKind.Frame.ATTACK) {
            var gunmen = Ties.belongingTo(sentence, item);
            if (gunmen != null) {
                return attacks.of(trigger, support, gunmen, victims);
            }
        }
        if (Ties.isAffiliation(sentence, item.begin())) {
            return null;
        }
        if (Claimants.isOne(lexicon.language, item, trigger)) {
            return Role.CLAIMANT;
        }
        int saying = Speakers.saying(sentence, item);
        if (saying >= 0 && saying < trigger.begin() && isBehind(trigger, item)) {
            // «قال المصدر: هاجم مسلحون»: who stands behind the verb is its party, and says nothing.
            saying = -1;
        }
        if (saying >= 0 && !Speakers.speakOfThemselves(sentence, Math.max(item.end(), saying))) {
            if (announcers.isBereaved(trigger, item, saying)) {
                return Role.TARGET;
            }
            return announcers.isDoer(trigger, item, saying, victims) ? Role.PERPETRATOR : null;
        }
        if (Ties.isKin(sentence, item.begin())) {
            return null;
        }
        if (isOwner(trigger, item)) {
            return Role.PERPETRATOR;
        }
        return switch (trigger.kind().frame()) {
            case MUTUAL -> meets(trigger, item) ? Role.PARTICIPANT : null;
            case MUTUAL_ATTACK -> ActorKinds.isCivilian(actor) ? Role.TARGET : Role.PARTICIPANT;
            case ACT -> act(trigger, item);
            case DOER -> doer(trigger, item);
            case ATTACK -> attacks.of(trigger, support, item, victims);
        };
    }

    /** «عقوبات إكواس», "ECOWAS sanctions", « les sanctions de la Cédéao »: an organisation's are those that it imposes. */
    private static boolean isOwner(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        if (!trigger.isNoun()
                || !trigger.kind().key().equals("sanction")
                || !ActorKinds.isOrganisation(item.value().actor())) {
            return false;
        }
        if (item.end() == trigger.begin()) {
            return true;
        }
        for (int i = trigger.end(); i < item.begin(); i++) {
            if (!sentence.isAt(i, "de", "du", "des", "d", "la", "l", "of", "the")) {
                return false;
            }
        }
        return item.begin() >= trigger.end()
                && sentence.word(item.begin()).readings().stream()
                        .allMatch(reading -> reading.particles().isEmpty());
    }

    /** Armed groups are why forces come or go, unless nobody else is named. */
    private @Nullable Role act(Trigger trigger, Sentence.Item<ActorMention> item) {
        if (trigger.kind().family().equals("release")) {
            return Releases.role(lexicon.language, trigger, item);
        }
        boolean forces = trigger.sentence().actors.stream()
                .anyMatch(one -> !ActorKinds.isArmedGroup(one.value().actor())
                        && !ActorKinds.isCivilian(one.value().actor()));
        boolean aside = ActorKinds.isArmedGroup(item.value().actor()) && forces
                || ActorKinds.isCivilian(item.value().actor());
        return aside && trigger.kind().family().equals("withdrawal") ? null : Role.PARTICIPANT;
    }

    private @Nullable Role doer(Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        if (trigger.kind().family().equals("protest") && ActorKinds.isUnidentified(actor)) {
            // "a march to demand that the militias leave".
            return Markers.isMarked(lexicon, trigger.sentence(), item.begin(), AGAINST) ? Role.TARGET : null;
        }
        if (trigger.kind().family().equals("protest") && !ActorKinds.isProtesters(actor) && !isArmedParty(actor)) {
            // Crowds protest against the authorities, or cheer them; a state that protests accuses.
            boolean itself = !trigger.isNoun() && item.end() <= trigger.begin() && trigger.begin() - item.end() <= 2;
            return itself
                    ? Role.PERPETRATOR
                    : Ties.isAffiliation(trigger.sentence(), item.begin()) ? null : Role.TARGET;
        }
        boolean crowd = trigger.kind().family().equals("protest")
                && ActorKinds.isCivilian(actor)
                && !(lexicon.language == Language.EN
                        && item.begin() > trigger.end()
                        && trigger.sentence().distance(trigger.end(), item.begin()) > 8)
                && !Markers.isMarked(lexicon, trigger.sentence(), item.begin(), AGAINST);
        boolean target = ActorKinds.isCivilian(actor) && !crowd
                || Markers.isMarked(lexicon, trigger.sentence(), item.begin(), AGAINST)
                || ActorKinds.isArmedGroup(actor)
                        && trigger.sentence().actors.stream()
                                .anyMatch(one -> ActorKinds.isState(one.value().actor()));
        return target && !ActorKinds.isProtesters(actor) ? Role.TARGET : Role.PERPETRATOR;
    }

    private static boolean isArmedParty(org.marsad.actor.Actor actor) {
        return ActorKinds.isArmedGroup(actor) || ActorKinds.isCivilian(actor);
    }

    private boolean isBehind(Trigger trigger, Sentence.Item<ActorMention> item) {
        return lexicon.language == Language.AR && !trigger.isNoun() && trigger.end() <= item.begin();
    }

    /** Armed groups are what states meet about, unless they sign or talk themselves. */
    private static boolean meets(Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        if (ActorKinds.isCivilian(actor)
                || ActorKinds.isUnidentified(actor)
                || trigger.sentence().isAt(item.begin() - 1, "their", "its", "leurs", "ses")) {
            return false;
        }
        boolean signs = trigger.kind().family().equals("agreement")
                || Patterns.matches(trigger.kind().key(), "talks|mediation|meeting");
        return !ActorKinds.isArmedGroup(actor)
                || signs && trigger.sentence().distance(trigger.begin(), item.begin()) <= 8;
    }
}
