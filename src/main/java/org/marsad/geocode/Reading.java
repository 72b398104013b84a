package org.marsad.geocode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.text.ArticleText;
import org.marsad.text.FoldedText;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Span;
import org.marsad.text.Token;
import org.marsad.text.Token.Kind;
import org.marsad.text.Token.Script;
import org.marsad.text.Tokens;

/**
 * An article as a row of words, each with what stands before it, its case and what the lexicon knows of it.
 */
final class Reading {
    /** What parts a word from the one before it, weakest first. */
    enum Gap {
        BLANK,
        HYPHEN,
        APOSTROPHE,
        QUOTE,
        COMMA,
        OPENING,
        CLOSING,
        OTHER,
        STOP,
        BREAK
    }

    /** How a word is written. */
    enum Case {
        SMALL,
        INITIAL,
        CAPITALS
    }

    private static final char FATHATAN = 0x64B, TATWEEL = 0x640, KASRA = 0x650, SUKUN = 0x652;

    final String text;
    final Language language;
    final int size;
    final String[] word;
    final long[] terms;
    final Gap[] gap;
    final Case[] letterCase;
    final boolean[] arabic;
    final boolean[] number;
    /** The words' numbers in the index of names: for the {@link Spotter}. */
    final int[] indexWord;

    final boolean[] sentenceStart;
    /** Whether the word stands in a line whose words nearly all begin with a capital. */
    final boolean[] titleCase;
    /** Number of the sentence that the word stands in. */
    final int[] sentence;

    /** Words that stand after a given name or a title somewhere: names of persons, who may be named alone later. */
    final Set<String> persons = new HashSet<>();

    /** What of the gazetteer is looked at. */
    final Footprint footprint;

    /** By the spelling: the names that sound like it, for {@link UnlistedNames}. */
    final Map<String, List<Soundalike>> soundalikes = new HashMap<>();

    private final FoldedText[] fold;
    private final int[] foldBegin;
    private final int[] foldEnd;

    Reading(String text, ArticleText article, Lexicon lexicon, RunTogether runTogether, Footprint footprint) {
        this.text = text;
        this.footprint = footprint;
        this.language = article.language();
        // Datelines, captions and teasers are no part of the story, but they name places too.
        var folds = List.of(Folding.fold(text, article.page()));
        var tokens = folds.stream()
                .map(Tokens::list)
                .map(list -> runTogether.part(list, footprint))
                .toList();
        int words = 0;
        for (var list : tokens) {
            for (var token : list) {
                words += token.kind() == Kind.WORD || token.kind() == Kind.NUMBER ? 1 : 0;
            }
        }
        size = words;
        word = new String[size];
        terms = new long[size];
        gap = new Gap[size];
        letterCase = new Case[size];
        arabic = new boolean[size];
        number = new boolean[size];
        indexWord = new int[size];
        sentenceStart = new boolean[size];
        titleCase = new boolean[size];
        sentence = new int[size];
        fold = new FoldedText[size];
        foldBegin = new int[size];
        foldEnd = new int[size];
        fill(folds, tokens, lexicon);
        markTitleCase();
        gatherPersons(lexicon);
    }

    private void fill(List<FoldedText> folds, List<List<Token>> tokens, Lexicon lexicon) {
        int at = 0;
        int sentences = 0;
        for (int stretch = 0; stretch < folds.size(); stretch++) {
            var before = Gap.BREAK;
            int end = 0;
            var folded = folds.get(stretch);
            for (var token : tokens.get(stretch)) {
                boolean touches = token.begin() == end;
                end = token.end();
                if (token.kind() == Kind.BREAK || token.kind() == Kind.PUNCTUATION) {
                    var mark = token.kind() == Kind.BREAK
                            ? Gap.BREAK
                            : gap(token.text().charAt(0));
                    mark = mark == Gap.HYPHEN && !touches ? Gap.OTHER : mark;
                    before = mark.compareTo(before) > 0 ? mark : before;
                    continue;
                }
                before = before == Gap.HYPHEN && !touches || before == Gap.BLANK && !touches && isDash(folded, token)
                        ? Gap.OTHER
                        : before;
                word[at] = token.text();
                fold[at] = folded;
                foldBegin[at] = token.begin();
                foldEnd[at] = token.end();
                gap[at] = before;
                arabic[at] = token.script() == Script.ARABIC;
                number[at] = token.kind() == Kind.NUMBER;
                letterCase[at] = arabic[at] ? Case.SMALL : letterCase(folded, token);
                sentenceStart[at] = before.compareTo(Gap.STOP) >= 0 && !isAbbreviationDot(at, before);
                sentences += sentenceStart[at] ? 1 : 0;
                sentence[at] = sentences;
                terms[at] = number[at] ? 0 : lexicon.terms(token.text(), arabic[at] ? Language.AR : latinLanguage());
                if (token.text().endsWith("اطار") && isHamzaBelow(folded, token)) {
                    terms[at] |= Term.NEVER.bit | Term.NEVERSTEM.bit;
                }
                if (token.text().endsWith("علي")) {
                    terms[at] &= isAlefMaksura(folded, token) ? ~Term.GIVEN.bit : ~Term.PREPOSITION.bit;
                }
                before = Gap.BLANK;
                at++;
            }
        }
    }

    /** «الجزائر ـ»: a tatweel by itself, which folding drops, is a dash. */
    private boolean isDash(FoldedText folded, Token token) {
        int at = folded.origin(token.begin()) - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at > 0 && text.charAt(at) == TATWEEL && text.charAt(at - 1) == ' ';
    }

