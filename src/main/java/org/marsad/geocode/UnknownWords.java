package org.marsad.geocode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.geocode.Reading.Case;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Language;

/** Which words, in no gazetteer, may be the name of a place all the same: such as are in no dictionary either. */
final class UnknownWords {
    private static final int SHORTEST = 3;

    /** Letters that join a word to what is before it, the article's first among them. */
    private static final String PARTICLES = "اوفبلك";

    private final Lexicon lexicon;

    UnknownWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a name may begin with this word; cheap, for it is asked of nearly every word. */
    boolean mayBeName(Reading reading, int at, boolean listed) {
        return reading.arabic[at] ? mayBeArabicName(reading, at, listed) : mayBeLatinName(reading, at);
    }

    /** An Arabic word outside every dictionary, or any rare one right after "village of". */
    private boolean mayBeArabicName(Reading reading, int at, boolean listed) {
        var word = reading.word[at];
        if (beginsName(reading, at)) {
            return true;
        }
        if (word.length() < SHORTEST || (reading.terms[at] & ~Term.EVERYDAY.bit) != 0) {
            return false;
        }
        if (lexicon.rank(word, Language.AR) != Lexicon.UNCOMMON || reading.isVowelled(at)) {
            return false;
        }
        double wordness = lexicon.arabicWordness(word);
        if (isAfterKind(reading, at) && !(wordness > ArabicWords.HARDLY && isAdjective(reading, at))) {
            wordness = 0;
        }
        // «تيسيت» could be some form of some stem; right after "attack on" it need not be.
        return wordness <= ArabicWords.HARDLY
                || wordness < 1 && (listed || isAfterCue(reading, at) || isAfterIn(reading, at));
    }

    /** «عين الترك», «أم الأرانب» */
    private static boolean beginsName(Reading reading, int at) {
        return reading.has(at, Term.HEAD.bit)
                && at + 1 < reading.size
                && reading.arabic[at + 1]
                && reading.gap[at + 1] == Gap.BLANK
                && (reading.terms[at + 1] & ~(Term.HEAD.bit | Term.KIN.bit)) == 0
                && !reading.isVowelled(at);
    }

    private boolean isUnknown(String word) {
        return lexicon.rank(word, Language.AR) == Lexicon.UNCOMMON && !lexicon.isArabicWord(word);
    }

    private static boolean isAfterKind(Reading reading, int at) {
        return at > 0
                && reading.isJoined(at)
                && reading.has(at - 1, Term.KINDS_OF_PLACE & ~(Term.AREA.bit | Term.STATE.bit))
                && !reading.word[at - 1].startsWith("ال");
    }

    /** «منطقة وعرة», «قرى حدودية»: an ordinary word of that ending after a noun of its gender. */
    private static boolean isAdjective(Reading reading, int at) {
        return reading.has(at - 1, Term.AREA.bit)
                || reading.word[at].endsWith("ه") && !reading.word[at].startsWith("ال");
    }

    private static boolean isAfterIn(Reading reading, int at) {
        return at > 0 && reading.gap[at] == Gap.BLANK && reading.word[at - 1].equals("في");
    }

    /** Whether the word could be an ordinary one, and nothing but a preposition makes a place of it. */
    boolean isDoubtful(Reading reading, Hit hit) {
        return reading.arabic[hit.first]
                && hit.words() == 1
                && !hit.context.hasCue()
                && lexicon.arabicWordness(reading.word[hit.first]) > ArabicWords.HARDLY;
    }

    private static boolean isAfterCue(Reading reading, int at) {
        return at > 0
                && reading.isJoined(at)
                && reading.has(at - 1, Term.NEAR.bit)
                && !reading.word[at].startsWith("ال");
    }

    private boolean mayBeLatinName(Reading reading, int at) {
        return reading.letterCase[at] != Case.SMALL
                && !reading.titleCase[at]
                && reading.word[at].length() > 2
                && (reading.terms[at] & ~(Term.KIN.bit | Term.GIVEN.bit)) == 0
                && (reading.terms[at] != 0 || isRareLatin(reading.word[at], reading.latinLanguage()));
    }

    private boolean isRareLatin(String word, Language language) {
        return lexicon.rank(word, language) == Lexicon.UNCOMMON && !isPluralOrFeminine(word, language);
    }

    /** «Armées» is not listed, «armée» is. */
    private boolean isPluralOrFeminine(String word, Language language) {
        for (var ending : List.of("s", "es", "e", "x")) {
            if (word.endsWith(ending)
                    && lexicon.rank(word.substring(0, word.length() - ending.length()), language) != Lexicon.UNCOMMON) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words around an unknown name make a place of it. */
    boolean isPlaceExpected(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        var context = hit.context;
        if (context.person() || reading.arabic[hit.first] && isPartOfName(reading, hit, hitAt)) {
            return false;
        }
        return !context.namesake()
                && (context.hasCue() || context.preposition() || context.listed() || isBare(reading, hit, hitAt));
    }

    /** «أنتوني بلينكن» is not in Lincoln, and «أنيكين هويتفيلد» after a comma is no enumeration. */
    private boolean isPartOfName(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        if (hit.context.hasCue()) {
            return false;
        }
        boolean joined = hit.first > 0 && reading.gap[hit.first] == Gap.BLANK;
        boolean conjunction = hit.cut > 0 && isConjunction(reading.word[hit.first].charAt(0));
        if (joined && !conjunction && reading.has(hit.first - 1, Term.GIVEN.bit | Term.KIN.bit | Term.TITLE.bit)) {
            return true;
        }
        int after = hit.last + 1;
        boolean joins = after < reading.size && reading.gap[after] == Gap.BLANK && hitAt[after] == null;
        return joins
                && !hit.context.preposition()
                && (reading.has(after, Term.GIVEN.bit | Term.KIN.bit)
                        || PARTICLES.indexOf(reading.word[after].charAt(0)) < 0 && isUnknown(reading.word[after]));
    }

    /**
     * «أحرق المسلحون تيسيت ليلا»: nothing says that it is a place, but nothing that it is a person: no other unknown word
     * beside it, no verb of saying, no earlier use as somebody's name.
     */
    private boolean isBare(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        boolean preposition = hit.cut > 0 && !isConjunction(reading.word[hit.first].charAt(hit.cut - 1));
        return reading.arabic[hit.first] && !preposition && isPlain(reading, hit.first - 1, hit.first, hitAt);
    }

    private static boolean isConjunction(char particle) {
        return particle == 'و' || particle == 'ف';
    }

    private boolean isPlain(Reading reading, int word, int gapAt, @Nullable Hit[] hitAt) {
        if (word < 0 || word >= reading.size || reading.gap[gapAt].compareTo(Gap.QUOTE) > 0 || hitAt[word] != null) {
            return true;
        }
        long personal = Term.SAYING.bit | Term.TITLE.bit | Term.KIN.bit | Term.GIVEN.bit | Term.HUMAN.bit;
        return !reading.has(word, personal) && (reading.number[word] || !isUnknown(reading.word[word]));
    }
}
