package org.marsad.geocode;

import java.util.Locale;

/** How a place name is used. Only literal and metonymic mentions count as geographic. */
public enum MentionKind {
    LITERAL,
    /** Stands for its government or people: «أعلنت مالي». */
    METONYM,
    /** An adjective: «الجيش المالي». */
    DEMONYM,
    /** A name inside another name: «عملية دوشانبه». */
    NESTED;

    /** The word of the coder's JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isGeographic() {
        return this == LITERAL || this == METONYM;
    }
}
