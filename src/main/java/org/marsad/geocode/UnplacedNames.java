package org.marsad.geocode;

import java.util.ArrayList;
import java.util.List;
import org.marsad.geocode.Reading.Case;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Language;
import org.marsad.text.Span;

/**
 * Names that the words around them make places of, though no gazetteer holds them: a village right after "village of".
 * They are mentions without a place.
 */
final class UnplacedNames {
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS = 3;
    private static final long SETTLED = Term.SETTLEMENT.bit | Term.ADMIN2.bit;
    private static final String VERBS_AND_PARTICLES = "يتنوفبلكس";
    private static final List<String> ENDINGS = List.of("ه", "ها", "هم", "ات", "ين");

    private final Lexicon lexicon;

    UnplacedNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param taken the words of mentions
     * @return where such names stand, in order
     */
    List<Span> list(Reading reading, boolean[] taken) {
        var spans = new ArrayList<Span>();
        for (int at = 1; at < reading.size; at++) {
            if (taken[at] || reading.number[at]) {
                continue;
            }
            int last = reading.arabic[at] ? arabic(reading, at, taken) : latin(reading, at, taken);
            if (last >= at) {
                spans.add(reading.span(at, 0, last));
                at = last;
            }
        }
        return spans;
    }

    /** The last word of a name that begins here, or -1: «قرية ثليجان», «بلدة "ثليجان"». */
    private int arabic(Reading reading, int at, boolean[] taken) {
        boolean cue = reading.has(at - 1, SETTLED | Term.QUARTER.bit)
                && !reading.has(at - 1, Term.AREA.bit | Term.PLURALKIND.bit)
                && !reading.word[at - 1].startsWith("ال")
                && !taken[at - 1]
                && reading.gap[at].compareTo(Gap.QUOTE) <= 0;
        if (!cue || !isForeign(reading, at) && !(reading.has(at - 1, SETTLED) && isNoun(reading, at))) {
            return -1;
        }
        int last = at;
        while (last + 1 < reading.size
                && last - at + 1 < MOST_WORDS
                && !taken[last + 1]
                && reading.gap[last + 1] == Gap.BLANK
                && isForeign(reading, last + 1)
                && "وفبلك".indexOf(reading.word[last + 1].charAt(0)) < 0) {
            last++;
        }
        return last;
    }

    /** «قرية ثليجان»: a possible form of some word, but neither a verb nor an adjective that "village" could take. */
    private boolean isNoun(Reading reading, int at) {
        var word = reading.word[at];
        return reading.arabic[at]
                && word.length() > SHORTEST
                && reading.terms[at] == 0
                && lexicon.rank(word, Language.AR) == Lexicon.UNCOMMON
                && lexicon.arabicWordness(word) < 1
                && VERBS_AND_PARTICLES.indexOf(word.charAt(0)) < 0
                && ENDINGS.stream().noneMatch(word::endsWith);
    }

    private boolean isForeign(Reading reading, int at) {
        var word = reading.word[at];
        return reading.arabic[at]
                && word.length() >= SHORTEST
                && reading.terms[at] == 0
                && lexicon.rank(word, Language.AR) == Lexicon.UNCOMMON
                && lexicon.arabicWordness(word) <= ArabicWords.HARDLY;
    }

    /** « le village de Déguessagou », "the village of Gidan Bakuso", "near Gandarshe". */
    private int latin(Reading reading, int at, boolean[] taken) {
        if (!isName(reading, at, taken)) {
            return -1;
        }
        int last = at;
        while (last + 1 < reading.size
                && last - at + 1 < MOST_WORDS
                && (reading.gap[last + 1] == Gap.BLANK || reading.gap[last + 1] == Gap.HYPHEN)
                && isName(reading, last + 1, taken)) {
            last++;
        }
        int before = at - 1;
        while (before >= 0
                && at - before <= 3
                && reading.isJoined(before + 1)
                && reading.letterCase[before] == Case.SMALL
                && reading.has(before, Term.LINK.bit | Term.ARTICLE.bit)) {
            before--;
        }
        boolean joined = before >= 0 && reading.isJoined(before + 1) && !taken[before];
        // «la peine capitale» is followed by anything.
        boolean settled = joined
                && before < at - 1
                && reading.has(before, Term.SETTLEMENT.bit)
                && reading.letterCase[before] == Case.SMALL;
        int after = last + 1;
        boolean goesOn = after < reading.size
                && reading.gap[after] == Gap.BLANK
                && !reading.number[after]
                && reading.letterCase[after] != Case.SMALL;
        boolean near = joined
                && last == at
                && !goesOn
                && reading.has(before, Term.NEAR.bit)
                && (reading.word[before].equals("near")
                        || before < at - 1
                                && (reading.word[before].equals("pres") || reading.word[before].equals("proche")));
        return settled || near || isNamedAfter(reading, last, taken) ? last : -1;
    }

    /** "Gandarshe village" */
    private static boolean isNamedAfter(Reading reading, int last, boolean[] taken) {
        int after = last + 1;
        return reading.language == Language.EN
                && after < reading.size
                && reading.gap[after] == Gap.BLANK
                && !taken[after]
                && (reading.word[after].equals("village") || reading.word[after].equals("town"));
    }

    private boolean isName(Reading reading, int at, boolean[] taken) {
        return !taken[at]
                && !reading.arabic[at]
                && !reading.number[at]
                && reading.letterCase[at] == Case.INITIAL
                && !reading.titleCase[at]
                && !reading.sentenceStart[at]
                && reading.word[at].length() >= SHORTEST
                && reading.terms[at] == 0
                && lexicon.rank(reading.word[at], reading.latinLanguage()) == Lexicon.UNCOMMON;
    }

    /** Which words belong to hits that are toponyms. */
    static boolean[] taken(Reading reading, List<Hit> hits) {
        var taken = new boolean[reading.size];
        for (var hit : hits) {
            for (int i = hit.first; hit.score > 0 && i <= hit.last; i++) {
                taken[i] = true;
            }
        }
        return taken;
    }
}
