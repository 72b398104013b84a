package org.marsad.coding.article;

import java.util.List;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.When;
import org.marsad.text.DatePrecision;

/**
 * « Ils sont arrivés dans la nuit de samedi. Ils ont encerclé … », "before dawn on Sunday a column of smoke stood over the bay.
 * Fighters had stormed": the day of a sentence that tells no event itself is that of the event told next.
 */
final class Preceding {
    private Preceding() {}

    /** Dates what is told so before it is known what belongs together, so that it is not taken for something of another day. */
    static void complete(List<Sentence> sentences, List<Draft> drafts) {
        for (var draft : drafts) {
            if (draft.date == null && draft.told && draft.kind.isViolence() && !draft.definite) {
                lend(sentences, drafts, draft);
            }
        }
    }

    static void lend(List<Sentence> sentences, List<Draft> drafts, Draft draft) {
        // A title says no day; what told of it again may stand behind one.
        var sentence =
                draft.mentions.stream().filter(one -> !one.title).findFirst().orElse(draft.sentence);
        int at = sentence.index - 1;
        if (at < 1
                || sentences.get(at).paragraph != sentence.paragraph
                || sentences.get(at).dates.size() != 1
                || !sentences.get(at).sayings.isEmpty()
                || drafts.stream()
                        .anyMatch(one -> one.mentions.contains(sentences.get(at))
                                // « Le jour même de cette visite » only points back.
                                && !(one.definite && !one.kind.isViolence())
                                && (one.isComplete() || !one.kind.family().equals("withdrawal")))) {
            return;
        }
        var date = sentences.get(at).dates.getFirst();
        if (date.value().precision() == DatePrecision.DAY && !When.isBeginning(sentences.get(at), date)) {
            draft.date = date.value();
            draft.dateInherited = true;
        }
    }
}
