package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** One who is killed and called by a name only: "the assassination of Joao Bernardo Vieira", « a tué Abou Walid al-Sahraoui ». */
final class NamedDead {
    private static final Set<String> PARTICLES = WordSets.get("name-particles");
    private static final Set<String> BEING = WordSets.get("being");
    private static final Set<String> OF = Set.of("of", "de", "du", "d");
    private static final Set<String> NOUNS = WordSets.get("death-nouns");
    private static final int TITLE = 4;

    private NamedDead() {}

    /** The index of the first word of the name of one who dies in a sentence that counts no dead. */
    static Optional<Integer> find(Sentence sentence, List<Phrases.Hit<Lexicon.Harm>> harms) {
        if (sentence.title) {
            return Optional.empty();
        }
        return harms.stream()
                .filter(harm -> harm.value() == Lexicon.Harm.KILLED)
                .map(harm -> of(sentence, harm))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Integer> of(Sentence sentence, Phrases.Hit<Lexicon.Harm> harm) {
        int last = harm.end() - 1;
        if (NOUNS.contains(sentence.textAt(last))) {
            return OF.contains(sentence.textAt(last + 1)) ? after(sentence, last + 2) : Optional.empty();
        }
        if (BEING.contains(sentence.textAt(harm.begin() - 1))) {
            boolean french = sentence.isAt(harm.begin() - 2, "a", "avait") && sentence.isAt(harm.begin() - 1, "ete");
            return before(sentence, harm.begin() - (french ? 2 : 1));
        }
        return after(sentence, last + 1);
    }

    /** A name behind a word, and at most a title between: "killed its commander Abu Ubaidah". */
    private static Optional<Integer> after(Sentence sentence, int from) {
        for (int at = from; at < Math.min(sentence.size() - 1, from + TITLE); at++) {
            if (at > from && sentence.word(at).before() != Word.Gap.NONE || isTaken(sentence, at)) {
                return Optional.empty();
            }
            if (isCapital(sentence, at)) {
                return isName(sentence, at) ? Optional.of(at) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> before(Sentence sentence, int to) {
        int at = to - 1;
        while (at > sentence.start() && (isCapital(sentence, at - 1) || isParticle(sentence, at - 1))) {
            if (sentence.word(at).before() != Word.Gap.NONE || isTaken(sentence, at)) {
                break;
            }
            at--;
        }
        return at >= sentence.start() && at < to - 1 && isName(sentence, at) ? Optional.of(at) : Optional.empty();
    }

    private static boolean isName(Sentence sentence, int at) {
        int next = isParticle(sentence, at + 1) ? at + 2 : at + 1;
        return isCapital(sentence, at)
                && isCapital(sentence, next)
                && sentence.word(next).before() == Word.Gap.NONE
                && !isTaken(sentence, at)
                && !isTaken(sentence, next)
                // "Mosul Dam": an acronym or a number is no name.
                && sentence.word(next).source().chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isParticle(Sentence sentence, int at) {
        return PARTICLES.contains(sentence.textAt(at));
    }

    private static boolean isCapital(Sentence sentence, int at) {
        return at >= 0
                && at < sentence.size()
                && Character.isUpperCase(sentence.word(at).source().codePointAt(0));
    }

    /** Whether a word belongs to a place, to a group or to a date. */
    private static boolean isTaken(Sentence sentence, int at) {
        return sentence.mentions.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.actors.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.dates.stream().anyMatch(item -> item.begin() <= at && at < item.end());
    }
}
