package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.text.Clitics;
import org.marsad.text.Span;
import org.marsad.text.Token;

/**
 * A word or number of a sentence with the ways it can be read: an Arabic word also without the particles joined to it.
 *
 * @param text folded
 * @param source as it stands in the document
 * @param span in the document
 * @param before what parts it from the word before
 */
public record Word(String text, String source, Span span, boolean number, List<Reading> readings, Gap before) {
    /** What stands between two words. */
    public enum Gap {
        NONE,
        COMMA,
        QUOTE,
        STRONG
    }

    /**
     * One way to read a word.
     *
     * @param stem without particles and article
     * @param particles joined before it, folded: {@code و}, {@code ول} …
     * @param definite whether it has the Arabic article
     */
    public record Reading(String stem, String particles, boolean definite) {}

    static Word of(Token token, Span span, String text, Gap before) {
        var source = span.in(text);
        boolean arabic = token.script() == Token.Script.ARABIC;
        var readings = arabic ? arabic(token.text()) : List.of(new Reading(token.text(), "", false));
        return new Word(token.text(), source, span, token.is(Token.Kind.NUMBER), readings, before);
    }

    public boolean is(String... words) {
        for (var word : words) {
            if (text.equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<Reading> arabic(String word) {
        var readings = new ArrayList<Reading>(4);
        add(readings, word, "");
        for (var cut : Clitics.list(word)) {
            add(readings, cut.stem(), cut.particles());
        }
        return readings;
    }

    private static void add(List<Reading> readings, String stem, String particles) {
        boolean definite = stem.startsWith("ال") && stem.length() > 3;
        if (definite) {
            readings.add(new Reading(stem.substring(2), particles, true));
        }
        // «التقى» and «ألغت» begin with the letters of the article and are verbs.
        readings.add(new Reading(stem, particles, false));
    }
}