    /** Foreign words in an Arabic text are most often English. */
    Language latinLanguage() {
        return language == Language.AR ? Language.EN : language;
    }

    /** Words as they are looked up, less some characters at the beginning of the first. */
    String surface(int first, int cut, int last) {
        var name = new StringBuilder(word[first].substring(cut));
        for (int i = first + 1; i <= last; i++) {
            name.append(' ').append(word[i]);
        }
        return name.toString();
    }

    /** Where a word stands, less some characters at its beginning, to the end of another. */
    Span span(int first, int cut, int last) {
        int begin = fold[first].source(foldBegin[first] + cut, foldEnd[first]).begin();
        int end = fold[last].source(foldBegin[last], foldEnd[last]).end();
        return new Span(begin, endsAbbreviation(end) ? end + 1 : end);
    }

    /** A letter of a word as it is written, before it is folded; 0 behind its end. */
    char source(int at, int letter) {
        var span = span(at, 0, at);
        return letter < span.length() ? text.charAt(span.begin() + letter) : 0;
    }

    /** Behind "U.S" stands a point that belongs to it. */
    private boolean endsAbbreviation(int end) {
        return end >= 3
                && end < text.length()
                && text.charAt(end) == '.'
                && Character.isUpperCase(text.charAt(end - 1))
                && text.charAt(end - 2) == '.'
                && Character.isUpperCase(text.charAt(end - 3));
    }

    /** Whether short vowels are written on the word: nobody does that on foreign names. */
    boolean isVowelled(int at) {
        var span = span(at, 0, at);
        for (int i = span.begin(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (c >= FATHATAN && c <= KASRA || c == SUKUN) {
                return true;
            }
        }
        return false;
    }

    /** Whether two neighbouring words can belong to one name. */
    boolean isJoined(int second) {
        return switch (gap[second]) {
            case BLANK, HYPHEN, APOSTROPHE -> true;
            case STOP -> isAbbreviationDot(second, Gap.STOP);
            default -> false;
        };
    }

    /** Whether the point before a word is that of "U.S." and ends nothing. */
    boolean isAbbreviated(int second) {
        return gap[second] == Gap.STOP && isAbbreviationDot(second, Gap.STOP);
    }

    /** Whether the terms of a word hold one of these bits; false outside the article. */
    boolean has(int at, long bits) {
        return at >= 0 && at < size && (terms[at] & bits) != 0;
    }

    /** Whether two words stand in one sentence. */
    boolean inOneSentence(int one, int other) {
        return one >= 0 && other >= 0 && one < size && other < size && sentence[one] == sentence[other];
    }

    /** "U.S. troops", "St. Louis": the point ends no sentence. */
    private boolean isAbbreviationDot(int at, Gap before) {
        return before == Gap.STOP && at > 0 && word[at - 1].length() <= 2 && !arabic[at - 1] && !number[at - 1];
    }

    /** «على» is "on" and «علي» is Ali; folding makes them one. */
    private static boolean isAlefMaksura(FoldedText folded, Token token) {
        return folded.sourceText().charAt(folded.origin(token.end() - 1)) == 'ى';
    }

    /** «إطار» is a framework and «أطار» is Atar; folding makes them one. */
    private static boolean isHamzaBelow(FoldedText folded, Token token) {
        return folded.sourceText().charAt(folded.origin(token.end() - 4)) == 'إ';
    }

    private static Case letterCase(FoldedText folded, Token token) {
        var span = folded.source(token.begin(), token.end());
        var source = folded.sourceText();
        if (!Character.isUpperCase(source.charAt(span.begin()))) {
            return Case.SMALL;
        }
        for (int i = span.begin() + 1; i < span.end(); i++) {
            if (Character.isLowerCase(source.charAt(i))) {
                return Case.INITIAL;
            }
        }
        return span.length() > 1 ? Case.CAPITALS : Case.INITIAL;
    }

    private static Gap gap(char mark) {
        return switch (mark) {
            case '-' -> Gap.HYPHEN;
            case '\'' -> Gap.APOSTROPHE;
            case '"' -> Gap.QUOTE;
            case ',', ';', '/' -> Gap.COMMA;
            case '(', '[' -> Gap.OPENING;
            case ')', ']' -> Gap.CLOSING;
            case '.', '!', '?', '…' -> Gap.STOP;
            default -> Gap.OTHER;
        };
    }

    private void gatherPersons(Lexicon lexicon) {
        for (int i = 1; i < size; i++) {
            boolean name = has(i - 1, Term.GIVEN.bit | Term.TITLE.bit | Term.KIN.bit)
                    && (arabic[i - 1] || letterCase[i - 1] != Case.SMALL || has(i - 1, Term.TITLE.bit));
            if (name
                    && gap[i] == Gap.BLANK
                    && !number[i]
                    && (arabic[i]
                            ? lexicon.rank(word[i], Language.AR) == Lexicon.UNCOMMON
                            : letterCase[i] != Case.SMALL && !titleCase[i])) {
                persons.add(word[i]);
            }
        }
    }

    private void markTitleCase() {
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && gap[to] != Gap.BREAK) {
                to++;
            }
            int counted = 0;
            int capital = 0;
            for (int i = from; i < to; i++) {
                if (!arabic[i] && !number[i] && word[i].length() > 3) {
                    counted++;
                    capital += letterCase[i] != Case.SMALL ? 1 : 0;
                }
            }
            if (counted >= 3 && capital * 10 >= counted * 7) {
                Arrays.fill(titleCase, from, to, true);
            }
            from = to;
        }
    }
}
