package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be counted by. */
public enum Facet {
    TIME,
    TYPE,
    ACTOR,
    KIND,
    ROLE,
    COUNTRY,
    REGION,
    BORDER,
    LANGUAGE,
    SOURCE,
    PRECISION;

    public static final Set<Facet> ALL = Set.copyOf(EnumSet.allOf(Facet.class));

    /** The word of the HTTP interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for another word
     */
    public static Facet ofWord(String word) {
        return Arrays.stream(values())
                .filter(facet -> facet.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
