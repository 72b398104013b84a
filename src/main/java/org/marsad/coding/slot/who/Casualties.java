package org.marsad.coding.slot.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Numbers;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** Who was killed, hurt or taken in a sentence, and how many. */
public final class Casualties {
    private static final Set<String> SUBSET = WordSets.get("subset");
    private static final Set<String> SOURCED = WordSets.get("sourced");
    private static final Set<String> SUMS = WordSets.get("sums");
    private static final int PERSON_REACH = 4;
    /** Words between one person and what befell it, at most; and where another person is joined to it. */
    private static final int SINGLE_REACH = 3;

    private static final int JOINED_REACH = 5;
    private static final Set<String> FALLING = WordSets.get("falling");
    private static final Set<String> MEASURES = WordSets.get("measures");

    private final Lexicon lexicon;
    private final Harms words;
    private final JoinedOnes joined;

    public Casualties(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words = new Harms(lexicon);
        this.joined = new JoinedOnes(lexicon);
    }

    /**
     * People and what befell them.
     *
     * @param at index of the number, or of the word for the person
     * @param figure null for one person named by kind only: "a soldier"
     * @param added whether they come on top of others of their side: "a gendarme and 14 soldiers"
     */
    public record Count(
            Lexicon.Harm harm,
            Lexicon.Side side,
            int at,
            int low,
            @Nullable Integer high,
            boolean exact,
            Numbers.@Nullable Figure figure,
            boolean added) {
        public Count(
                Lexicon.Harm harm,
                Lexicon.Side side,
                int at,
                int low,
                @Nullable Integer high,
                boolean exact,
                Numbers.@Nullable Figure figure) {
            this(harm, side, at, low, high, exact, figure, false);
        }
    }

    public List<Count> list(Sentence sentence) {
        var harms = words.list(sentence);
        var figures = sentence.figures(lexicon.language);
        if (harms.isEmpty() && figures.stream().noneMatch(figure -> isFallen(sentence, figure))) {
            return List.of();
        }
        var counts = new ArrayList<Count>();
        for (var figure : figures) {
            if (isDated(sentence, figure)) {
                continue;
            }
            var person = person(sentence, figure.end(), reach(figures, figure));
            var harm = words.nearest(sentence, harms, figures, figure, person);
            if (harm != null && person == null && widen(sentence, harm, figure, counts)) {
                continue;
            }
            if (harm == null && person != null && isFallen(sentence, figure)) {
                harm = Lexicon.Harm.KILLED;
            }
            boolean object = harms.stream().anyMatch(one -> one.end() == figure.begin());
            boolean first = object && (figure == figures.getFirst() || !isSubset(sentence, figure.begin()));
            if (harm != null && (first || !isSubset(sentence, figure))) {
                counts.add(new Count(
                        harm,
                        person == null ? Lexicon.Side.ANY : person.value().side(),
                        figure.begin(),
                        figure.low(),
                        figure.high(),
                        figure.exact(),
                        figure));
            }
        }
        coordinated(sentence, figures, counts);
        following(sentence, figures, counts);
        singles(sentence, harms, figures, counts);
        joined.add(sentence, figures, counts);
        if (lexicon.language != org.marsad.text.Language.AR
                && counts.stream().noneMatch(count -> count.harm() == Lexicon.Harm.KILLED)) {
            NamedDead.find(sentence, harms)
                    .ifPresent(
                            at -> counts.add(new Count(Lexicon.Harm.KILLED, Lexicon.Side.ANY, at, 1, 1, true, null)));
        }
        return counts;
    }

    /** "killed 15 residents (17, say vigilantes)", « seize morts, dix-neuf selon l'ONU »: another source's figure for the same people. */
    private static boolean widen(Sentence sentence, Lexicon.Harm harm, Numbers.Figure figure, List<Count> counts) {
        if (counts.isEmpty() || counts.getLast().harm() != harm) {
            return false;
        }
        var last = counts.getLast();
        boolean parted = figure.begin() > 0
                && (sentence.word(figure.begin()).before() != Word.Gap.NONE
                        || sentence.isAt(figure.begin() - 1, "or", "ou", "او"));
        boolean sourced = false;
        for (int i = figure.end(); i < Math.min(sentence.size(), figure.end() + 2); i++) {
            sourced |= SOURCED.contains(sentence.word(i).text());
        }
        var high = last.high();
        if (!parted || !sourced || high == null || figure.begin() - last.at() > 8) {
            return false;
        }
        counts.set(
                counts.size() - 1,
                new Count(
                        harm,
                        last.side(),
                        last.at(),
                        last.low(),
                        Math.max(high, figure.low()),
                        last.exact(),
                        last.figure()));
        return true;
    }

