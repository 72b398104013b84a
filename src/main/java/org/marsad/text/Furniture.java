package org.marsad.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recognises the lines that a page puts around its articles, by the table {@code furniture.txt}. */
final class Furniture {
    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_NOTICE = 400;
    private static final int LONGEST_WORD = 40;
    private static final Map<String, List<Phrase>> PHRASES = load();

    private Furniture() {}

    /** What a line is to its page. */
    enum Kind {
        /** Part of an article, for all we know. */
        TEXT,
        /** "Read also", alone on its line. */
        NEXT,
        /** Opens the readers' comments. */
        COMMENTS,
        /** Stands behind an article. */
        TAIL,
        /** Any other furniture: buttons, notices, a pointer to another article with its title. */
        OTHER
    }

    private record Phrase(String kind, String text) {}

    /** What a line is; only its beginning is looked at. */
    static Kind kind(String text, Span line) {
        var start = Folding.key(text.substring(line.begin(), Math.min(line.end(), line.begin() + LONGEST_WORD)));
        int begin = startOfWord(start);
        var phrases = PHRASES.get(start.substring(begin, endOfWord(start, begin)));
        if (phrases == null) {
            return Kind.TEXT;
        }
        var key = Folding.key(text.substring(line.begin(), Math.min(line.end(), line.begin() + LONGEST_NOTICE)));
        for (var phrase : phrases) {
            if (key.startsWith(phrase.text, begin)) {
                int after = begin + phrase.text.length();
                boolean wholeWord = after == key.length() || !Character.isLetterOrDigit(key.charAt(after));
                var kind = wholeWord
                        ? kind(phrase.kind, phrase.text, key.substring(after).strip(), line.length())
                        : Kind.TEXT;
                if (kind != Kind.TEXT) {
                    return kind;
                }
            }
        }
        return Kind.TEXT;
    }

    private static Kind kind(String kind, String phrase, String rest, int length) {
        boolean alone = rest.chars().noneMatch(Character::isLetter) && rest.length() < 12;
        boolean label = rest.startsWith(":") || rest.startsWith("-") || rest.startsWith("|") || rest.startsWith(">");
        boolean isShort = !endsSentence(rest) && length <= LONGEST_LABEL;
        boolean pointsOn = label && length <= LONGEST_NOTICE || isShort && phrase.contains(" ");
        return switch (kind) {
            case "exact" -> alone ? Kind.OTHER : Kind.TEXT;
            case "starts", "comment-form" -> length <= LONGEST_NOTICE ? Kind.OTHER : Kind.TEXT;
            case "tail" -> alone || label && length <= LONGEST_NOTICE || isShort ? Kind.TAIL : Kind.TEXT;
            case "comments" -> alone ? Kind.COMMENTS : Kind.TEXT;
            case "next" -> alone ? Kind.NEXT : pointsOn ? Kind.OTHER : Kind.TEXT;
            default -> Kind.TEXT;
        };
    }

    private static boolean endsSentence(String rest) {
        return !rest.isEmpty() && Stops.isStop(rest.charAt(rest.length() - 1));
    }

    private static int startOfWord(String key) {
        int at = 0;
        while (at < key.length() && !Character.isLetterOrDigit(key.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String key, int at) {
        while (at < key.length() && Character.isLetterOrDigit(key.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Map<String, List<Phrase>> load() {
        var phrases = new HashMap<String, List<Phrase>>();
        for (var line : Resource.lines("furniture.txt")) {
            int colon = line.indexOf(": ");
            var kind = line.substring(0, colon);
            for (var text : line.substring(colon + 2).split("\\|")) {
                var key = Folding.key(text.strip());
                var first = key.substring(0, endOfWord(key, 0));
                phrases.computeIfAbsent(first, word -> new ArrayList<>()).add(new Phrase(kind, key));
            }
        }
        phrases.values().forEach(list -> list.sort(Comparator.comparingInt((Phrase phrase) -> -phrase.text.length())));
        return phrases;
    }

    /** The phrases of a kind that a header date needs, folded. */
    static List<String> phrases(String kind) {
        return PHRASES.values().stream()
                .flatMap(List::stream)
                .filter(phrase -> phrase.kind.equals(kind))
                .map(Phrase::text)
                .toList();
    }
}
