package org.marsad.coding.merge;

import org.marsad.coding.slot.Draft;

/** What another source says of the same dead: "But an officer said that about thirty had been killed". */
final class OtherFigures {
    private static final int REACH = 4;

    private OtherFigures() {}

    /** Whether a draft only gives another toll of what was told some sentences before. */
    static boolean are(Draft draft, int apart) {
        var sentence = draft.sentence;
        int start = sentence.start();
        return apart > 0
                && apart <= REACH
                && draft.kind.key().equals("killing")
                && draft.date == null
                && draft.places().isEmpty()
                && !draft.unplaced
                && !draft.another
                && !sentence.sayings.isEmpty()
                && (sentence.isAt(
                                start,
                                "but",
                                "however",
                                "though",
                                "yet",
                                "mais",
                                "toutefois",
                                "cependant",
                                "pourtant",
                                "لكن",
                                "ولكن")
                        || sentence.isAt(start + 1, "however", "quant", "toutefois"));
    }
}