    /** "49 civilians and 15 soldiers were killed": what is said of the last figure is said of all. */
    private void coordinated(Sentence sentence, List<Numbers.Figure> figures, List<Count> counts) {
        for (int i = figures.size() - 2; i >= 0; i--) {
            var figure = figures.get(i);
            int after = i + 1;
            while (after + 1 < figures.size() && isSubset(sentence, figures.get(after))) {
                after++;
            }
            var next = figures.get(after);
            boolean aside = after > i + 1;
            var person = person(sentence, figure.end(), 4);
            boolean counted = counts.stream().anyMatch(count -> count.at() == figure.begin());
            boolean joined = sentence.isAt(next.begin() - 1, "and", "et")
                    || sentence.word(next.begin()).text().startsWith("و");
            if (counted
                    || person == null
                    || isSubset(sentence, figure)
                    || !joined
                    || person.end() > next.begin()
                    || next.begin() - person.end() > (aside ? 7 : 3)) {
                continue;
            }
            counts.stream()
                    .filter(count -> count.at() == next.begin())
                    .findFirst()
                    .ifPresent(count -> counts.add(new Count(
                            count.harm(),
                            person.value().side(),
                            figure.begin(),
                            figure.low(),
                            figure.high(),
                            figure.exact(),
                            figure,
                            true)));
        }
    }

    /** "killed three policemen and two locals": what is said of the first figure is said of people joined to it. */
    private void following(Sentence sentence, List<Numbers.Figure> figures, List<Count> counts) {
        for (int i = 1; i < figures.size(); i++) {
            var figure = figures.get(i);
            var before = figures.get(i - 1);
            var person = person(sentence, figure.end(), 3);
            var first = person(sentence, before.end(), 4);
            if (person == null
                    || first == null
                    || first.end() != figure.begin() - 1
                    || !sentence.isAt(figure.begin() - 1, "and", "et")
                    || isDated(sentence, figure)) {
                continue;
            }
            var counted = counts.stream()
                    .filter(count -> count.at() == before.begin())
                    .findFirst()
                    .orElse(null);
            boolean other = counted == null
                    || counts.stream()
                            .anyMatch(count ->
                                    count.at() == figure.begin() && (count.harm() != counted.harm() || count.added()));
            if (!other) {
                counts.removeIf(count -> count.at() == figure.begin());
                counts.add(new Count(
                        counted.harm(),
                        person.value().side(),
                        figure.begin(),
                        figure.low(),
                        figure.high(),
                        figure.exact(),
                        figure,
                        true));
            }
        }
    }

    /** Whether the number is (part of) a date or of another measure. */
    static boolean isDated(Sentence sentence, Numbers.Figure figure) {
        for (var date : sentence.dates) {
            if (date.begin() < figure.end() && figure.begin() < date.end()) {
                return true;
            }
        }
        return isAge(sentence, figure)
                || figure.end() < sentence.size()
                        && MEASURES.contains(sentence.word(figure.end()).text());
    }

    /** «سقط 14 جنديا», «سقوط 47 شخصا»: people that fall with a number of their own. */
    private static boolean isFallen(Sentence sentence, Numbers.Figure figure) {
        return FALLING.contains(sentence.textAt(figure.begin() - 1));
    }

    /** "Cissé, 70, was kidnapped": a number alone between commas, behind a name; "a man of 50", "aged 50". */
    private static boolean isAge(Sentence sentence, Numbers.Figure figure) {
        int at = figure.begin();
        if (sentence.isAt(at - 1, "aged", "age", "agee")
                || sentence.isAt(at - 1, "of") && sentence.isAt(at - 3, "a") && figure.low() < 100) {
            return true;
        }
        return figure.end() - at == 1
                && figure.low() > 4
                && figure.low() < 100
                && at > 0
                && figure.end() < sentence.size()
                && sentence.word(at).before() == Word.Gap.COMMA
                && sentence.word(figure.end()).before() == Word.Gap.COMMA
                && Character.isUpperCase(sentence.word(at - 1).source().codePointAt(0));
    }

    /** How far behind a figure the word for those whom it counts may stand: before the next figure. */
    private static int reach(List<Numbers.Figure> figures, Numbers.Figure figure) {
        return figures.stream()
                .filter(other -> other.begin() >= figure.end())
                .mapToInt(other -> other.begin() - figure.end())
                .reduce(PERSON_REACH, Math::min);
    }

