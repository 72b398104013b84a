package org.marsad.coding.slot.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Numbers;
import org.marsad.coding.reading.Parentheses;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** The words for what befell people, and which of them a figure is of. */
final class Harms {
    private static final Set<String> TOLL = WordSets.get("toll");

    private static final Set<String> REACHING = WordSets.get("reaching");

    /** Words before a figure that begins its sentence, at most. */
    private static final int SUBJECT = 10;

    private static final double TOLL_COST = 0.8;

    private final Lexicon lexicon;

    Harms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The words of harm of a sentence, in its order. */
    List<Phrases.Hit<Lexicon.Harm>> list(Sentence sentence) {
        var harms = new ArrayList<Phrases.Hit<Lexicon.Harm>>();
        for (int i = 0; i < sentence.size(); i++) {
            var hits = lexicon.harms.at(sentence.words, i);
            if (!hits.isEmpty()) {
                harms.add(hits.getFirst());
            }
        }
        return harms;
    }

    /** The nearest harm to a figure; another figure, a conjunction or a comma between them holds them apart. */
    Lexicon.@Nullable Harm nearest(
            Sentence sentence,
            List<Phrases.Hit<Lexicon.Harm>> harms,
            List<Numbers.Figure> figures,
            Numbers.Figure figure,
            Phrases.@Nullable Hit<Lexicon.Person> person) {
        Lexicon.Harm best = null;
        double bestCost = 9;
        for (var harm : harms) {
            boolean after = harm.begin() >= figure.end();
            // "freeing 2,000 inmates; 21 dead": a word right behind a number is of that number only.
            boolean others = after
                    && figures.stream()
                            .anyMatch(other -> other.end() == harm.begin()
                                    && other.begin() > figure.begin()
                                    && !sentence.isAt(other.begin() - 1, "and", "et", "to", "a")
                                    && !sentence.word(other.begin()).text().startsWith("و"));
            if (others) {
                continue;
            }
            // « 27 morts 91 blessés »
            boolean own = !after && harms.stream().anyMatch(other -> other.begin() == figure.end());
            if (own || !after && harm.end() > figure.begin()) {
                continue;
            }
            // "the trial of 17 men for the killing of a journalist".
            if (after
                    && person != null
                    && harm.begin() > person.end()
                    && sentence.isAt(person.end(), "for", "over", "accused")) {
                continue;
            }
            if (after && Objects.areOf(sentence, figures, figure, harm, person)) {
                continue;
            }
            int from = after ? person != null ? Math.max(figure.end(), person.end()) : figure.end() : harm.end();
            int to = after ? harm.begin() : figure.begin();
            // "fourteen civilians, including five women, lost their lives".
            int aside = after ? Parentheses.end(sentence, from, to) : from;
            double cost = Math.max(0, to - aside);
            for (int i = Math.min(aside, to); i <= to && i < sentence.size(); i++) {
                if (i > aside && sentence.word(i).before() != Word.Gap.NONE) {
                    cost += sentence.word(i).before() == Word.Gap.STRONG
                            ? 6
                            : sentence.word(i).before() == Word.Gap.COMMA ? 3 : 0;
                }
                if (sentence.isAt(i, "and", "et") || sentence.word(i).text().startsWith("و") && i < to && i > from) {
                    cost += 2.5;
                }
            }
            // «قتل 70 شخصا وأصيب 200»: what "and" begins is said of those who follow.
            cost += after && harm.reading().particles().startsWith("و") ? 4 : 0;
            if (!after
                    && figure.begin() > 0
                    && sentence.word(figure.begin()).text().startsWith("و")) {
                cost += 2.5;
            }
            for (var other : figures) {
                if (other.begin() != figure.begin() && other.begin() >= Math.min(aside, to) && other.begin() < to) {
                    cost += after ? 5 : 3;
                }
            }
            cost += after && person == null && to > figure.end() + 1 ? 2 : 0;
            // A figure without a word for people after it counts other things, unless the harm itself is the word.
            cost += person == null && !(after && to == figure.end()) && !(!after && from == to) ? 1.5 : 0;
            // "No fewer than 42 students of the college were on Sunday killed".
            boolean subject = after
                    && person != null
                    && (lexicon.language == org.marsad.text.Language.EN
                            || Objects.suffers(sentence, person.end(), harm.begin()))
                    && figure.begin() - sentence.start() <= SUBJECT
                    && (sentence.clause(figure.begin()) == sentence.clause(harm.begin())
                            || sentence.isAt(harm.begin() - 1, "and", "et")
                                    && sentence.clause(figure.begin()) == sentence.clause(harm.begin()) - 1
                                    && Objects.suffers(sentence, person.end(), harm.begin()))
                    && figures.stream()
                            .noneMatch(other -> other.begin() > figure.begin()
                                    && other.begin() < harm.begin()
                                    && other.low() > 1
                                    && !Casualties.isDated(sentence, other));
            cost = subject ? Math.min(cost, 7) : cost;
            if (!after && isToll(sentence, harm) && isReached(sentence, figure)) {
                cost = Math.min(cost, TOLL_COST);
            }
            if (cost < bestCost) {
                bestCost = cost;
                best = harm.value();
            }
        }
        return best;
    }

    private static boolean isToll(Sentence sentence, Phrases.Hit<Lexicon.Harm> harm) {
        return TOLL.contains(sentence.word(harm.end() - 1).text())
                || harm.begin() > 0
                        && TOLL.contains(sentence.word(harm.begin() - 1).text())
                        && harm.value() == Lexicon.Harm.KILLED;
    }

    /** "has climbed to more than 200", « est passé à 200 »: what a toll has come to, however far it stands from it. */
    private static boolean isReached(Sentence sentence, Numbers.Figure figure) {
        for (int i = figure.begin() - 1; i > Math.max(0, figure.begin() - 5); i--) {
            if (REACHING.contains(sentence.word(i - 1).text())
                    && sentence.isAt(i, "to", "at", "a", "au", "past", "by", "الي", "عند")) {
                return true;
            }
        }
        return false;
    }
}
