package org.marsad.coding.trigger;

import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Verbs told after what they are done to: "the sanctions were lifted", "an accord signed in Algiers". */
final class ObjectFirst {
    private static final Set<String> CUSTODY = WordSets.get("custody");

    /** What says that a thing was not done, or not yet. */
    private static final Set<Lexicon.CueKind> DOUBTS =
            Set.of(Lexicon.CueKind.NEGATION, Lexicon.CueKind.DENIAL, Lexicon.CueKind.MODAL, Lexicon.CueKind.FUTURE);

    private final Lexicon lexicon;

    ObjectFirst(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** "The sanctions were lifted", "an accord signed in Algiers", « les frontières ont été fermées »; not "were not", "will be". */
    @Nullable
    Trigger resolve(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int verb = hit.end() - 1;
        boolean doubtful = sentence.cues.stream()
                .anyMatch(cue -> cue.begin() > hit.begin()
                        && cue.begin() < verb
                        && DOUBTS.contains(cue.value().kind()));
        // "the observation mission said that stations remained closed"
        boolean said = sentence.sayings.stream().anyMatch(at -> at > hit.begin() && at < verb);
        if (doubtful
                || said
                || sentence.clause(hit.begin()) != sentence.clause(verb)
                || isInApposition(sentence, hit.begin(), verb)) {
            return null;
        }
        // "the suspects were taken into custody".
        if (hit.value().kind().key().equals("taking")
                && (CUSTODY.contains(sentence.textAt(hit.end())) || CUSTODY.contains(sentence.textAt(hit.end() + 1)))) {
            return null;
        }
        boolean be = Nearby.before(sentence, verb, 3, Nearby.BE);
        if (be && (sentence.isAt(verb - 1, "be", "etre") || sentence.isAt(verb - 2, "be", "etre"))) {
            return null;
        }
        // "the leaders have taken to the hills": they were not taken.
        if (lexicon.language == Language.EN && !be && sentence.isAt(verb - 1, "have", "has", "had")) {
            return null;
        }
        if (lexicon.language == Language.FR) {
            if (!be && Nearby.before(sentence, hit.begin(), 1, Nearby.HAVE)) {
                // « a fermement condamné »
                return Nearby.trigger(sentence, hit, Tense.PAST, false);
            }
            return FrenchVerbs.endsInAccent(sentence.word(verb))
                            || !Patterns.matches(sentence.word(verb).text(), ".*es?")
                    ? Nearby.trigger(sentence, hit, be ? Tense.PAST : Tense.PARTICIPLE, true)
                    : null;
        }
        return be || sentence.title || EnglishVerbs.isBare(sentence, hit.end()) || sentence.isAt(hit.end(), "by")
                ? Nearby.trigger(sentence, hit, Tense.PAST, true)
                : null;
    }

    /** "the camp, home to a million people, was seized": the people are no subject. */
    private boolean isInApposition(Sentence sentence, int noun, int verb) {
        int first = verb;
        while (first > noun + 1 && Nearby.BE.contains(sentence.word(first - 1).text())) {
            first--;
        }
        long commas = IntStream.rangeClosed(noun + 1, first)
                .filter(i -> sentence.word(i).before() == Word.Gap.COMMA)
                .count();
        return commas == 1
                && sentence.word(first).before() == Word.Gap.COMMA
                && IntStream.rangeClosed(sentence.start() + 1, noun)
                        .anyMatch(i -> sentence.word(i).before() == Word.Gap.COMMA);
    }
}