    private Phrases.@Nullable Hit<Lexicon.Person> person(Sentence sentence, int from, int reach) {
        for (int i = from; i < Math.min(sentence.size(), from + reach); i++) {
            boolean parted = sentence.word(i).before() != Word.Gap.NONE
                    && sentence.word(i).before() != Word.Gap.QUOTE;
            // "captured two, a resident said", "56, according to medics".
            if (parted
                    && (i > from || SOURCED.contains(sentence.textAt(i)) || sentence.isAt(i, "a", "an", "un", "une"))) {
                return null;
            }
            var hits = lexicon.persons.at(sentence.words, i);
            if (!hits.isEmpty()) {
                return hits.getFirst();
            }
        }
        return null;
    }

    /** Also "14 of them soldiers", « huit d'entre eux ». */
    private boolean isSubset(Sentence sentence, Numbers.Figure figure) {
        int end = figure.end();
        // "More than 300 of them were killed": of those whom the sentence before told of.
        boolean opening = lexicon.language == org.marsad.text.Language.EN
                && figure.begin() - sentence.start() <= 3
                && sentence.isAt(end, "of");
        boolean behind = !opening && sentence.isAt(end, "of") && sentence.isAt(end + 1, "them", "whom")
                || sentence.isAt(end, "d") && sentence.isAt(end + 1, "entre")
                || sentence.isAt(end, "منهم", "منهن")
                || sentence.isAt(end + 1, "منهم", "منهن");
        return behind || isSubset(sentence, figure.begin());
    }

    private static boolean isSubset(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> SUBSET.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "a soldier was killed", «مقتل جنديين», « tuant un civil ». */
    private void singles(
            Sentence sentence,
            List<Phrases.Hit<Lexicon.Harm>> harms,
            List<Numbers.Figure> figures,
            List<Count> counts) {
        int end = 0;
        for (int i = 0; i < sentence.size(); i++) {
            var hits = i < end ? List.<Phrases.Hit<Lexicon.Person>>of() : lexicon.persons.at(sentence.words, i);
            if (hits.isEmpty()) {
                continue;
            }
            var person = hits.getFirst();
            end = person.end();
            int number = person.value().number();
            int at = i;
            // "Two soldiers and a civilian were killed".
            boolean also = sentence.isAt(i - 1, "a", "an") && sentence.isAt(i - 2, "and");
            boolean counted = !also && figures.stream().anyMatch(figure -> figure.end() <= at && at - figure.end() < 4);
            if (Epithets.is(lexicon, sentence, at)
                    || number == 0
                    || counted
                    || number == 1 && !isOne(sentence, person)
                    || isSubset(sentence, at)) {
                continue;
            }
            for (var harm : harms) {
                boolean after = harm.begin() >= person.end();
                int distance = after ? harm.begin() - person.end() : person.begin() - harm.end();
                boolean apart = false;
                for (int j = Math.min(harm.end(), person.end()); j < Math.max(harm.begin(), person.begin()); j++) {
                    apart |= sentence.word(j).before() == Word.Gap.STRONG;
                    int word = j;
                    apart |= figures.stream().anyMatch(figure -> figure.begin() == word && !isDated(sentence, figure));
                }
                // "a police officer put the toll at 11"
                apart |= SUMS.contains(sentence.word(harm.end() - 1).text());
                int reach = after && sentence.isAt(person.end(), "and", "et") ? JOINED_REACH : SINGLE_REACH;
                if (distance >= 0 && distance <= reach && !apart) {
                    counts.add(new Count(harm.value(), person.value().side(), at, number, number, true, null));
                    break;
                }
            }
        }
    }

    private boolean isOne(Sentence sentence, Phrases.Hit<Lexicon.Person> person) {
        return switch (lexicon.language) {
            case AR ->
                person.reading().particles().isEmpty()
                        || person.reading().particles().equals("و");
            case FR ->
                sentence.isAt(person.begin() - 1, "un", "une", "le", "la", "l", "d")
                        || sentence.isAt(person.begin() - 2, "un", "une", "le", "la", "l", "d");
            case EN ->
                sentence.isAt(person.begin() - 1, "a", "an", "one", "the", "another")
                        || sentence.isAt(person.begin() - 2, "a", "an", "one", "the", "another")
                        || JoinedOnes.isAnother(sentence, person.begin());
        };
    }
}
