package org.marsad.coding.merge;

import java.util.List;
import org.marsad.coding.slot.Draft;

/** « Putsch de 2015 : vingt ans pour le général »: what a title only names is what the text tells of it, however long ago. */
final class Headlines {
    private static final int LEAD = 4;

    private Headlines() {}

    /** Takes a title's bare noun into the event of its kind that the text tells. */
    static void settle(List<Draft> drafts) {
        for (var title : List.copyOf(drafts)) {
            if (title.isHeadline() && !title.told && title.tense.isNoun() && title.counts.isEmpty()) {
                drafts.stream().filter(one -> isSame(title, one)).findFirst().ifPresent(one -> {
                    Absorption.take(one, title);
                    drafts.remove(title);
                });
            }
        }
    }

    /** "The Imlil murders: three to die", and below: "the court of Salé": a title names the place of the deed, not of the court. */
    static boolean isJudgement(Draft title, Draft draft) {
        return title.isHeadline()
                && title.kind.family().equals("sentence")
                && draft.kind.family().equals("sentence")
                && draft.sentence.index <= LEAD;
    }

    private static boolean isSame(Draft title, Draft one) {
        return one != title
                && one.kind.family().equals(title.kind.family())
                && one.told
                && one.date != null
                && !one.isHeadline()
                && Agreement.place(one, title) != Fit.CONFLICT
                && Agreement.actors(one, title) != Fit.CONFLICT;
    }
}
