package org.marsad.coding.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marsad.coding.draft.Drafter;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.slot.Draft;

/**
 * Sentences that only say when and where what was told before happened: « Les faits se sont produits dimanche à Ouallam »,
 * "The incident took place near Gao on Monday".
 */
final class Circumstances {
    private static final Pattern HAPPENED = Pattern.compile(
            "(les faits|l incident|le drame|la scene|le crime|la tragedie|les evenements|l evenement|ceci|cela|le forfait)"
                    + " (se sont|s est|s etait|s etaient|ont|a|est|sont) (produite?s?|deroulee?s?|passee?s?|eu lieu|survenue?s?)\\b"
                    + "|(the|this|these) (incidents?|tragedy|crime|episode|events?|mishap)"
                    + " (reportedly |(was|were|is|are) said to have |is reported to have |is believed to have )?"
                    + "(took place|taken place|occurred|happened|unfolded)\\b"
                    + "|و?(وقع|وقعت|حدث|حدثت|جري|جرت) (الحادث|الحادثه|الواقعه|الجريمه|الماساه|الاحداث)(?= |$)"
                    + "|و?(كان|كانت) (الحادث|الحادثه|الواقعه) قد (وقع|وقعت|حدث|حدثت)(?= |$)");
    private static final int REACH = 4;
    private static final int VERB_REACH = 8;

    private final Drafter drafter;

    Circumstances(Drafter drafter) {
        this.drafter = drafter;
    }

    /** "The incident occurred on Sunday near the lake, where militants executed farmers": it tells of what was told before. */
    static List<Draft> pointBack(Sentence sentence, List<Draft> drafts) {
        if (!sentence.title && isOne(sentence) && drafts.size() == 1) {
            drafts.getFirst().definite = true;
        }
        return drafts;
    }

    private static boolean isOne(Sentence sentence) {
        return words(sentence) > 0;
    }

    /** How many words say that it happened; 0 where none do. */
    private static int words(Sentence sentence) {
        var found = HAPPENED.matcher(sentence.text(0, Math.min(sentence.size(), VERB_REACH)));
        return found.lookingAt() ? found.group().split(" ").length : 0;
    }

    /** What such a sentence adds to the last event told before it. */
    Optional<Draft> find(Sentence sentence, List<Draft> before) {
        if (sentence.title || sentence.dates.isEmpty() && sentence.mentions.isEmpty() || !isOne(sentence)) {
            return Optional.empty();
        }
        var told = new ArrayList<>(before);
        told.removeIf(one -> one.sentence.index >= sentence.index || sentence.index - one.sentence.index > REACH);
        if (told.isEmpty() || before.stream().anyMatch(one -> one.sentence == sentence)) {
            return Optional.empty();
        }
        var model = told.getLast();
        // The noun or participle that ends those words stands nearest to the day and the place.
        int verb = words(sentence) - 1;
        var reading = sentence.word(verb).readings().getFirst();
        var trigger = new Trigger(model.kind, sentence, verb, verb + 1, Tense.PAST, true, false, reading);
        return drafter.of(trigger).map(draft -> {
            draft.actors.clear();
            draft.counts.clear();
            draft.countsBySentence.clear();
            draft.definite = true;
            draft.another = false;
            return draft;
        });
    }
}
