package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** The people that an act is told of: whether any are, and of which side. */
final class People {
    private static final Set<String> PAPER = WordSets.get("paper");

    private static final Set<String> MONEY = WordSets.get("money");

    private static final Set<String> TROOPS = WordSets.get("troops");

    /** Words between a verb and the troops it is about, at most. */
    private static final int TROOPS_REACH = 12;

    private final Lexicon lexicon;

    People(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** "a report released in Geneva". */
    private static boolean isOfPaper(Sentence sentence, Trigger trigger) {
        for (int i = Math.max(0, trigger.begin() - 4); i < Math.min(sentence.size(), trigger.end() + 4); i++) {
            if (PAPER.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** «أفرج عن»: of people, where it is of no money. */
    private static boolean isRelease(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.kind().key().equals("release")
                || !Patterns.matches(
                        sentence.word(trigger.begin()).text(), "[وفبل]?(ال)?(افرج.*|افراج|اطلاق|اطلق.*)")) {
            return false;
        }
        for (int i = trigger.begin(); i < Math.min(sentence.size(), trigger.end() + 3); i++) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> MONEY.contains(reading.stem()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is done by or to people, rather than to a paper or to money. */
    boolean areTold(Trigger trigger) {
        if (isRelease(trigger)) {
            return true;
        }
        var sentence = trigger.sentence();
        if (lexicon.language != Language.AR && isOfPaper(sentence, trigger)) {
            return false;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.distance(i, trigger.begin()) <= 14
                    && !lexicon.persons.at(sentence.words, i).isEmpty()) {
                return true;
            }
            if (i < trigger.begin()
                    && trigger.begin() - i <= 4
                    && sentence.word(i).number()) {
                return true;
            }
            // « Des milliers de Bamakois ont battu le pavé ».
            int first = i;
            if (trigger.kind().family().equals("protest")
                    && sentence.figures(lexicon.language).stream()
                            .anyMatch(figure -> figure.begin() == first && !figure.exact() && figure.low() >= 10)) {
                return true;
            }
            // « plus de 200 Burkinabè ».
            int at = i + 1;
            if (sentence.word(i).number()
                    && sentence.mentions.stream()
                            .anyMatch(item -> item.begin() == at
                                    && item.value().kind() == org.marsad.geocode.MentionKind.DEMONYM)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its clause names civilians beside it. */
    boolean hasCivilians(Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = sentence.start(); i < sentence.size(); i++) {
            if (sentence.clause(i) == sentence.clause(trigger.begin())
                    && lexicon.persons.at(sentence.words, i).stream()
                            .anyMatch(hit -> hit.value().side() == Lexicon.Side.CIVILIAN)
                    && Math.abs(i - trigger.begin()) <= TROOPS_REACH) {
                return true;
            }
        }
        return false;
    }

    /** Whether troops are named beside it. */
    boolean hasForces(Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            boolean troops = sentence.word(i).readings().stream().anyMatch(reading -> TROOPS.contains(reading.stem()))
                    || lexicon.persons.at(sentence.words, i).stream()
                            .anyMatch(hit -> hit.value().side() == Lexicon.Side.FORCE);
            if (troops && sentence.distance(i, trigger.begin()) <= TROOPS_REACH) {
                return true;
            }
        }
        return false;
    }
}
