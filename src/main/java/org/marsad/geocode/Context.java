package org.marsad.geocode;

import org.jspecify.annotations.Nullable;
import org.marsad.geocode.Reading.Case;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Language;

/**
 * What stands around a hit.
 *
 * @param cue bits of the {@link Term} that says what kind of place follows (or, in English, stands after); 0 for none
 * @param cueWord index of that word, or -1
 * @param preposition a preposition of place stands before it, or is joined to it
 * @param article a definite article stands before it («dans le Soum»)
 * @param person the words beside it make it part of a person's name
 * @param namesake it is part of a person's name elsewhere in the article, and nothing here says that it is a place
 * @param stranger an unknown capitalised word touches it
 * @param compound a hyphen joins it to a word that is no place («état-major»)
 * @param nested it stands inside the name of an agreement, an operation or such
 * @param listed it goes on an enumeration or begins one
 * @param enclosed places stand before and after it in an enumeration
 * @param row bits of the {@link Term} that a noun for several places before its row says of every name in it, or 0
 * @param dateline it stands before or after a news agency at the beginning of a paragraph, where the report was written,
 *     or talks are held in it: then it is rather a city than a state
 */
record Context(
        long cue,
        int cueWord,
        boolean preposition,
        boolean article,
        boolean person,
        boolean namesake,
        boolean stranger,
        boolean compound,
        boolean nested,
        boolean listed,
        boolean enclosed,
        long row,
        boolean dateline) {
    static final Context NONE =
            new Context(0, -1, false, false, false, false, false, false, false, false, false, 0, false);

    static final long CUES = Term.KINDS_OF_PLACE | Term.VILLAGE.bit | Term.NEAR.bit | Term.DIRECTION.bit;

    /** In words. */
    private static final int LONGEST_TITLE = 18;

    /** In words. */
    private static final int MEETING_REACH = 4;

    private static final double OBSCURE = 5;
    private static final double LISTED = 4;
    private static final double KNOWN = 6;

    boolean hasKind() {
        return (cue & Term.KINDS_OF_PLACE) != 0;
    }

    boolean hasCue() {
        return cue != 0;
    }

    /**
     * @param hitAt the hit that covers a word, by word; null entries where none
     */
    static Context of(Reading reading, Hit hit, @Nullable Hit[] hitAt, Lexicon lexicon) {
        int before = hit.first - 1;
        boolean preposition = hit.cut > 0 && isPrepositionClitic(reading.word[hit.first], hit.cut);
        boolean article = false;
        boolean linked = false;
        boolean within = false;
        if (!reading.arabic[hit.first]) {
            while (before >= 0
                    && joins(reading, before + 1)
                    && reading.has(before, Term.LINK.bit | Term.ARTICLE.bit | Term.PREPOSITION.bit)
                    && hit.first - before <= 3
                    && reading.letterCase[before] == Case.SMALL) {
                article |= reading.has(before, Term.ARTICLE.bit);
                preposition |= reading.has(before, Term.PREPOSITION.bit);
                within |= !reading.has(before, Term.LINK.bit | Term.ARTICLE.bit);
                linked = true;
                before--;
            }
        } else if (before >= 0 && joins(reading, hit.first) && hit.cut == 0) {
            preposition |= reading.has(before, Term.PREPOSITION.bit);
        }
        // «العاصمة المالية باماكو», « la ville malienne de Gao »: the adjective between cue and name.
        if (before >= 0 && joins(reading, before + 1) && hitAt[before] != null && hitAt[before].isDemonym()) {
            before = hitAt[before].first - 1;
        }
        long cue = 0;
        int cueWord = -1;
        boolean adjacent = before >= 0 && joins(reading, before + 1) && (hit.cut == 0 || !reading.arabic[hit.first]);
        if (adjacent && reading.has(before, CUES) && hitAt[before] == null) {
            cue = reading.terms[before] & CUES;
            cueWord = before;
        }
        // «نهر النيجر», "Kuwait City": the name says it itself.
        cue |= hit.words() > 1 ? kindInName(reading, hit) : 0;
        if (within && reading.language == Language.EN) {
            // "a town in Borno"
            cue &= ~(Term.KINDS_OF_PLACE | Term.VILLAGE.bit);
        }
        // "a town in Erbil province": the word behind the name says what it is, that before its "in" does not.
        if ((cue & Term.KINDS_OF_PLACE) == 0 || within) {
            long after = cueAfter(reading, hit, hitAt);
            if (after != 0) {
                cue = within ? after : cue | after;
                cueWord = hit.last + 1;
            }
        }
        long row = cueWord >= 0 && cueWord < hit.first ? rowAt(reading, cueWord) : 0;
        if ((cue & Term.KINDS_OF_PLACE) == 0) {
            row = kindOfRow(reading, hit, hitAt);
            cue |= row;
        }
        boolean nested = isNested(reading, hit, before, adjacent) || isInsideKnownName(reading, hit, lexicon);
        boolean follows = isListed(reading, hit, hitAt);
        boolean heads = isListHead(reading, hit, hitAt);
        boolean listed = follows || heads;
        return new Context(
                cue,
                cueWord,
                preposition,
                article,
                isPerson(reading, hit, linked, hitAt),
                cue == 0 && !preposition && !listed && isNamesake(reading, hit),
                isBesideStranger(reading, hit, linked, hitAt),
                isCompound(reading, hit, hitAt),
                nested,
                listed,
                follows && (heads || goesOnRun(hit, hitAt)),
                row,
                isDateline(reading, hit) || isMeetingPlace(reading, hit, preposition));
    }

    /** «محادثات في تونس»: in the city. */
    private static boolean isMeetingPlace(Reading reading, Hit hit, boolean preposition) {
        int farthest = preposition ? MEETING_REACH : 1;
        for (int i = hit.first - 1; i >= 0 && hit.first - i <= farthest && reading.inOneSentence(i, hit.first); i--) {
            if (reading.has(i, Term.MEETING.bit)) {
                return true;
            }
        }
        return false;
    }

    /** «ولايات منها دوسو وتيلابيري ومارادي»: what the noun before the row says of the first it says of each. */
    private static long kindOfRow(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        int before = hit.first - 1;
        if (before < 0 || reading.gap[hit.first].compareTo(Gap.COMMA) > 0) {
            return 0;
        }
        if (!reading.arabic[hit.first]) {
            while (before > 0 && hitAt[before] == null && hit.first - before < 4 && isRowWord(reading, before)) {
                before--;
            }
        }
        var previous = hitAt[before];
        if (isPlace(previous) && isListed(reading, hit, hitAt)) {
            return previous.context.row();
        }
        int noun = hit.first - 1;
        while (noun > 0 && hit.first - noun < 4 && reading.has(noun, Term.AMONG.bit)) {
            noun--;
        }
        return noun < hit.first - 1 ? rowAt(reading, noun) : 0;
    }

    private static boolean isRowWord(Reading reading, int word) {
        return reading.has(word, Term.LINK.bit | Term.PREPOSITION.bit | Term.ARTICLE.bit)
                || reading.word[word].equals("et")
                || reading.word[word].equals("and");
    }

    private static long rowAt(Reading reading, int noun) {
        return noun >= 0 && reading.has(noun, Term.PLURALKIND.bit) ? reading.terms[noun] & Term.KINDS_OF_PLACE : 0;
    }

    /** «الكويت - كونا»: a paragraph's first words, then a dash, a colon or a bracket, then an agency's name. */
    private static boolean isDateline(Reading reading, Hit hit) {
        int after = hit.last + 1;
        if (after >= reading.size
                || reading.gap[hit.first] != Gap.BREAK && !isAgencyLine(reading, hit.first)
                || reading.gap[after].compareTo(Gap.OPENING) < 0 && reading.gap[after] != Gap.HYPHEN) {
            return false;
        }
        return reading.gap[hit.first] != Gap.BREAK
                || reading.has(after, Term.AGENCY.bit | Term.BYLINE.bit)
                || opensParagraph(reading, after);
    }

    /** «الجزائر ـ اغتيل …»: after the dash a paragraph follows, which no title is as long as. */
    private static boolean opensParagraph(Reading reading, int after) {
        int end = after + 1;
        while (end < reading.size && reading.gap[end] != Gap.BREAK && end - after < LONGEST_TITLE) {
            end++;
        }
        return reading.gap[after] == Gap.OTHER && end - after == LONGEST_TITLE;
    }

    /** «المشهد الأول - الكويت»: a line that ends soon after has the place last. */
    private static boolean isAgencyLine(Reading reading, int first) {
        return first > 0
                && first < 5
                && reading.gap[first] == Gap.OTHER
                && reading.has(first - 1, Term.AGENCY.bit | Term.BYLINE.bit);
    }

    private static long kindInName(Reading reading, Hit hit) {
        boolean english = !reading.arabic[hit.first] && reading.language == Language.EN;
        return reading.terms[english ? hit.last : hit.first] & Term.KINDS_OF_PLACE;
    }

    private static boolean joins(Reading reading, int second) {
        return switch (reading.gap[second]) {
            case BLANK, HYPHEN, APOSTROPHE, QUOTE -> true;
            default -> false;
        };
    }

    private static boolean isPrepositionClitic(String word, int cut) {
        char last = word.charAt(cut - 1);
        return last == 'ب' || last == 'ل' || last == 'ك';
    }

    /** English puts the word after: "Gao region", "Kidal town". */
    private static long cueAfter(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        int after = hit.last + 1;
        if (after >= reading.size
                || reading.arabic[hit.first]
                || reading.language != Language.EN
                || reading.gap[after] != Gap.BLANK
                || hitAt[after] != null) {
            return 0;
        }
        return reading.terms[after] & (Term.KINDS_OF_PLACE | Term.VILLAGE.bit) & ~(Term.STATE.bit | Term.MOUNTAIN.bit);
    }

    /** «عملية دوشانبه», "the Algiers Accord": only the words "of" and "the" may stand between. */
    private static boolean isNested(Reading reading, Hit hit, int before, boolean adjacent) {
        if (adjacent && reading.has(before, Term.NESTING.bit) && !reading.has(before, CUES)) {
            boolean direct = true;
            for (int i = before + 1; i < hit.first; i++) {
                direct &= reading.has(i, Term.NESTLINK.bit);
            }
            if (direct && (hit.cut == 0 || !reading.arabic[hit.first])) {
                return true;
            }
        }
        if (isBracketedName(reading, hit)) {
            return true;
        }
        // "The Algiers Accord", "the Algiers Peace Accord".
        int after = hit.last + 1;
        for (int i = after; i <= after + 1 && i < reading.size && isCapitalised(reading, i); i++) {
            if (reading.gap[i] != Gap.BLANK && !reading.isAbbreviated(i)) {
                return false;
            }
            if (reading.has(i, Term.NESTINGAFTER.bit)) {
                return true;
            }
        }
        return false;
    }

    /** «قناة (روسيا اليوم)»: a name of several words in brackets behind its noun. */
    private static boolean isBracketedName(Reading reading, Hit hit) {
        int after = hit.last + 1;
        return hit.first > 0
                && hit.cut == 0
                && reading.gap[hit.first] == Gap.OPENING
                && reading.has(hit.first - 1, Term.NESTING.bit)
                && after < reading.size
                && reading.gap[after] == Gap.BLANK;
    }

    private static boolean isInsideKnownName(Reading reading, Hit hit, Lexicon lexicon) {
        var language = reading.arabic[hit.first] ? Language.AR : reading.latinLanguage();
        var words = hit.cut > 0 ? reading.word[hit.first].substring(0, hit.cut) : "";
        for (int i = hit.first - 1; i >= 0 && i >= hit.first - 5 && reading.gap[i + 1].compareTo(Gap.QUOTE) <= 0; i--) {
            words = words.isEmpty() ? reading.word[i] : reading.word[i] + " " + words;
            if (lexicon.isNestingBefore(words, language)) {
                return true;
            }
        }
        int after = hit.last + 1;
        if (after < reading.size
                && reading.gap[after] == Gap.BLANK
                && (reading.arabic[after] || reading.letterCase[after] != Case.SMALL)
                && lexicon.isNestingAfter(reading.word[after], language)) {
            return true;
        }
        // "U.S. Africa Command": both.
        return after + 1 < reading.size
                && isCapitalised(reading, after)
                && isCapitalised(reading, after + 1)
                && (reading.gap[after] == Gap.BLANK || reading.isAbbreviated(after))
                && reading.gap[after + 1] == Gap.BLANK
                && lexicon.isNestingAfter(reading.word[after + 1], language);
    }

    private static boolean isListed(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        int before = hit.first - 1;
        if (before < 0) {
            return false;
        }
        if (reading.arabic[hit.first]) {
            char clitic = hit.cut > 0 ? reading.word[hit.first].charAt(0) : ' ';
            boolean and = clitic == 'و' || reading.gap[hit.first] == Gap.COMMA;
            return and && reading.gap[hit.first].compareTo(Gap.COMMA) <= 0 && isPlace(hitAt[before]);
        }
        if (reading.gap[hit.first] == Gap.COMMA) {
            return isPlace(hitAt[before]);
        }
        int and = before;
        for (int skipped = 0; skipped < 3 && and >= 0; skipped++, and--) {
            var word = reading.word[and];
            if (word.equals("et") || word.equals("and") || word.equals("ou") || word.equals("or")) {
                return and > 0 && isPlace(hitAt[and - 1]);
            }
            if (!reading.has(and, Term.LINK.bit | Term.PREPOSITION.bit)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the place before it goes on an enumeration itself. */
    private static boolean goesOnRun(Hit hit, @Nullable Hit[] hitAt) {
        var before = hit.first > 0 ? hitAt[hit.first - 1] : null;
        return before != null && before.context.listed();
    }

    /** «كيسمايو وبيدوا»: an enumeration begins with it. */
    private static boolean isListHead(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        int after = hit.last + 1;
        if (!reading.arabic[hit.first] || after >= reading.size || !isPlace(hitAt[after])) {
            return false;
        }
        var next = hitAt[after];
        boolean and = next.cut > 0 && reading.word[after].charAt(0) == 'و' && next.first == after;
        return and && reading.gap[after] == Gap.BLANK && next.strength >= LISTED;
    }

    private static boolean isPlace(@Nullable Hit hit) {
        return hit != null && !hit.isDemonym();
    }

    private static boolean isPerson(Reading reading, Hit hit, boolean linked, @Nullable Hit[] hitAt) {
        int before = hit.first - 1;
        if (!linked && before >= 0 && hit.cut == 0 && reading.gap[hit.first] == Gap.BLANK) {
            boolean name = reading.has(before, Term.GIVEN.bit | Term.KIN.bit)
                    && (reading.arabic[before]
                            || reading.letterCase[before] != Case.SMALL
                            || reading.has(before, Term.KIN.bit));
            boolean title = reading.has(before, Term.TITLE.bit) && hitAt[before] == null;
            if (name && (hitAt[before] == null || hitAt[before].kind != MentionKind.DEMONYM) || title) {
                return true;
            }
        }
        // «أنتوني بلينكن» is not in Lincoln.
        boolean preposition = hit.cut > 0 && isPrepositionClitic(reading.word[hit.first], hit.cut);
        if (preposition && hit.strength < KNOWN && reading.gap[hit.first] == Gap.BLANK && hit.words() == 1) {
            return reading.has(before, Term.GIVEN.bit) && reading.arabic[before];
        }
        int after = hit.last + 1;
        return after < reading.size
                && reading.gap[after] == Gap.BLANK
                && hit.words() == 1
                && (reading.has(after, Term.KIN.bit)
                                && (reading.arabic[after] || reading.letterCase[after] != Case.SMALL)
                        || reading.has(hit.first, Term.GIVEN.bit)
                                && (reading.has(after, Term.GIVEN.bit) || isCapitalised(reading, after)));
    }

    private static boolean isNamesake(Reading reading, Hit hit) {
        return hit.words() == 1
                && !reading.persons.isEmpty()
                && reading.persons.contains(reading.word[hit.first].substring(hit.cut));
    }

    private static boolean isBesideStranger(Reading reading, Hit hit, boolean linked, @Nullable Hit[] hitAt) {
        if (reading.arabic[hit.first] || reading.titleCase[hit.first]) {
            return false;
        }
        int before = hit.first - 1;
        boolean left = !linked && before >= 0 && isStranger(reading, before, hit.first, hitAt);
        int after = hit.last + 1;
        boolean right = after < reading.size && isStranger(reading, after, after, hitAt);
        return left || right;
    }

    private static boolean isCompound(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        if (reading.arabic[hit.first] || hit.words() > 1) {
            return false;
        }
        int before = hit.first - 1;
        int after = hit.last + 1;
        return before >= 0 && reading.gap[hit.first] == Gap.HYPHEN && isPartOfWord(reading, before, hitAt)
                || after < reading.size && reading.gap[after] == Gap.HYPHEN && isPartOfWord(reading, after, hitAt);
    }

    private static boolean isPartOfWord(Reading reading, int word, @Nullable Hit[] hitAt) {
        return hitAt[word] == null
                && !reading.number[word]
                && !reading.has(word, Term.DIRECTION.bit | Term.PREPOSITION.bit);
    }

    private static boolean isStranger(Reading reading, int word, int gapAt, @Nullable Hit[] hitAt) {
        return (reading.gap[gapAt] == Gap.BLANK || reading.gap[gapAt] == Gap.HYPHEN)
                && isCapitalised(reading, word)
                && (hitAt[word] == null || isObscure(hitAt[word]))
                && !reading.sentenceStart[word]
                && (reading.terms[word] & (CUES | Term.NEVER.bit | Term.PREPOSITION.bit | Term.ARTICLE.bit)) == 0;
    }

    /** Two villages side by side («Adama Traoré») are more likely a person. */
    private static boolean isObscure(Hit hit) {
        return !hit.isDemonym() && hit.words() == 1 && hit.strength < OBSCURE;
    }

    private static boolean isCapitalised(Reading reading, int word) {
        return !reading.arabic[word] && !reading.number[word] && reading.letterCase[word] != Case.SMALL;
    }
}
