package org.marsad.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a stop ends a sentence, or belongs to an abbreviation, an initial, a number or an address. */
final class Stops {
    private static final String STOPS = ".!?؟…؛۔";
    private static final String CLOSING = "\"'”’»›)]}“*";
    private static final String OPENING = "\"'“‘«‹([{-–—*•";
    private static final int LONGEST_ABBREVIATION = 8;
    private static final Set<String> BEFORE_A_NAME = words("title ");
    private static final Set<String> IN_A_NAME = words("name ");
    private static final Set<String> OTHER = words("other ");

    private Stops() {}

    static boolean isStop(char c) {
        return STOPS.indexOf(c) >= 0;
    }

    /** After «?!», «...» and the like. */
    static int afterGroup(String text, int at, int limit) {
        while (at < limit && isStop(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** After the quotes and brackets that close with the sentence. */
    static int afterClosing(String text, int at, int limit) {
        int end = at;
        while (end < limit && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        // French sets a space before «»».
        if (end + 1 < limit && Lines.isBlank(text.charAt(end)) && text.charAt(end + 1) == '»') {
            return afterClosing(text, end + 1, limit);
        }
        return end;
    }

    /** Whether the stops from {@code at} to {@code after} end the sentence that begins at {@code first}. */
    static boolean ends(String text, int first, int at, int after, int limit) {
        int next = afterClosing(text, after, limit);
        if (next >= limit) {
            return true;
        }
        boolean apart = next > after || Lines.isBlank(text.charAt(next)) || Lines.isLineEnd(text.charAt(next));
        int start = startOfNext(text, next, limit);
        char following = start < limit ? text.charAt(start) : '\n';
        char stop = text.charAt(at);
        if (stop == '؛' || stop == '؟' || stop == '۔') {
            return true;
        }
        if (Character.isLowerCase(following)) {
            return false;
        }
        if (stop != '.') {
            return apart || stop != '!';
        }
        return switch (after - at) {
            case 1 -> endsWithOneStop(text, first, at, apart, start, limit);
            // Arabic writes «..» where others put a dash.
            case 2 -> apart && !Lines.isArabic(following);
            default -> apart;
        };
    }

    private static boolean endsWithOneStop(String text, int first, int at, boolean apart, int next, int limit) {
        int word = startOfWord(text, first, at);
        int length = at - word;
        if (length == 0) {
            return apart;
        }
        char last = text.charAt(at - 1);
        char following = next < limit ? text.charAt(next) : '\n';
        if (Character.isDigit(last)) {
            // «1. Le…» numbers a paragraph; «3.5» is one number.
            return apart && word > first;
        }
        if (length == 1 && (Character.isUpperCase(last) || Lines.isArabic(last))) {
            return false;
        }
        if (length <= LONGEST_ABBREVIATION) {
            var key = Folding.key(text.substring(word, at));
            if (BEFORE_A_NAME.contains(key)) {
                return false;
            }
            if (IN_A_NAME.contains(key)) {
                return apart && Languages.isFrequent(wordAt(text, next, limit));
            }
            if (OTHER.contains(key)) {
                return apart && Character.isUpperCase(following);
            }
        }
        // «قال.وأضاف» and "end.The" lack their space; "reuters.com" and «و.م.ع» do not.
        boolean pointed = text.substring(word, at).indexOf('.') >= 0;
        boolean joinedSentences = !pointed
                && (Lines.isArabic(last) && Lines.isArabic(following) && length > 2
                        || Character.isLowerCase(last) && Character.isUpperCase(following) && length > 1);
        return apart || joinedSentences;
    }

    private static int startOfNext(String text, int at, int limit) {
        while (at < limit && (Lines.isBlank(text.charAt(at)) || OPENING.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** The letters, digits and inner points before a stop: «U.S», «Gén», «12». */
    private static int startOfWord(String text, int first, int at) {
        while (at > first) {
            char c = text.charAt(at - 1);
            if (!Character.isLetterOrDigit(c) && c != '.' && Character.getType(c) != Character.NON_SPACING_MARK) {
                break;
            }
            at--;
        }
        return at;
    }

    private static String wordAt(String text, int at, int limit) {
        int end = at;
        while (end < limit && end - at < LONGEST_ABBREVIATION && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Folding.key(text.substring(at, end));
    }

    private static Set<String> words(String kind) {
        return Resource.lines("abbreviations.txt").stream()
                .filter(line -> line.startsWith(kind))
                .flatMap(line -> Arrays.stream(line.substring(kind.length()).split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
