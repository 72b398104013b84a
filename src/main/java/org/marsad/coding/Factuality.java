package org.marsad.coding;

import java.util.Set;
import org.marsad.text.Language;

/**
 * Whether a trigger tells of something that happened, and how plainly. What is denied, wished, feared, planned, fought
 * against or only going on in general is no event.
 */
final class Factuality {
    /** Of a trigger that tells of no event. */
    static final double NONE = Double.NEGATIVE_INFINITY;

    private static final Set<String> SUFFER = WordSets.get("suffer-ar");
    private static final Set<String> ACHIEVED = WordSets.get("achieved");

    /** Kinds that an accident or a disaster has too. */
    private static final Set<String> ACCIDENTAL = Set.of("killing", "explosion", "onslaught", "taking");

    private final Lexicon lexicon;

    Factuality(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Plainness of a trigger, about 0 to 2.5, or {@link #NONE}. */
    double of(Trigger trigger) {
        var sentence = trigger.sentence();
        double score = base(trigger);
        if (score == NONE) {
            return NONE;
        }
        for (var cue : sentence.cues) {
            if (cue.begin() >= trigger.begin() && cue.begin() < trigger.end()) {
                continue;
            }
            score += weight(cue, trigger);
            if (score == NONE) {
                return NONE;
            }
        }
        if (trigger.isNoun()
                && trigger.kind().isViolence()
                && !trigger.kind().key().equals("killing")
                && isCounted(trigger)) {
            return NONE;
        }
        if (lexicon.language == Language.AR && isArabicPurpose(trigger)) {
            return NONE;
        }
        return score;
    }

    private double base(Trigger trigger) {
        boolean planned = trigger.kind().planned();
        return switch (trigger.tense()) {
            case PAST -> 2;
            case PARTICIPLE -> trigger.sentence().title ? 1.8 : 1;
            case GERUND -> 1.3;
            case PRESENT, ACCENTED -> trigger.sentence().title ? 2 : 0.6;
            case FUTURE -> planned ? 0.8 : NONE;
            case CONDITIONAL -> NONE;
            case INFINITIVE -> infinitive(trigger);
            case SINGULAR -> 0.7;
            case PLURAL -> 0;
        };
    }

    private double infinitive(Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - 4); i--) {
            if (ACHIEVED.contains(sentence.word(i).text())) {
                return 1.5;
            }
        }
        // « avant de se retirer », "before withdrawing": what follows did happen.
        if (sentence.isAt(trigger.begin() - 1, "de") && sentence.isAt(trigger.begin() - 2, "avant")
                || sentence.isAt(trigger.begin() - 2, "de") && sentence.isAt(trigger.begin() - 3, "avant")) {
            return 0.8;
        }
        if (lexicon.language == Language.EN && sentence.title && !sentence.isAt(trigger.begin() - 1, "to")) {
            return 1.5;
        }
        return NONE;
    }

    private double weight(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        var sentence = trigger.sentence();
        int before = trigger.begin() - cue.end();
        boolean sameClause = sentence.isClauseOf(cue.begin(), trigger.begin());
        boolean within = before >= 0 && sameClause && before < cue.value().reach();
        return switch (cue.value().kind()) {
            case NEGATION -> within ? NONE : 0;
            case DENIAL -> before >= 0 && before < cue.value().reach() ? NONE : 0;
            case MODAL -> within ? (trigger.tense() == Tense.PAST && before > 3 ? -1 : NONE) : 0;
            case COUNTER -> within && trigger.isNoun() && governs(cue, trigger) && isGeneral(trigger) ? NONE : 0;
            case FUTURE ->
                within || after(cue, trigger)
                        ? (trigger.kind().planned() ? -0.4 : trigger.tense() == Tense.PAST ? 0 : NONE)
                        : 0;
            case HABITUAL -> sameClause && !trigger.kind().lasting() ? habitual(trigger) : 0;
            // "after the withdrawal": taken for granted.
            case SUBORDINATE -> trigger.isNoun() && before >= 0 && before <= 1 ? 0.5 : 0;
            case ANOTHER -> 0;
            case ACCIDENT -> ACCIDENTAL.contains(trigger.kind().key()) ? NONE : 0;
        };
    }

    private static double habitual(Trigger trigger) {
        return switch (trigger.tense()) {
            case PAST -> -0.8;
            case PLURAL -> NONE;
            default -> -1.5;
        };
    }

    /** Whether the trigger is what the cue's word is about: right after it, in English perhaps with an adjective between. */
    private boolean governs(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        int before = trigger.begin() - cue.end();
        return before <= (lexicon.language == Language.EN ? 1 : 0)
                && trigger.sentence().word(trigger.begin()).before() == Word.Gap.NONE;
    }

    /** "500 attacks": a statistic. */
    private boolean isCounted(Trigger trigger) {
        return trigger.sentence().figures(lexicon.language).stream()
                .anyMatch(figure ->
                        figure.end() <= trigger.begin() && trigger.begin() - figure.end() <= 1 && figure.low() > 3);
    }

    /** "against attacks" is general; "against the attack of Monday" is said of one. */
    private static boolean isGeneral(Trigger trigger) {
        return trigger.tense() == Tense.PLURAL || trigger.tense() == Tense.SINGULAR && !trigger.isDefinite();
    }

    /** « prochain », «المقبل» follow their noun. */
    private static boolean after(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        int distance = cue.begin() - trigger.end();
        return trigger.isNoun() && distance >= 0 && distance <= 2;
    }

    /** «لشن هجوم», «لقتل»: a verbal noun after ل says what for. */
    private static boolean isArabicPurpose(Trigger trigger) {
        return trigger.isNoun()
                && trigger.reading().particles().endsWith("ل")
                && !trigger.reading().definite()
                && trigger.tense() == Tense.SINGULAR
                && !(trigger.begin() > 0
                        && SUFFER.contains(
                                trigger.sentence().word(trigger.begin() - 1).text()));
    }
}
