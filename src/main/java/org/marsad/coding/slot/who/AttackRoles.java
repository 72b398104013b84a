package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Markers;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;

/** Who did an act of one side to another and who suffered it: what is sure first, then markers, then word order. */
final class AttackRoles {
    private static final Map<Language, Set<String>> BY = WordSets.byLanguage("by");

    private static final Set<String> OUTLAWS = Set.of("smugglers", "bandits", "pirates");

    private static final int OBJECT_REACH = 3;

    private static final Set<String> QUANTITIES = WordSets.get("quantities-ar");

    /** Words between an Arabic verb and the group of which a number did it, at most. */
    private static final int COUNTED_REACH = 4;

    private final Lexicon lexicon;
    private final WordOrder order;

    AttackRoles(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.order = new WordOrder(lexicon);
    }

    /** The role of an actor beside a word for an act; null where it has none. */
    @Nullable
    Role of(
            Trigger trigger,
            @Nullable Support support,
            Sentence.Item<ActorMention> item,
            List<Casualties.Count> victims) {
        var sentence = trigger.sentence();
        var actor = item.value().actor();
        if (ActorKinds.isCivilian(actor)) {
            // "Herders attacked".
            // «معظمهم من المدنيين قتلوا في انفجار»: the Arabic verb may as well be passive.
            boolean attacks = trigger.kind().isViolence()
                    && !(lexicon.language == Language.AR && WordOrder.isOfEitherVoice(trigger))
                    && !trigger.isNoun()
                    && (trigger.tense() == Tense.PAST && item.end() == trigger.begin() && !trigger.passive()
                            || isFightingBack(trigger, item, victims));
            return attacks ? Role.PERPETRATOR : Role.TARGET;
        }
        if (trigger.kind().family().equals("aid")
                && ActorKinds.isOrganisation(actor)
                && item.begin() > trigger.begin()
                && !sentence.isAt(item.begin() - 1, "to", "a", "au", "الي")) {
            // "delivered eight tonnes of UNICEF's medicines".
            return Role.PERPETRATOR;
        }
        if (Roles.ARRESTS.contains(trigger.kind().key())
                && OUTLAWS.contains(actor.id().value())) {
            return Role.TARGET;
        }
        if (trigger.kind().isViolence() && Markers.isFate(sentence, item.begin())) {
            return Role.TARGET;
        }
        if (actor.sector().equals("JUD") && trigger.kind().family().equals("sentence")
                || Attributes.isDoer(lexicon, trigger, item)) {
            return Role.PERPETRATOR;
        }
        if (Attributes.onlyJudges(lexicon, trigger, item, Roles.AGAINST) || Addressed.is(sentence, item)) {
            return null;
        }
        if (Markers.isMarked(lexicon, sentence, item.begin(), BY)) {
            if (isOfOtherVerb(trigger, item)) {
                return null;
            }
            return Markers.holds(trigger, item) ? Role.TARGET : Role.PERPETRATOR;
        }
        if (trigger.kind().key().equals("fall")) {
            // "the army has lost Nyala", "Konna fell to the jihadists".
            return ActorKinds.isArmedGroup(actor) ? Role.PERPETRATOR : Role.TARGET;
        }
        if (!trigger.kind().plover().equals("ACCUSE") && Blame.isOn(sentence, item)
                || Markers.isUnderFireFrom(trigger, item)) {
            return Role.PERPETRATOR;
        }
        if (!trigger.isNoun()
                && trigger.passive()
                && item.end() <= trigger.begin()
                && Markers.isOwner(sentence, item)) {
            return Role.TARGET;
        }
        if (Blame.isBy(sentence, item)) {
            return null;
        }
        if (isCountedSubject(trigger, item) || isWithin(trigger, item) || isSubjectOfRelative(trigger, item)) {
            return Role.PERPETRATOR;
        }
        if (Crafts.isOwner(sentence, item)) {
            return Role.PERPETRATOR;
        }
        int verb = lexicon.language == Language.AR && !trigger.isNoun() ? trigger.begin() : -1;
        if (Markers.isMarked(lexicon, sentence, item.begin(), verb, Roles.AGAINST)) {
            return Role.TARGET;
        }
        if (item.end() <= trigger.begin() && isOfNoun(trigger)) {
            return null;
        }
        var role = order.role(trigger, support, item);
        if (role == Role.TARGET
                && trigger.kind().mode().equals("abduct")
                && ActorKinds.isArmedGroup(actor)
                && lexicon.language != Language.AR) {
            // "six abducted villagers are freed as troops confront bandits": gunmen are not what is abducted.
            return null;
        }
        boolean authority = ActorKinds.isGovernment(actor) || ActorKinds.isOrganisation(actor);
        boolean apart = sentence.clause(item.begin()) != sentence.clause(trigger.begin());
        boolean aside = trigger.isNoun() || apart;
        if (role == Role.TARGET && apart && trigger.kind().family().equals("arrest") && ActorKinds.isState(actor)) {
            // "the bureau explains that the two men were arrested"
            return null;
        }
        if (role == Role.TARGET && authority && aside && trigger.kind().isViolence()) {
            // "the UN calls for an inquiry into the killings": named beside it, and not hit.
            return null;
        }
        boolean peacekeepers =
                ActorKinds.isOrganisation(actor) && trigger.kind().isViolence();
        return role == Role.PERPETRATOR && peacekeepers ? null : role;
    }

