package org.marsad.coding.trigger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** Tense of Arabic verbs, and the verbs that only look like a trigger. */
final class ArabicVerbs implements Verbs {
    private static final Set<String> WEAPONS = WordSets.get("xweapons");

    private final Lexicon lexicon;

    ArabicVerbs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public @Nullable Trigger resolve(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        if (hit.reading().definite() || Patterns.matches(hit.reading().particles(), ".*[بلك]")) {
            return null;
        }
        if (sentence.isAt(at, "فقد") && !losesSomething(sentence, at + 1)) {
            return null;
        }
        // «قذيفة أطلقها الجيش»: it fired, and launched no initiative.
        if (hit.value().kind().key().equals("initiative") && at > 0 && isWeapon(sentence, at - 1)) {
            return null;
        }
        // «قضت محكمة … بالسجن على»: it judged.
        if (hit.value().kind().key().equals("killing")
                && Patterns.matches(sentence.word(at).text(), "[وف]?قض(ي|ت|وا)")
                && Condemnations.isJudged(sentence)) {
            return null;
        }
        // «حاكم سان لويس»: its governor.
        if (sentence.isAt(at, "حاكم", "وحاكم") && sentence.mentions.stream().anyMatch(item -> item.begin() == at + 1)) {
            return null;
        }
        // «تتسلل عبر الحدود»: across; «ستتم إحالتهم»: it will be done.
        if (sentence.isAt(at, "عبر") && sentence.isAt(at + 1, "الحدود", "حدود")
                || sentence.isAt(at - 1, "ستتم", "سيتم", "وستتم", "وسيتم", "ستجري", "سيجري")) {
            return null;
        }
        var tense = hit.value().tense();
        if (hit.reading().particles().endsWith("س")) {
            tense = Tense.FUTURE;
        } else if (tense == Tense.PRESENT
                && at > 0
                && sentence.word(at - 1).is("كان", "كانت", "كانوا", "وكان", "وكانت", "لم", "ولم")) {
            tense = Tense.PAST;
        }
        return Nearby.trigger(sentence, hit, tense, false);
    }

    /** «فقد الجيش» has lost; «فقد استضافت البلاد» says only "indeed". */
    private boolean losesSomething(Sentence sentence, int next) {
        return next < sentence.size()
                && (sentence.word(next).readings().getFirst().definite()
                        || sentence.word(next).number()
                        || !lexicon.persons.at(sentence.words, next).isEmpty()
                        || sentence.actors.stream().anyMatch(item -> item.begin() == next)
                        || sentence.mentions.stream().anyMatch(item -> item.begin() == next)
                        || sentence.figures(lexicon.language).stream().anyMatch(figure -> figure.begin() == next));
    }

    private static boolean isWeapon(Sentence sentence, int at) {
        return sentence.word(at).readings().stream()
                .anyMatch(reading -> WEAPONS.contains(reading.stem())
                        || Patterns.matches(reading.stem(), "(قذيف|صاروخ|صواريخ|مسير|طاير|رصاص|نيران).*"));
    }
}
