package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Generalities;
import org.marsad.coding.trigger.Pronounced;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/**
 * Whether a trigger tells of something that happened, and how plainly. What is denied, wished, feared, planned, fought
 * against or only going on in general is no event.
 */
public final class Factuality {
    /** Of a trigger that tells of no event. */
    static final double NONE = Double.NEGATIVE_INFINITY;

    /** Of what a state announces that it will do: it is done by being said. */
    private static final double PRONOUNCED = 1.5;

    private static final Set<String> ACHIEVED = WordSets.get("achieved");

    private static final Set<String> ENDING = WordSets.get("ending");
    private static final Set<String> HOSPITAL = WordSets.get("hospital");
    private static final Set<String> LEADERS = WordSets.get("leaders");

    /** "used a dust storm that swept through the country earlier on Monday to set fire to a farm". */
    private static final int DONE_REACH = 18;

    /** How much less plainly a noun tells that is only referred to. */
    private static final double REFERRED_TO = 1.5;

    private static final int REFERRED_REACH = 4;
    private static final Set<String> REFERRING = WordSets.get("referring");
    private static final Set<String> STILL = WordSets.get("still-ar");

    /** Kinds that an accident or a disaster has too. */
    private static final Set<String> ACCIDENTAL = Set.of("killing", "explosion", "onslaught", "taking");

    /** Between a noun and its verb: "the border was not closed". */
    private static final Set<Lexicon.CueKind> UNDONE =
            Set.of(Lexicon.CueKind.NEGATION, Lexicon.CueKind.MODAL, Lexicon.CueKind.DENIAL);

    /** What says nothing of a thing that a relative clause tells. */
    private static final Set<Lexicon.CueKind> PRESUPPOSED =
            Set.of(Lexicon.CueKind.NEGATION, Lexicon.CueKind.MODAL, Lexicon.CueKind.COUNTER, Lexicon.CueKind.FUTURE);

    private final Lexicon lexicon;