    /** "a camp that American jets bombed on Friday": what the clause hangs on is the object. */
    private boolean isSubjectOfRelative(Trigger trigger, Sentence.Item<ActorMention> item) {
        return lexicon.language == Language.EN
                && !trigger.isNoun()
                && item.end() == trigger.begin()
                && trigger.sentence().isAt(item.begin() - 1, "that", "which", "whom");
    }

    /** «ألقت قوة برخان القبض عليه»: an Arabic verb closes round its subject. */
    private boolean isWithin(Trigger trigger, Sentence.Item<ActorMention> item) {
        return lexicon.language == Language.AR
                && (trigger.kind().isViolence()
                        || Roles.ARRESTS.contains(trigger.kind().key()))
                && !trigger.isNoun()
                && !trigger.passive()
                && item.begin() > trigger.begin()
                && item.end() < trigger.end()
                && !trigger.sentence().word(item.begin()).text().startsWith("ل");
    }

    /** «اقتحم أربعة من مقاتلي الحركة», «هاجم عشرات من المسلحين»: a number of them, right behind the verb. */
    private boolean isCountedSubject(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        if (lexicon.language != Language.AR
                || !trigger.kind().isViolence()
                || trigger.isNoun()
                || trigger.passive()
                || WordOrder.isOfEitherVoice(trigger)
                || item.begin() <= trigger.end()
                || item.begin() - trigger.end() > COUNTED_REACH) {
            return false;
        }
        boolean counted = QUANTITIES.contains(sentence.textAt(trigger.end()))
                || sentence.figures(lexicon.language).stream().anyMatch(figure -> figure.begin() == trigger.end());
        return counted
                && IntStream.range(trigger.end() + 1, item.begin() + 1).anyMatch(i -> sentence.isAt(i, "من"))
                && IntStream.range(trigger.end(), item.begin() + 1)
                        .allMatch(i -> sentence.word(i).before() == Word.Gap.NONE);
    }

    /** "residents, helped by vigilantes, have killed thirty bandits". */
    private boolean isFightingBack(Trigger trigger, Sentence.Item<ActorMention> item, List<Casualties.Count> victims) {
        var sentence = trigger.sentence();
        return lexicon.language != Language.AR
                && item.end() <= trigger.begin()
                && sentence.clause(item.begin()) == sentence.clause(trigger.begin())
                && !sentence.isAt(trigger.begin() - 1, "were", "was", "been", "being", "are", "is", "ete", "sont")
                && victims.stream()
                        .anyMatch(count -> count.side() == Lexicon.Side.FIGHTER
                                && count.at() >= trigger.end()
                                && count.at() - trigger.end() <= OBJECT_REACH);
    }

    /** «تفجير استهدف موكبه»: the noun before the verb is its subject, and no party before that. */
    private boolean isOfNoun(Trigger trigger) {
        return lexicon.language == Language.AR
                && !trigger.isNoun()
                && trigger.begin() > 0
                && trigger.kind().isViolence()
                && lexicon.triggers.at(trigger.sentence().words, trigger.begin() - 1).stream()
                        .anyMatch(hit -> hit.value().tense().isNoun()
                                && hit.value().kind().isViolence());
    }

    /** "the jihadists who occupied it, was sentenced by the court": the court belongs to the verb of its own clause. */
    private boolean isOfOtherVerb(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        int clause = sentence.clause(item.begin());
        if (clause == sentence.clause(trigger.begin())) {
            return false;
        }
        for (int i = trigger.end(); i < item.begin(); i++) {
            if (sentence.clause(i) == clause
                    && lexicon.triggers.at(sentence.words, i).stream()
                            .anyMatch(hit -> !hit.value().tense().isNoun()
                                    && !hit.value()
                                            .kind()
                                            .family()
                                            .equals(trigger.kind().family()))) {
                return true;
            }
        }
        return false;
    }
}
