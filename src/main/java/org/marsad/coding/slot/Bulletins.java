package org.marsad.coding.slot;

import java.util.List;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.text.DatePrecision;

/**
 * A ministry's bulletin of one day's arrests and seizures: «ضبطت مفرزة أمس … وأضاف البيان أن مفرزة أخرى أوقفت …». What goes on
 * without a day was on that of the first.
 */
public final class Bulletins {
    private static final String ARREST = "arrest";
    /** Arrests and seizures that make a text a bulletin. */
    private static final int FEWEST = 3;

    private Bulletins() {}

    /** Gives an arrest or a seizure that says no day, or not by whom, those of what is told before it. */
    public static void lend(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        if (draft.earlier || !draft.kind.family().equals(ARREST)) {
            return;
        }
        long arrests =
                drafts.stream().filter(one -> one.kind.family().equals(ARREST)).count();
        if (arrests < FEWEST) {
            return;
        }
        for (int i = at - 1; i >= 0; i--) {
            var other = drafts.get(i);
            if (other.kind.family().equals(ARREST)) {
                lend(other, draft);
                return;
            }
        }
    }

    /** «أوقفت مفرزة مهربا بتندوف، وضبطت أخرى بتمنراست»: the next arrest, or the same verb again, behind a comma. */
    public static boolean isNext(Trigger one, Trigger other) {
        var word = other.sentence().word(other.begin());
        if (one.isNoun()
                || other.isNoun()
                || word.before() != Word.Gap.COMMA
                || !word.text().startsWith("و")) {
            return false;
        }
        boolean arrests =
                one.kind().family().equals(ARREST) && other.kind().family().equals(ARREST);
        var before = one.sentence().word(one.begin());
        return arrests
                || word.readings().stream()
                        .anyMatch(reading -> before.readings().stream()
                                .anyMatch(verb -> verb.stem().equals(reading.stem())));
    }

    /** «أوقفت مفرزة مهربا، فيما أوقفت أخرى ستة منقبين»: who stands behind the next arrest is of that one. */
    public static boolean isOfNext(Lexicon lexicon, Trigger trigger, int word) {
        if (trigger.isNoun() || !trigger.kind().family().equals(ARREST)) {
            return false;
        }
        for (int i = trigger.end(); i < word; i++) {
            if (lexicon.triggers.at(trigger.sentence().words, i).stream()
                    .anyMatch(hit -> !hit.value().tense().isNoun()
                            && hit.value().kind().family().equals(ARREST))) {
                return true;
            }
        }
        return false;
    }

    private static void lend(Draft other, Draft draft) {
        if (draft.date == null && other.date != null && other.date.precision() == DatePrecision.DAY) {
            draft.date = other.date;
            draft.dateInherited = true;
        }
        if (draft.actors.stream().noneMatch(one -> one.role() == Role.PERPETRATOR)) {
            other.actors.stream()
                    .filter(one -> one.role() == Role.PERPETRATOR && ActorKinds.isState(one.actor()))
                    .findFirst()
                    .ifPresent(draft.actors::add);
        }
    }
}
