package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Numbers;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.who.Casualties.Count;
import org.marsad.text.Language;

/** Single people who are joined to others that a text counts, and others joined to them. */
final class JoinedOnes {
    private static final Set<String> OTHERS = WordSets.get("others");
    private static final Set<String> ONE = Set.of("a", "an", "one", "un", "une");
    /** Words between a figure and one who is joined to those it counts, at most. */
    private static final int REACH = 5;

    private final Lexicon lexicon;

    JoinedOnes(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Adds to the counts of a sentence those who are joined to the people counted. */
    void add(Sentence sentence, List<Numbers.Figure> figures, List<Count> counts) {
        for (var figure : figures) {
            before(sentence, figure, counts);
            behind(sentence, figure, counts);
            withOthers(sentence, figure, counts);
        }
        others(sentence, counts);
    }

    /** Whether a person is told as one more: "another policeman", "his wife". */
    static boolean isAnother(Sentence sentence, int at) {
        return OTHERS.contains(sentence.textAt(at - 1));
    }

    /** « un gendarme et 14 gardes ont été tués », «لقي حارس وأربعة سجناء حتفهم»: one more, before the figure. */
    private void before(Sentence sentence, Numbers.Figure figure, List<Count> counts) {
        boolean arabic = lexicon.language == Language.AR;
        int and = arabic ? figure.begin() : figure.begin() - 1;
        if (arabic
                ? !sentence.textAt(and).startsWith("و") || sentence.word(and).before() != Word.Gap.NONE
                : !sentence.isAt(and, "and", "et")) {
            return;
        }
        for (int at = Math.max(sentence.start() + 1, and - 3); at < and; at++) {
            var person = person(sentence, at).filter(hit -> hit.end() == and);
            int word = at;
            boolean one = person.isPresent() && (arabic || ONE.contains(sentence.textAt(at - 1)));
            if (one && counts.stream().noneMatch(count -> count.at() == word || count.at() == word - 1)) {
                of(figure, counts)
                        .ifPresent(count ->
                                counts.add(one(count, person.get().value().side(), word)));
                return;
            }
        }
    }

    /** "21 visitors and a policeman", « 21 touristes et un policier »: one more, behind those counted. */
    private void behind(Sentence sentence, Numbers.Figure figure, List<Count> counts) {
        if (lexicon.language == Language.AR) {
            return;
        }
        for (int at = figure.end() + 2; at <= figure.end() + REACH; at++) {
            int article = at - 1;
            int and = sentence.isAt(article - 1, "a") && !sentence.isAt(article, "a") ? article - 2 : article - 1;
            var person = person(sentence, at);
            boolean joined = person.isPresent()
                    && ONE.contains(sentence.textAt(article))
                    && sentence.isAt(and, "and", "et")
                    && sentence.word(and).before() == Word.Gap.NONE
                    && and > figure.end() - 1;
            int word = at;
            if (joined && counts.stream().noneMatch(count -> count.at() == word || count.at() == article)) {
                of(figure, counts)
                        .ifPresent(count ->
                                counts.add(one(count, person.get().value().side(), word)));
                return;
            }
        }
    }

    /** "was shot dead with four others", « tué avec trois autres »: he himself is one more. */
    private void withOthers(Sentence sentence, Numbers.Figure figure, List<Count> counts) {
        boolean with = sentence.isAt(figure.begin() - 1, "with", "avec", "along", "مع")
                || sentence.isAt(figure.begin() - 1, "alongside");
        if (with && sentence.isAt(figure.end(), "others", "other", "autres", "اخرين")) {
            of(figure, counts).ifPresent(count -> counts.add(one(count, count.side(), figure.begin() - 1)));
        }
    }

    /** "a commander and another policeman were killed", "a Briton, his wife and their guide": each single one is one more. */
    private void others(Sentence sentence, List<Count> counts) {
        for (int i = 0; i < counts.size(); i++) {
            var count = counts.get(i);
            if (count.figure() == null
                    && !count.added()
                    && lexicon.language != Language.AR
                    && isAnother(sentence, count.at())
                    && counts.stream()
                            .anyMatch(other -> other != count
                                    && other.harm() == count.harm()
                                    && other.figure() == null
                                    && other.at() < count.at())) {
                counts.set(i, one(count, count.side(), count.at()));
            }
        }
    }

    private Optional<Phrases.Hit<Lexicon.Person>> person(Sentence sentence, int at) {
        if (at >= sentence.size()) {
            return Optional.empty();
        }
        return lexicon.persons.at(sentence.words, at).stream()
                .findFirst()
                .filter(hit -> hit.value().number() == 1);
    }

    private static Optional<Count> of(Numbers.Figure figure, List<Count> counts) {
        return counts.stream()
                .filter(count -> count.at() == figure.begin() && count.figure() != null)
                .findFirst();
    }

    private static Count one(Count like, Lexicon.Side side, int at) {
        return new Count(
                like.harm(),
                side,
                at,
                like.figure() == null ? like.low() : 1,
                like.figure() == null ? like.high() : Integer.valueOf(1),
                true,
                null,
                true);
    }
}
