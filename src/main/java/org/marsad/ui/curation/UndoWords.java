package org.marsad.ui.curation;

import org.marsad.curation.UndoRefused;

/** Why a change cannot be taken back. */
final class UndoWords {
    private UndoWords() {}

    /** In the reader's language what stands in the way, and the service's own words with the details. */
    static String of(GazetteerWords words, UndoRefused refused) {
        var later = refused.later();
        return later == null
                ? String.valueOf(refused.getMessage())
                : words.say("history.later", later) + " " + refused.getMessage();
    }
}
