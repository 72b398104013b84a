package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Markers;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/**
 * Who announces what it did itself: «أعلن الجيش، الخميس، توقيف سبعة», « l'armée a annoncé l'arrestation de sept hommes »,
 * "the navy announced the seizure of a boat", «قال الجيش إن وحداته تصدت». Others only tell of it.
 */
final class Announcers {
    /** What an authority or a force announces as its own deed, whoever suffers it. */
    private static final Set<String> OWN_DEEDS = Set.of(
            "arrest",
            "confiscation",
            "operation",
            "airstrike",
            "drone-strike",
            "extradition",
            "deportation",
            "curfew",
            "border-closure",
            "ban",
            "sanction",
            "severance",
            "expulsion",
            "exit",
            "postponement",
            "shutdown",
            "seizure-of-territory",
            "mobilisation",
            "deployment",
            "lifting",
            "pardon");

    private static final Map<Language, Set<String>> BY = WordSets.byLanguage("by");
    private static final Set<String> TROOPS = WordSets.get("own-troops");
    private static final Set<String> THAT = WordSets.get("that");
    private static final Set<String> RELATED = WordSets.get("announced-of");
    /** Words between the announcement and the deed, without those of dates, at most. */
    private static final int REACH = 8;

    private static final int NEXT = 5;

    private final Lexicon lexicon;

    Announcers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Whether a speaker did what it tells.
     *
     * @param saying index of its word of reporting
     */
    boolean isDoer(Trigger trigger, Sentence.Item<ActorMention> speaker, int saying, List<Casualties.Count> victims) {
        if (!trigger.isNoun() || !isObject(trigger, speaker, saying)) {
            return false;
        }
        var sentence = trigger.sentence();
        boolean others = sentence.actors.stream()
                .anyMatch(one -> one.begin() >= trigger.end() && Markers.isMarked(lexicon, sentence, one.begin(), BY));
        if (others) {
            return false;
        }
        var actor = speaker.value().actor();
        if (OWN_DEEDS.contains(trigger.kind().key())) {
            return !ActorKinds.isCivilian(actor);
        }
        return trigger.kind().isViolence() && isOnOtherSide(trigger, speaker, victims);
    }

    /** "announced the death of three of its soldiers", «مقتل 3 من عناصرها»: the speaker's own people suffered it. */
    boolean isBereaved(Trigger trigger, Sentence.Item<ActorMention> speaker, int saying) {
        var sentence = trigger.sentence();
        var actor = speaker.value().actor();
        if (!trigger.isNoun()
                || !trigger.kind().isViolence()
                || trigger.begin() < saying
                || ActorKinds.isCivilian(actor)
                || ActorKinds.isGovernment(actor)) {
            return false;
        }
        for (int i = trigger.end(); i < Math.min(sentence.size(), trigger.end() + NEXT + 1); i++) {
            boolean own = lexicon.language == Language.AR
                    ? Patterns.matches(sentence.word(i).text(), "(عناصر|جنود|مقاتلي?|افراد|رجال|ضباط|عسكريي?)(ه|ها|هم)")
                    : sentence.isAt(i, "its", "their", "ses", "leurs")
                            && !lexicon.persons.at(sentence.words, i + 1).isEmpty();
            if (own) {
                return true;
            }
        }
        return false;
    }

    /** «قال إن قواته», « que ses soldats », "that its troops": it goes on to tell of itself. */
    static boolean speaksOfItsForces(Sentence sentence, int from) {
        for (int i = from; i < Math.min(sentence.size() - 1, from + 6); i++) {
            if (THAT.contains(sentence.word(i).text())
                    && (TROOPS.contains(sentence.word(i + 1).text())
                            || i + 2 < sentence.size()
                                    && TROOPS.contains(sentence.word(i + 1).text() + " "
                                            + sentence.word(i + 2).text()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the deed is what is announced: nothing but a date, a place or an adjective between. */
    private boolean isObject(Trigger trigger, Sentence.Item<ActorMention> speaker, int saying) {
        var sentence = trigger.sentence();
        int from = Math.max(saying + 1, speaker.end());
        if (trigger.begin() < from || sentence.clause(saying) != sentence.clause(trigger.begin())) {
            return false;
        }
        int words = 0;
        for (int i = from; i < trigger.begin(); i++) {
            int at = i;
            boolean dated = sentence.dates.stream().anyMatch(item -> item.begin() <= at && at < item.end());
            words += dated ? 0 : 1;
            if (!dated && RELATED.contains(sentence.word(i).text())
                    || sentence.actors.stream().anyMatch(item -> item.begin() == at)) {
                return false;
            }
        }
        return words <= REACH;
    }

    /** «أعلن الجيش مقتل قيادي»: the other side's dead are its doing, its own are not. */
    private static boolean isOnOtherSide(
            Trigger trigger, Sentence.Item<ActorMention> speaker, List<Casualties.Count> victims) {
        var sentence = trigger.sentence();
        boolean state = ActorKinds.isState(speaker.value().actor());
        boolean counted = victims.stream()
                .anyMatch(count -> count.at() >= trigger.end()
                        && count.at() - trigger.end() <= NEXT
                        && count.side() == (state ? Lexicon.Side.FIGHTER : Lexicon.Side.FORCE));
        return counted
                || sentence.actors.stream()
                        .filter(item -> item.begin() >= trigger.end() && item.begin() - trigger.end() <= NEXT)
                        .limit(1)
                        .anyMatch(item -> state
                                ? ActorKinds.isArmedGroup(item.value().actor())
                                : ActorKinds.isArmedGroup(speaker.value().actor())
                                        && ActorKinds.isForce(item.value().actor()));
    }
}
