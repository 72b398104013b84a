package org.marsad.coding.trigger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** Tense and voice of English verbs, from the words around them. */
final class EnglishVerbs implements Verbs {
    private static final Set<String> DETERMINERS = WordSets.get("determiners");

    private final Lexicon lexicon;

    EnglishVerbs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public @Nullable Trigger resolve(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        var tense = hit.value().tense();
        boolean be = Nearby.before(sentence, at, 3, Nearby.BE);
        if ((tense == Tense.PAST || tense == Tense.PARTICIPLE)
                && !hit.reading().stem().endsWith("ed")
                && sentence.isAt(at - 1, "to", "will", "would", "could", "may", "might", "must", "should")
                && sentence.word(at).before() == Word.Gap.NONE
                && sentence.dates.stream().noneMatch(item -> item.end() == at)) {
            // "meant to cut Bamako off": cut, hit, shut and put are infinitives too.
            return Nearby.trigger(sentence, hit, infinitive(sentence, at), false);
        }
        if (tense == Tense.GERUND) {
            return Nearby.trigger(sentence, hit, be ? Tense.PRESENT : Tense.GERUND, false);
        }
        if (tense == Tense.INFINITIVE || tense == Tense.PRESENT) {
            if (tense == Tense.INFINITIVE
                    && (NounOrVerb.isSubject(sentence, at) || Chronicles.isPresent(sentence, at))) {
                return Nearby.trigger(sentence, hit, Tense.PRESENT, false);
            }
            boolean past = tense == Tense.INFINITIVE && sentence.isAt(at - 1, "did");
            boolean participle = be
                    && hit.value().tense() == Tense.INFINITIVE
                    && Patterns.matches(hit.reading().stem(), "hit|hurt|cut|shut|shot|overrun|quit");
            var plain = tense == Tense.INFINITIVE ? infinitive(sentence, at) : tense;
            return Nearby.trigger(sentence, hit, past || participle ? Tense.PAST : plain, participle);
        }
        boolean have = Nearby.before(sentence, at, 3, Set.of("has", "have", "had", "having", "ve", "d"));
        if (tense == Tense.PARTICIPLE && !be && !have) {
            return Nearby.trigger(sentence, hit, Tense.PAST, true);
        }
        // "the two freed men".
        if (hit.end() - at == 1
                && at > 1
                && sentence.word(at - 1).number()
                && sentence.isAt(at - 2, "the", "these", "those", "all")
                && hit.end() < sentence.size()
                && sentence.word(hit.end()).before() == Word.Gap.NONE
                && !lexicon.persons.at(sentence.words, hit.end()).isEmpty()) {
            return null;
        }
        // "the besieged town": an adjective.
        if (sentence.isAt(at - 1, "the", "a", "an", "its", "their", "his", "her", "of", "this", "many", "some", "s")
                && hit.end() - at == 1
                && hit.end() < sentence.size()
                && sentence.word(hit.end()).before() == Word.Gap.NONE) {
            return null;
        }
        // "children of a village, seized two days after the raid": what is told of them was done to them.
        boolean reduced = sentence.word(at).before() == Word.Gap.COMMA
                && at > 0
                && hit.end() - at == 1
                && !have
                && hit.end() < sentence.size()
                && !DETERMINERS.contains(sentence.word(hit.end()).text())
                && (!lexicon.persons.at(sentence.words, at - 1).isEmpty()
                        || sentence.mentions.stream().anyMatch(item -> item.end() == at))
                && !isArmed(sentence, at);
        boolean by = reduced || sentence.isAt(hit.end(), "by");
        boolean bare = isBare(sentence, hit.end()) && !isJoined(sentence, hit.end());
        boolean objectless = hit.end() - at == 1 && !have && !isArmed(sentence, at);
        return Nearby.trigger(sentence, hit, Tense.PAST, be || by || bare && objectless);
    }

    private static Tense infinitive(Sentence sentence, int at) {
        return Announced.isFor(sentence, at) ? Tense.FUTURE : Tense.INFINITIVE;
    }

    /** "attacked and burned the village": both have the object that follows. */
    private boolean isJoined(Sentence sentence, int at) {
        return sentence.isAt(at, "and")
                && at + 2 < sentence.size()
                && !isBare(sentence, at + 2)
                && !sentence.isAt(at + 2, "by")
                && lexicon.triggers.at(sentence.words, at + 1).stream()
                        .anyMatch(hit -> hit.value().tense() == Tense.PAST
                                && !hit.value().suffers());
    }

    /** Whether what stands at a word is no object. */
    static boolean isBare(Sentence sentence, int at) {
        return at >= sentence.size()
                || sentence.word(at).before() != Word.Gap.NONE
                || sentence.isAt(
                        at, "in", "on", "near", "when", "during", "after", "at", "since", "while", "and", "as", "amid",
                        "if", "inside", "outside", "along", "across", "between", "over", "with", "to");
    }

    /** Whether an armed group stands right before: "gunmen attacked in Ménaka" is active. */
    private static boolean isArmed(Sentence sentence, int at) {
        return sentence.actors.stream()
                .anyMatch(item -> item.end() <= at
                        && at - item.end() <= 2
                        && ActorKinds.isArmedGroup(item.value().actor()));
    }
}
