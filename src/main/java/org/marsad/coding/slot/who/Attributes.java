package org.marsad.coding.slot.who;

import java.util.Map;
import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Markers;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;

/** What the words beside an actor make of it: "an RSF artillery strike" is by the RSF, « l'opposant Sonko » is of no government. */
final class Attributes {
    private static final Set<String> SITES = WordSets.get("xsite");
    /** Words between an actor and the noun, at most: "RSF heavy artillery shelling". */
    private static final int REACH = 2;

    private Attributes() {}

    /** Whether the attribute says who did it, and not what was attacked: "an army base attack". */
    static boolean isDoer(Lexicon lexicon, Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        boolean armed = ActorKinds.isArmedGroup(actor)
                || actor.kind().equals("state-forces")
                || actor.kind().equals("external-forces") && !ActorKinds.isOrganisation(actor);
        int gap = trigger.begin() - item.end();
        if (lexicon.language != Language.EN
                || !armed
                || !trigger.isNoun()
                || !trigger.kind().isViolence()
                || gap < 0
                || gap > REACH) {
            return false;
        }
        var sentence = trigger.sentence();
        for (int i = item.end(); i <= trigger.begin(); i++) {
            // "an Islamic State (ISIS) attack".
            if (sentence.word(i).before() != Word.Gap.NONE && !(i == item.end() && isBracketed(sentence, item))) {
                return false;
            }
        }
        for (int i = item.end(); i < trigger.begin(); i++) {
            var word = sentence.word(i);
            if (SITES.contains(word.text())
                    || !Character.isLowerCase(word.source().codePointAt(0))
                    || !lexicon.persons.at(sentence.words, i).isEmpty()
                    || !lexicon.triggers.at(sentence.words, i).isEmpty()
                    || !lexicon.supports.at(sentence.words, i).isEmpty()
                    || sentence.isAt(
                            i, "in", "on", "by", "to", "of", "and", "or", "after", "during", "with", "for", "from")
                    || sentence.isAt(
                            i, "at", "under", "amid", "as", "who", "that", "which", "the", "a", "an", "against")) {
                return false;
            }
        }
        return true;
    }

    /** Whether words for a party name none: « des attaques armées », « l'opposant Ousmane Sonko ». */
    static boolean namesNobody(Sentence sentence, Sentence.Item<ActorMention> item) {
        boolean adjective = item.end() - item.begin() == 1
                && sentence.word(item.begin()).source().equals("armées")
                && !sentence.isAt(item.begin() - 1, "les", "des", "aux", "nos", "leurs", "ses", "forces");
        // "Gusau Local Government".
        boolean area = ActorKinds.isGovernment(item.value().actor()) && sentence.isAt(item.begin() - 1, "local");
        return adjective || area || isOpponent(sentence, item) || isHolder(sentence, item);
    }

    /** "the town, under RSF siege since May, was hit": who holds a place is not thereby hit, nor does it strike. */
    private static boolean isHolder(Sentence sentence, Sentence.Item<ActorMention> item) {
        return sentence.isAt(item.begin() - 1, "under")
                        && sentence.isAt(item.end(), "siege", "control", "rule", "occupation", "blockade")
                || sentence.isAt(item.end(), "held", "controlled", "besieged", "run", "occupied")
                        && sentence.word(item.end()).span().begin()
                                == sentence.word(item.end() - 1).span().end() + 1
                        && sentence.source()
                                        .charAt(sentence.word(item.end()).span().begin() - 1)
                                == '-';
    }

    /** "the court sentenced him for the attack": it judges, and has no part in what it judges. */
    static boolean onlyJudges(
            Lexicon lexicon, Trigger trigger, Sentence.Item<ActorMention> item, Map<Language, Set<String>> against) {
        return item.value().actor().sector().equals("JUD")
                && trigger.kind().isViolence()
                && !Markers.isMarked(lexicon, trigger.sentence(), item.begin(), against);
    }

    /** « l'opposant Ousmane Sonko », "opposition leader Bola Tinubu": of no government then. */
    private static boolean isOpponent(Sentence sentence, Sentence.Item<ActorMention> item) {
        return ActorKinds.isGovernment(item.value().actor())
                && (sentence.isAt(item.begin() - 1, "opposant", "opposante")
                        || sentence.isAt(item.begin() - 2, "opposition")
                                && sentence.isAt(item.begin() - 1, "leader", "figure"));
    }

    private static boolean isBracketed(Sentence sentence, Sentence.Item<ActorMention> item) {
        return sentence.word(item.begin()).before() == Word.Gap.QUOTE;
    }
}
