package org.marsad.geocode;

/** How far a spelling is from a name in Latin letters, in either script. Safe for use by many threads. */
public final class Resemblance {
    private final Transliteration transliteration = new Transliteration();

    /**
     * 0 for the usual spelling; about 0.1 to 0.25 for each vowel that differs, and 1 for each consonant.
     *
     * @param latin a folded name
     * @param spelling folded, in Latin or Arabic letters
     */
    public double cost(String latin, String spelling) {
        boolean arabic = !spelling.isEmpty() && spelling.charAt(0) >= 0x600;
        return arabic ? transliteration.cost(latin, spelling) : Spellings.cost(latin, spelling);
    }
}
