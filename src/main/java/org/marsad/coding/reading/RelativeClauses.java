package org.marsad.coding.reading;

import java.util.Set;

/**
 * Where a relative clause between commas ends and its main clause goes on: "Paris, which had sent jets in February, did not
 * step in", "the president, whose country reopened its border, is to host his neighbour".
 */
final class RelativeClauses {
    private static final Set<String> AUXILIARY = WordSets.get("resuming-en");
    private static final Set<String> PRONOUNS = WordSets.get("which");
    private static final int LONGEST = 30;

    private RelativeClauses() {}

    /** Whether a finite English verb behind a comma takes up the clause before the relative one. */
    static boolean isResumed(Lexicon lexicon, java.util.List<Word> words, int at) {
        if (lexicon.language != org.marsad.text.Language.EN || words.get(at).before() != Word.Gap.COMMA) {
            return false;
        }
        // "separated passengers who looked to them like non-Muslims, and shot 28".
        boolean another = words.get(at).is("and") && at + 1 < words.size() && isTrigger(lexicon, words, at + 1);
        return another || isFinite(lexicon, words, at) && isOpenedByComma(words, at);
    }

    private static boolean isTrigger(Lexicon lexicon, java.util.List<Word> words, int at) {
        return lexicon.triggers.at(words, at).stream()
                .anyMatch(hit -> hit.value().tense() == Tense.PAST);
    }

    /** Whether an English auxiliary behind a comma takes up the clause before one of time between commas. */
    static boolean endsTime(Lexicon lexicon, java.util.List<Word> words, int at) {
        return lexicon.language == org.marsad.text.Language.EN
                && words.get(at).before() == Word.Gap.COMMA
                && AUXILIARY.contains(words.get(at).text())
                && !words.get(at).is("said", "says", "told");
    }

    private static boolean isFinite(Lexicon lexicon, java.util.List<Word> words, int at) {
        if (AUXILIARY.contains(words.get(at).text())) {
            return true;
        }
        return isTrigger(lexicon, words, at)
                || lexicon.supports.at(words, at).stream()
                        .anyMatch(hit -> hit.value().tense() == Tense.PAST);
    }

    /** Whether the relative clause began behind a comma too, perhaps with "of" or "in" before its pronoun. */
    private static boolean isOpenedByComma(java.util.List<Word> words, int at) {
        for (int i = at - 2; i > Math.max(0, at - LONGEST); i--) {
            if (PRONOUNS.contains(words.get(i).text())) {
                return words.get(i).before() == Word.Gap.COMMA
                        || words.get(i - 1).before() == Word.Gap.COMMA;
            }
        }
        return false;
    }
}
