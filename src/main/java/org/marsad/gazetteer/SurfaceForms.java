package org.marsad.gazetteer;

import org.marsad.text.Folding;

/** Names as they are compared. */
public final class SurfaceForms {
    private SurfaceForms() {}

    /** Folded, its runs of letters and digits parted by single blanks; empty where there is nothing to find. */
    public static String key(String text) {
        return NameKeys.words(Folding.key(text));
    }
}
