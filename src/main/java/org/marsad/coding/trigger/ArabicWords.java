package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.text.Patterns;

/** Arabic words that look like a verb of an event once folded, and whose endings say that they are none. */
final class ArabicWords {
    /** Kinds whose verbs take what they name for their object. */
    private static final Set<String> OF_AGREEMENTS =
            Set.of("severance", "agreement", "ceasefire", "sanction", "lifting");

    private ArabicWords() {}

    static boolean isNoVerb(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        var source = sentence.word(hit.begin()).source();
        boolean single = hit.end() - hit.begin() == 1;
        // «القوة الصاروخية وسلاح الجو»: a force, and nobody threw down arms.
        boolean noun = source.endsWith("ة") && !single;
        // «ينهيها اتفاق الرياض»: the verb has its object, so that the noun behind it is who does it.
        boolean complete = !single
                && OF_AGREEMENTS.contains(hit.value().kind().key())
                && Patterns.matches(source, "[\\p{L}\\p{M}]{3,}(ها|هم|هما)");
        // «اقتحام سجن كوجي», «جدار سجن»: a prison, and nobody is jailed.
        boolean prison = single
                && source.equals("سجن")
                && hit.begin() > sentence.start()
                && sentence.mentions.stream()
                        .anyMatch(item -> item.begin() >= hit.end() && item.begin() <= hit.end() + 1)
                && sentence.word(hit.begin()).before() == Word.Gap.NONE;
        return noun || complete || prison;
    }
}
