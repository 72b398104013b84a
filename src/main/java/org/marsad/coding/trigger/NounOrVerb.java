package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Words that can be noun or verb: what stands before and after tells. */
final class NounOrVerb {
    private static final Set<String> NOUN_BEFORE_EN = WordSets.get("prepositions-en");
    private static final Set<String> NO_SUBJECT = WordSets.get("no-subject-en");
    private static final Set<String> ANNOUNCED = WordSets.get("announced-ar");
    private static final int ANNOUNCED_REACH = 14;
    private static final Set<String> AR_NOUN_BEFORE = WordSets.get("ar-noun-before");
    private static final Set<String> DETERMINERS = WordSets.get("determiners");

    private final Lexicon lexicon;

    NounOrVerb(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Words that can be noun or verb: what stands before tells. */
    boolean isNoun(Sentence sentence, int at, Trigger noun) {
        if (lexicon.language == Language.AR) {
            var particles = noun.reading().particles();
            boolean preposition = particles.endsWith("ل") || particles.endsWith("ب") || particles.endsWith("ك");
            boolean governed = at > 0
                    && AR_NOUN_BEFORE.contains(
                            sentence.word(at - 1).readings().getFirst().stem());
            boolean joined = particles.endsWith("و")
                    && at > 0
                    && lexicon.triggers.at(sentence.words, at - 1).stream()
                            .anyMatch(hit ->
                                    hit.value().tense().isNoun() && hit.value().tense() == Tense.SINGULAR);
            return noun.reading().definite() || preposition || governed || joined || isAnnounced(sentence, at);
        }
        if (lexicon.language == Language.FR) {
            return !FrenchVerbs.endsInAccent(sentence.word(at));
        }
        if (isSubject(sentence, at)) {
            return false;
        }
        if (noun.tense() == Tense.PLURAL
                && (noun.end() == sentence.size()
                        || NOUN_BEFORE_EN.contains(sentence.word(noun.end()).text()))) {
            return true;
        }
        return at > 0 && DETERMINERS.contains(sentence.word(at - 1).text())
                || noun.tense() == Tense.SINGULAR && !sentence.isAt(at - 1, "to", "not", "would", "could", "will");
    }

    /** «أعلن عسكريون، في بيان، عزل الرئيس»: what is announced or decided is a noun, where no «أن» makes it a sentence. */
    private boolean isAnnounced(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(sentence.start(), at - ANNOUNCED_REACH); i--) {
            if (sentence.clause(i) != sentence.clause(at)) {
                return false;
            }
            if (sentence.word(i).readings().stream().anyMatch(reading -> ANNOUNCED.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "Armed men attack", "special forces storm": a plural subject right before an English base form. */
    static boolean isSubject(Sentence sentence, int at) {
        return sentence.actors.stream()
                .anyMatch(item -> item.end() == at
                        && sentence.word(at).before() == Word.Gap.NONE
                        && Patterns.matches(sentence.word(at - 1).text(), ".*(s|men|police|people)")
                        && !NO_SUBJECT.contains(sentence.textAt(item.begin() - 1))
                        && at + 1 < sentence.size());
    }

    /** Whether a determiner, an adjective of origin, a preposition or a number stands before a word. */
    static boolean isGoverned(Sentence sentence, int at) {
        return at > 0
                && sentence.word(at).before() == Word.Gap.NONE
                && (DETERMINERS.contains(sentence.word(at - 1).text())
                        || sentence.isAt(
                                at - 1, "by", "on", "against", "after", "for", "over", "during", "amid", "from")
                        || sentence.word(at - 1).number()
                        || sentence.mentions.stream()
                                .anyMatch(item -> item.end() == at
                                        && item.value().kind() == org.marsad.geocode.MentionKind.DEMONYM));
    }
}
