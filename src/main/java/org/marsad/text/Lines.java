package org.marsad.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lines of a text, and what counts as blank. */
final class Lines {
    private Lines() {}

    /** The stretches between line ends, trimmed, blank ones left out. */
    static List<Span> list(String text) {
        return list(text, new Span(0, text.length()));
    }

    /** The lines inside a stretch. */
    static List<Span> list(String text, Span stretch) {
        var lines = new ArrayList<Span>();
        int begin = stretch.begin();
        for (int at = begin; at <= stretch.end(); at++) {
            if (at == stretch.end() || isLineEnd(text.charAt(at))) {
                var line = trim(text, begin, at);
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                begin = at + 1;
            }
        }
        return lines;
    }

    /** Where to cut a long line so that no word is cut: at the first blank after so many characters. */
    static int endOfPiece(String text, int begin, int end, int length) {
        int limit = Math.min(end, begin + 2 * length);
        for (int at = begin + length; at < limit; at++) {
            if (isBlank(text.charAt(at))) {
                return at;
            }
        }
        return limit < end && Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
    }

    /** Spaces of all kinds, and the controls that nobody sees. */
    static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u000B'
                || c >= 0x80 && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
    }

    /** Words that end no line: where one stands last, the page was cut there, mostly at a link. */
    private static final Set<String> OPEN = Set.of(
            "في", "من", "على", "إلى", "الى", "عن", "مع", "بين", "أن", "بأن", "إن", "التي", "الذي", "الذين", "of", "the",
            "a", "an", "in", "at", "to", "and", "by", "for", "with", "from", "that", "de", "du", "des", "la", "le",
            "les", "au", "aux", "en", "et", "que", "dans", "sur", "par", "pour");

    private static final int LONGEST_OPEN = 5;

    /** Whether the line that ends at an index goes on in the next: its last word needs one behind it. */
    static boolean isOpen(String text, int begin, int end) {
        int next = end;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        next++;
        if (next >= text.length() || isLineEnd(text.charAt(next)) && text.charAt(next - 1) != '\r') {
            return false;
        }
        int last = end;
        while (last > begin && isBlank(text.charAt(last - 1))) {
            last--;
        }
        int first = last;
        while (first > begin && last - first <= LONGEST_OPEN && Character.isLetter(text.charAt(first - 1))) {
            first--;
        }
        boolean word = first > begin && isBlank(text.charAt(first - 1));
        return word && OPEN.contains(text.substring(first, last));
    }

    static boolean isArabic(char c) {
        return c >= 0x620 && c < 0x780 && Character.isLetter(c);
    }

    static Span trim(String text, int begin, int end) {
        while (begin < end && (isBlank(text.charAt(begin)) || isLineEnd(text.charAt(begin)))) {
            begin++;
        }
        while (begin < end && (isBlank(text.charAt(end - 1)) || isLineEnd(text.charAt(end - 1)))) {
            end--;
        }
        return new Span(begin, end);
    }

    static boolean hasWord(String text, Span span) {
        for (int at = span.begin(); at < span.end(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
