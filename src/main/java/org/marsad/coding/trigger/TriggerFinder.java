package org.marsad.coding.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** Finds the triggers of a sentence, the longest at each word, and works out tense and voice from the words around. */
public final class TriggerFinder {
    private static final Set<String> PAPER = WordSets.get("paper");

    /** Words from the first of a phrase to a date inside it, at most. */
    private static final int DATE_REACH = 6;

    private static final int PHRASE_REACH = 20;

    private final Lexicon lexicon;
    private final Verbs verbs;
    private final ObjectFirst objectFirst;
    private final NounOrVerb words;
    private final TakenWords taken;
    private final Condemnations condemnations;

    public TriggerFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.verbs = Verbs.of(lexicon);
        this.objectFirst = new ObjectFirst(lexicon);
        this.words = new NounOrVerb(lexicon);
        this.taken = new TakenWords(lexicon);
        this.condemnations = new Condemnations(lexicon);
    }

    public List<Trigger> list(Sentence sentence) {
        var triggers = new ArrayList<Trigger>();
        int object = -1;
        for (int at = sentence.start(); at < sentence.size(); ) {
            var trigger = taken.areTaken(sentence, at) || at == object ? null : best(sentence, at);
            // «أنهت … اتفاق التعاون»: an object of two words is no agreement either.
            trigger = trigger != null && trigger.isNoun() && trigger.end() == object + 1 ? null : trigger;
            if (trigger == null) {
                at++;
            } else {
                triggers.add(Judgements.settle(condemnations.settle(trigger)));
                // "revoked its … agreement" is no agreement.
                object = trigger.isNoun() || trigger.end() - trigger.begin() < 2 ? object : trigger.end() - 1;
                at = Math.max(at + 1, headEnd(trigger));
            }
        }
        Convened.drop(sentence, triggers);
        return triggers;
    }

    /** A trigger with a gap in it leaves the words of the gap to others. */
    private static int headEnd(Trigger trigger) {
        // «أسفرت ضربة … عن مقتل».
        boolean wide = trigger.end() - trigger.begin() > 4
                && trigger.sentence().word(trigger.begin()).source().codePointAt(0) > 0x5FF;
        return trigger.isNoun() ? trigger.end() : Math.min(trigger.end(), trigger.begin() + (wide ? 1 : 2));
    }

    private @Nullable Trigger best(Sentence sentence, int at) {
        Trigger best = null;
        boolean never = lexicon.isNever(sentence.word(at))
                && (lexicon.language != Language.FR || !Nearby.before(sentence, at, 2, Nearby.HAVE));
        for (var hit : hits(sentence, at)) {
            if (never && hit.end() - at < 2) {
                continue;
            }
            if (best != null && hit.end() < best.end()) {
                break;
            }
            var trigger = resolve(sentence, hit);
            if (trigger != null && (best == null || preferred(trigger, best))) {
                best = trigger;
            }
        }
        return best != null && best.end() - at > 1 ? nounOf(sentence, best) : best;
    }

    /** "protests over water", "an attack on the base with drones": the noun, though a verb's phrase is longer. */
    private Trigger nounOf(Sentence sentence, Trigger longest) {
        if (lexicon.language != Language.EN
                || longest.tense() != Tense.INFINITIVE && longest.tense() != Tense.PRESENT) {
            return longest;
        }
        int at = longest.begin();
        for (var hit : hits(sentence, at)) {
            if (hit.value().tense().isNoun()) {
                var noun = resolve(sentence, hit);
                if (noun != null && NounOrVerb.isGoverned(sentence, at) && words.isNoun(sentence, at, noun)) {
                    return noun;
                }
            }
        }
        return longest;
    }

    /** What begins at a word; a date between the words of a phrase does not part them: « a levé le 24 février ses sanctions ». */
    private List<Phrases.Hit<Lexicon.TriggerForm>> hits(Sentence sentence, int at) {
        var hits = lexicon.triggers.at(sentence.words, at);
        boolean interrupted =
                sentence.dates.stream().anyMatch(item -> item.begin() > at && item.begin() - at <= DATE_REACH);
        if (!interrupted) {
            return hits;
        }
        var words = new ArrayList<Word>();
        var indices = new ArrayList<Integer>();
        for (int i = at; i < Math.min(sentence.size(), at + PHRASE_REACH); i++) {
            if (i == at || !isOfDate(sentence, i)) {
                words.add(sentence.word(i));
                indices.add(i);
            }
        }
        var all = new ArrayList<>(hits);
        for (var hit : lexicon.triggers.at(words, 0)) {
            int end = indices.get(hit.end() - 1) + 1;
            if (hit.end() > 1 && all.stream().noneMatch(one -> one.end() == end && one.value() == hit.value())) {
                all.add(new Phrases.Hit<>(hit.value(), at, end, hit.reading()));
            }
        }
        all.sort((a, b) -> Integer.compare(b.end(), a.end()));
        return all;
    }

    private static boolean isOfDate(Sentence sentence, int at) {
        return sentence.dates.stream()
                .anyMatch(item -> item.begin() <= at && at < item.end()
                        || at == item.begin() - 1 && sentence.isAt(at, "on", "in", "le", "en", "يوم", "في", "late"));
    }

    private boolean preferred(Trigger one, Trigger other) {
        if (one.end() != other.end()) {
            return one.end() > other.end();
        }
        if (one.isNoun() != other.isNoun()) {
            return one.isNoun() == words.isNoun(one.sentence(), one.begin(), one.isNoun() ? one : other);
        }
        return one.kind().rank() > other.kind().rank();
    }

    private @Nullable Trigger resolve(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        var form = hit.value();
        int at = hit.begin();
        if (Homographs.isOther(lexicon.language, sentence, hit)
                || Patterns.matches(form.kind().key(), "entry|crossing") && isIntoForce(sentence, hit)
                || form.kind().key().equals("leaving")
                        && (sentence.isAt(hit.end(), "of") || sentence.isAt(at - 1, "ou"))) {
            return null;
        }
        if (form.tense().isNoun()) {
            return new Trigger(form.kind(), sentence, at, hit.end(), form.tense(), false, form.act(), hit.reading());
        }
        if (lexicon.language == Language.AR && ArabicWords.isNoVerb(sentence, hit)) {
            return null;
        }
        if (form.objectFirst()) {
            return objectFirst.resolve(sentence, hit);
        }
        if (isBroken(sentence, hit)) {
            return null;
        }
        if (form.kind().key().equals("taking") && sentence.isAt(at + 1, "for", "pour")) {
            return null;
        }
        if (form.kind().isViolence() && sentence.isAt(at, "fait", "font", "faisait") && sentence.isAt(at + 1, "etat")) {
            return null;
        }
        if (form.kind().key().equals("onslaught")
                && (PAPER.contains(sentence.textAt(hit.end())) || PAPER.contains(sentence.textAt(hit.end() + 1)))) {
            return null;
        }
        if (form.reflexive() && !Nearby.before(sentence, at, 3, Set.of("se", "s"))) {
            return null;
        }
        return verbs.resolve(sentence, hit);
    }

    /** « entrée en vigueur », «دخلت حيز التنفيذ»: no troops. */
    private boolean isIntoForce(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        return sentence.isAt(hit.end(), "vigueur", "force", "effect")
                || lexicon.supports.at(sentence.words, hit.begin()).stream()
                        .anyMatch(
                                support -> support.value().voice() == Lexicon.Voice.OCCUR && support.end() > hit.end());
    }

    /** "killed … when a drone": the words of one phrase stand in one clause. */
    private boolean isBroken(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        return lexicon.language != Language.AR
                && hit.value().kind().isViolence()
                && hit.end() - hit.begin() > 2
                && sentence.clause(hit.begin()) != sentence.clause(hit.end() - 1);
    }
}