    Factuality(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Plainness of a trigger, about 0 to 2.5, or {@link #NONE}. */
    double of(Trigger trigger) {
        if (Pronounced.is(trigger)) {
            return PRONOUNCED;
        }
        var sentence = trigger.sentence();
        double score = base(trigger);
        if (score == NONE) {
            return NONE;
        }
        int taken = presupposed(trigger);
        for (var cue : sentence.cues) {
            if (cue.begin() < taken && PRESUPPOSED.contains(cue.value().kind())) {
                continue;
            }
            boolean inside = cue.begin() >= trigger.begin() && cue.begin() < trigger.end();
            if (inside
                    && trigger.act()
                    && cue.begin() > trigger.begin()
                    && UNDONE.contains(cue.value().kind())) {
                return NONE;
            }
            if (inside && cue.value().kind() != Lexicon.CueKind.ACCIDENT) {
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
        if (lexicon.language == Language.AR && ArabicPurposes.is(trigger) || Topics.isTopic(lexicon, trigger)) {
            return NONE;
        }
        if (Operations.isName(trigger) || Operations.isReported(trigger)) {
            return NONE;
        }
        if (isFrame(trigger)
                || Patterns.matches(trigger.kind().plover(), "ACCUSE|REQUEST|REJECT|THREATEN") && isOfWriter(trigger)) {
            return NONE;
        }
        score -= isReferredTo(trigger) ? REFERRED_TO : 0;
        return lexicon.language == Language.EN && Undone.is(trigger)
                        || SinceTolls.is(trigger)
                        || Flouted.is(trigger)
                        || Generalities.isOfMany(lexicon, trigger)
                        || isDescription(trigger)
                        || isSupposed(trigger)
                        || isLateDeath(trigger)
                ? NONE
                : score;
    }

    /**
     * Up to which word nothing is said of whether it happened: «لم يشر النص إلى المذكرة التي وقعتها أديس أبابا», "no mention
     * of the deal which the two signed in May" deny nothing of what the relative clause tells.
     */
    private int presupposed(Trigger trigger) {
        // In Arabic only what is definite takes a relative pronoun.
        if (!trigger.isNoun() || !trigger.isDefinite() && !trigger.sentence().isAt(trigger.end(), "الذي", "التي")) {
            return 0;
        }
        var support = Support.find(lexicon, trigger);
        boolean relative = support != null
                && support.at() >= trigger.end()
                && support.tense() == Tense.PAST
                && trigger.sentence().isRelative(support.at())
                && !trigger.sentence().isRelative(trigger.begin());
        return relative ? trigger.begin() : 0;
    }

    /** "sentenced for the killing of", « arrêté pour l'attaque de », "detained over the raid". */
    private boolean isCharge(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        boolean charge = sentence.isAt(at - 1, "for", "over", "pour")
                || sentence.isAt(at - 2, "for", "over", "pour")
                        && sentence.isAt(at - 1, "the", "a", "an", "la", "l", "le", "un", "une", "their", "his");
        if (!trigger.isNoun() || !trigger.kind().isViolence() || !charge) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            if (lexicon.triggers.at(sentence.words, i).stream()
                    .anyMatch(hit -> !hit.value().tense().isNoun()
                            && Patterns.matches(hit.value().kind().family(), "sentence|arrest"))) {
                return true;
            }
        }
        return false;
    }

    /** «على هامش المؤتمر», "on the sidelines of the summit": what is told happened beside it. */
    private static boolean isFrame(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return trigger.isNoun()
                && (sentence.isAt(at - 1, "هامش", "sidelines", "marge")
                        || sentence.isAt(at - 2, "sidelines", "marge")
                        || sentence.isAt(at - 3, "sidelines", "marge"));
    }

    /** "We condemn", « nous exigeons »: whoever writes says it, and is no party. */
    private static boolean isOfWriter(Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - 8); i--) {
            if (sentence.isAt(i, "we", "nous", "je", "i", "you", "vous")) {
                return !trigger.isNoun();
            }
        }
        return false;
    }

    /** "condemned the attack", "suspects in the attack", « contre la dissolution »: named in passing by what is told of something else. */
    private boolean isReferredTo(Trigger trigger) {
        var sentence = trigger.sentence();
        if (isCharge(trigger)) {
            return true;
        }
        if (!trigger.isNoun() || Support.find(lexicon, trigger) != null && !trigger.isDefinite()) {
            return false;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - REFERRED_REACH); i--) {
            if (sentence.clause(i) != sentence.clause(trigger.begin())) {
                return false;
            }
            if (sentence.word(i).readings().stream().anyMatch(reading -> REFERRING.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "One of the wounded has died in hospital": of what was done to him before. */
    private static boolean isLateDeath(Trigger trigger) {
        return trigger.kind().key().equals("killing")
                && (trigger.passive() || trigger.isNoun())
                && trigger.sentence().words.stream()
                        .anyMatch(
                                word -> word.readings().stream().anyMatch(reading -> HOSPITAL.contains(reading.stem())))
                && trigger.sentence().mentions.stream().allMatch(item -> trigger.begin() < item.begin())
                && lateWords(trigger);
    }

    private static boolean lateWords(Trigger trigger) {
        var text = trigger.sentence().text(trigger.begin(), trigger.end());
        return Patterns.matches(
                text,
                "(died|dies|die|passed|death|mort|morts|succombe|succomber|blesse|wounded|injured|decede|decedes|deces|توف.*|فارق.*|وفا.*).*");
    }

    /** A sentence that begins with "if" supposes, where nothing in it has a day. */
    private static boolean isSupposed(Trigger trigger) {
        var sentence = trigger.sentence();
        int start = sentence.start();
        int first = sentence.isAt(start, "and", "but", "et", "mais") ? start + 1 : start;
        return sentence.isAt(first, "if", "si", "should", "were", "اذا", "لو", "suppose")
                && sentence.dates.stream().allMatch(item -> sentence.isAt(item.begin(), "demain", "tomorrow", "غدا"));
    }

    /** «قائد الانقلاب», "the coup's leaders", « auteurs du putsch »: they are named for it, which tells nothing new. */
    private static boolean isDescription(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.isNoun()) {
            return false;
        }
        if (Patterns.matches(
                trigger.kind().key(), "operation|joint-operation|exercise|blockade|deployment|attack|clash")) {
            for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - 3); i--) {
                if (sentence.word(i).readings().stream().anyMatch(reading -> ENDING.contains(reading.stem()))) {
                    return true;
                }
            }
        }
        if (!trigger.kind().key().equals("coup")) {
            return false;
        }
        for (int i = Math.max(0, trigger.begin() - 2); i < Math.min(sentence.size(), trigger.end() + 2); i++) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> LEADERS.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
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
        if (lexicon.language == Language.EN && Decided.governs(trigger)) {
            return 1.5;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - 4); i--) {
            if (ACHIEVED.contains(sentence.word(i).text())) {
                return 1.5;
            }
            // "had tried to storm the seat of the agency": an attack all the same.
            if ((trigger.kind().isViolence() || trigger.kind().key().equals("coup"))
                    && sentence.isAt(i, "tried", "attempted")
                    && sentence.isAt(i + 1, "to")) {
                return 1;
            }
        }
        if (trigger.kind().isViolence() && isDone(sentence, trigger.begin())) {
            return 1.2;
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

    /** "assailants used two vehicles packed with explosives to attack the camp": it was done. */
    private static boolean isDone(Sentence sentence, int at) {
        if (!sentence.isAt(at - 1, "to")) {
            return false;
        }
        for (int i = at - 2; i > sentence.start() && at - i <= DONE_REACH; i--) {
            if (sentence.isAt(i, "used") && !sentence.isAt(i - 1, "be", "is", "are", "was", "were", "they", "who")) {
                return true;
            }
        }
        return false;
    }

    private double weight(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        var sentence = trigger.sentence();
        int before = trigger.begin() - cue.end();
        boolean sameClause = sentence.isClauseOf(cue.begin(), trigger.begin());
        boolean within = before >= 0 && sameClause && before < cue.value().reach();
        return switch (cue.value().kind()) {
            case NEGATION -> within && !isStill(cue, sentence) ? NONE : 0;
            case DENIAL ->
                before >= 0
                                && before < cue.value().reach()
                                && !Generalities.isCorrected(sentence, cue.end(), trigger.begin())
                        ? NONE
                        : 0;
            case MODAL ->
                within
                                && !isRecalled(sentence, cue.end())
                                && !(trigger.tense() == Tense.FUTURE && sentence.isAt(cue.begin(), "would"))
                        ? modal(cue, trigger)
                        : 0;
            case COUNTER ->
                within && trigger.isNoun() && governs(cue, trigger) && isGeneral(trigger) && !isOfSomebody(trigger)
                        ? NONE
                        : 0;
            case FUTURE ->
                Going.on(sentence, cue)
                        ? 0
                        : (within || after(cue, trigger)) && !isRecalled(sentence, cue.end())
                                ? (trigger.kind().planned() ? -0.4 : trigger.tense() == Tense.PAST ? 0 : NONE)
                                : 0;
            case HABITUAL -> sameClause && !trigger.kind().lasting() ? habitual(cue, trigger) : 0;
            // "after the withdrawal": taken for granted.
            case SUBORDINATE -> trigger.isNoun() && before >= 0 && before <= 1 ? 0.5 : 0;
            case ANOTHER -> 0;
            case ACCIDENT -> ACCIDENTAL.contains(trigger.kind().key()) && isNearest(cue, trigger) ? NONE : 0;
        };
    }

    /** "It will be recalled that", "it would be recalled": what follows is past. */
    private static boolean isRecalled(Sentence sentence, int at) {
        return sentence.isAt(at, "be") && sentence.isAt(at + 1, "recalled", "remembered")
                || sentence.isAt(at, "recall");
    }

    private static double modal(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.tense() != Tense.PAST) {
            return NONE;
        }
        // "pledging help if attacked, and left the bloc": the comma ends what is supposed.
        boolean closed = sentence.isAt(cue.begin(), "if", "si", "whether", "unless", "should");
        boolean comma = false;
        for (int i = cue.end(); i <= trigger.begin(); i++) {
            comma |= sentence.word(i).before() == Word.Gap.COMMA;
        }
        return closed && comma && cue.begin() > sentence.start() + 1 ? 0 : trigger.begin() - cue.end() > 3 ? -1 : NONE;
    }

    /** «لا يزال محتجزا»: he still is. */
    private static boolean isStill(Phrases.Hit<Lexicon.Cue> cue, Sentence sentence) {
        return cue.end() < sentence.size()
                && STILL.contains(sentence.word(cue.end()).text());
    }

    /** "seven were killed in Kandadji, and five died in a road accident": the accident is that of the verb beside it. */
    private boolean isNearest(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        int from = Math.min(cue.begin(), trigger.begin());
        int to = Math.max(cue.begin(), trigger.begin());
        for (int i = from + 1; i < to; i++) {
            if (lexicon.triggers.at(trigger.sentence().words, i).stream()
                    .anyMatch(hit -> ACCIDENTAL.contains(hit.value().kind().key())
                            && !hit.value().tense().isNoun())) {
                return false;
            }
        }
        return true;
    }

    private static double habitual(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        if (Generalities.isOfYears(cue, trigger)) {
            return NONE;
        }
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

    /** "in response to an attack by al-Shabaab on …", « face à une attaque menée par … »: one that somebody made. */
    private static boolean isOfSomebody(Trigger trigger) {
        var sentence = trigger.sentence();
        return trigger.tense() == Tense.SINGULAR
                && sentence.actors.stream()
                        .anyMatch(item -> item.begin() >= trigger.end()
                                && item.begin() - trigger.end() <= 7
                                && (sentence.isAt(trigger.end(), "by", "par")
                                        || sentence.isAt(trigger.end() + 1, "by", "par", "شنه", "شنته", "نفذه")));
    }

    /** "500 attacks": a statistic. */
    private boolean isCounted(Trigger trigger) {
        // "12 sleeper cell attacks"
        int reach = lexicon.language == Language.EN && trigger.tense() == Tense.PLURAL ? 3 : 1;
        return trigger.sentence().figures(lexicon.language).stream()
                .filter(figure -> trigger.sentence().dates.stream()
                        .noneMatch(item -> item.begin() < figure.end() && figure.begin() < item.end()))
                .anyMatch(figure ->
                        figure.end() <= trigger.begin() && trigger.begin() - figure.end() <= reach && figure.low() > 3);
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
}
