package org.marsad.geocode;

import org.marsad.gazetteer.PlaceLevel;

/** Vowel signs that tell two names of the same letters apart: «عمّان» is Amman, «عُمان» is Oman. Most texts leave them out. */
final class Vocalised {
    private static final String LETTERS = "عمان";
    private static final char SHADDA = '\u0651';
    private static final char DAMMA = '\u064F';

    private Vocalised() {}

    /** Whether a word that may mean a place is written as another's name is. */
    static boolean excludes(Reading reading, int at, PlaceLevel level) {
        if (!reading.word[at].endsWith(LETTERS)) {
            return false;
        }
        var source = reading.span(at, 0, at).in(reading.text);
        return source.indexOf(level == PlaceLevel.COUNTRY ? SHADDA : DAMMA) >= 0;
    }
}
