package org.marsad.coding.trigger;

import java.util.Objects;
import java.util.Set;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;

/** Who condemns a deed is no judge: tells the two senses of one verb apart. */
final class Condemnations {
    private static final Set<String> PARTIES =
            Set.of("حزب", "الحزب", "احزاب", "تحالف", "التحالف", "تجمع", "نقابه", "منظمه");
    private static final Set<String> CONVICTING = WordSets.get("convicting");

    /** Words from "condemned" to the deed that it is about, at most. */
    private static final int REPROACH_REACH = 8;

    private final Lexicon lexicon;
    private final EventKind condemnation =
            Objects.requireNonNull(EventKind.table().get("condemnation"));

    Condemnations(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** "condemned the attack", «أدانت الهجوم»: a reproach, where it is no judge's. */
    Trigger settle(Trigger trigger) {
        if (!trigger.kind().key().equals("sentence") || trigger.isNoun() || trigger.passive()) {
            return trigger;
        }
        var sentence = trigger.sentence();
        if (lexicon.language == Language.EN
                && !sentence.word(trigger.begin()).text().startsWith("condemn")) {
            return trigger;
        }
        if (sentence.actors.stream()
                .anyMatch(item -> item.value().actor().sector().equals("JUD")
                        && (lexicon.language != Language.AR
                                || Math.abs(item.begin() - trigger.begin()) <= REPROACH_REACH))) {
            return trigger;
        }
        if (lexicon.language == Language.AR && isJudged(sentence)) {
            return trigger;
        }
        boolean convicts = lexicon.language != Language.AR || trigger.end() - trigger.begin() > 1;
        for (int i = trigger.begin() + 1;
                i < Math.min(sentence.size(), trigger.end() + REPROACH_REACH + (convicts ? 0 : REPROACH_REACH));
                i++) {
            boolean deed = lexicon.triggers.at(sentence.words, i).stream()
                            .anyMatch(hit -> hit.value().tense().isNoun()
                                    && (hit.value().kind().isViolence()
                                            || hit.value().kind().key().equals("coup")))
                    || lexicon.language == Language.AR && i <= trigger.end() + 1 && isOrganisation(sentence, i);
            if (deed && !sentence.isAt(i - 1, "for", "pour") && !sentence.isAt(i - 2, "for", "pour")) {
                var kind = condemnation;
                return new Trigger(
                        kind,
                        sentence,
                        trigger.begin(),
                        trigger.end(),
                        trigger.tense(),
                        false,
                        false,
                        trigger.reading());
            }
        }
        return trigger;
    }

    static boolean isJudged(Sentence sentence) {
        return sentence.words.stream()
                .anyMatch(word -> word.readings().stream().anyMatch(reading -> CONVICTING.contains(reading.stem())));
    }

    private static boolean isOrganisation(Sentence sentence, int at) {
        // «أدان حزب الأمة ما سماه التواطؤ»
        if (PARTIES.contains(sentence.textAt(at))) {
            return true;
        }
        return sentence.actors.stream()
                .anyMatch(item -> item.begin() == at
                        && ActorKinds.isOrganisation(item.value().actor())
                        && !item.value().actor().sector().equals("JUD")
                        && !item.value().actor().id().value().equals("icc"));
    }
}
