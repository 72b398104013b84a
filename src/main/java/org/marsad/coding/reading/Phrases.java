package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Token;
import org.marsad.text.Tokens;

/**
 * Phrases of one or more words to look up in a sentence, by the first word. Words compare folded, Arabic ones without
 * article and particles; {@code …} stands for up to seven words, {@code *} for up to three.
 */
public final class Phrases<T> {
    private static final int LONGEST_GAP = 8;
    /** In Arabic a verb's long subject, when and where stand before its object. */
    private static final int LONGEST_GAP_AR = 12;

    private static final int SHORT_GAP = 3;
    private static final String SHORT = "*";

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    /** A phrase's rest after its first word; a null element is a gap. */
    private record Entry<T>(List<@Nullable Set<String>> rest, T value) {}

    /**
     * A phrase found.
     *
     * @param reading how its first word was read
     * @param end index of the word after it
     */
    public record Hit<T>(T value, int begin, int end, Word.Reading reading) {}

    /** The words of a phrase as the table writes it, folded and without Arabic articles; gaps are null. */
    public static List<@Nullable String> words(String phrase) {
        var words = new ArrayList<@Nullable String>();
        for (var token : Tokens.list(Folding.fold(phrase))) {
            if (token.is(SHORT)) {
                words.add(SHORT);
            } else if (token.is("…") || token.is(".")) {
                if (words.isEmpty() || words.getLast() != null) {
                    words.add(null);
                }
            } else if (token.kind() != Token.Kind.PUNCTUATION) {
                words.add(canonical(token.text()));
            }
        }
        return words;
    }

    static boolean isGap(String word) {
        return word.equals(SHORT);
    }

    static String canonical(String word) {
        return word.startsWith("ال") && word.length() > 3 ? word.substring(2) : word;
    }

    /** Each word as it stands. */
    void put(String phrase, T value) {
        var words = words(phrase);
        put(Set.of(String.valueOf(words.getFirst())), exact(words.subList(1, words.size())), value);
    }

    void put(Set<String> first, List<@Nullable Set<String>> rest, T value) {
        for (var form : first) {
            byFirst.computeIfAbsent(form, key -> new ArrayList<>(2)).add(new Entry<>(rest, value));
        }
    }

    static List<@Nullable Set<String>> exact(List<@Nullable String> words) {
        var rest = new ArrayList<@Nullable Set<String>>();
        for (var word : words) {
            rest.add(word == null ? null : Set.of(word));
        }
        return rest;
    }

    /** Of each phrase the sets of words of which a text must hold one each; gaps are left out. */
    List<List<Set<String>>> listPatterns() {
        var firsts = new LinkedHashMap<List<Set<String>>, Set<String>>();
        forEach((first, rest, _) ->
                firsts.computeIfAbsent(rest, _ -> new LinkedHashSet<>()).add(first));
        var patterns = new ArrayList<List<Set<String>>>();
        firsts.forEach((rest, first) -> {
            var pattern = new ArrayList<Set<String>>();
            pattern.add(first);
            pattern.addAll(rest);
            patterns.add(pattern);
        });
        return patterns;
    }

    /** What is told of a phrase: a form of its first word, the words that follow, gaps left out, and what it stands for. */
    public interface Visitor<T> {
        void phrase(String first, List<Set<String>> rest, T value);
    }

    /** Goes through all phrases, each form of the first word by itself. */
    public void forEach(Visitor<T> visitor) {
        byFirst.forEach((first, entries) -> entries.forEach(entry -> {
            var rest = new ArrayList<Set<String>>();
            for (var words : entry.rest()) {
                if (words != null && !words.contains(SHORT)) {
                    rest.add(words);
                }
            }
            visitor.phrase(first, rest, entry.value());
        }));
    }

    /** All phrases that begin at a word, the longest first. */
    public List<Hit<T>> at(List<Word> words, int at) {
        List<Hit<T>> hits = null;
        for (var reading : words.get(at).readings()) {
            var entries = byFirst.get(reading.stem());
            if (entries == null) {
                continue;
            }
            for (var entry : entries) {
                int end = end(words, at + 1, entry.rest(), 0, LONGEST_GAP);
                if (end > 0) {
                    hits = hits == null ? new ArrayList<>(2) : hits;
                    hits.add(new Hit<>(entry.value(), at, end, reading));
                }
            }
        }
        if (hits == null && isArabic(words.get(at))) {
            hits = far(words, at);
        }
        if (hits == null) {
            return List.of();
        }
        hits.sort((a, b) -> Integer.compare(b.end(), a.end()));
        return hits;
    }

    /** The same with wider gaps; null where nothing is found. */
    private @Nullable List<Hit<T>> far(List<Word> words, int at) {
        List<Hit<T>> hits = null;
        for (var reading : words.get(at).readings()) {
            for (var entry : byFirst.getOrDefault(reading.stem(), List.of())) {
                int end = entry.rest().contains(null) ? end(words, at + 1, entry.rest(), 0, LONGEST_GAP_AR) : -1;
                if (end > 0 && !isAndThen(words, at, end)) {
                    hits = hits == null ? new ArrayList<>(2) : hits;
                    hits.add(new Hit<>(entry.value(), at, end, reading));
                }
            }
        }
        return hits;
    }

    /** Whether a comma and «و» begin something else in between. */
    private static boolean isAndThen(List<Word> words, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (words.get(i).before() == Word.Gap.COMMA && words.get(i).text().startsWith("و")) {
                return true;
            }
        }
        return false;
    }

    /** The end of the match of the rest, or -1. */
    private static int end(List<Word> words, int at, List<@Nullable Set<String>> rest, int i, int longest) {
        if (i == rest.size()) {
            return at;
        }
        var wanted = rest.get(i);
        boolean brief = wanted != null && wanted.contains(SHORT);
        if (wanted == null || brief) {
            for (int skip = 0; skip <= (brief ? SHORT_GAP : longest) && at + skip < words.size(); skip++) {
                if (skip > 0 && words.get(at + skip - 1).before() == Word.Gap.STRONG) {
                    return -1;
                }
                int end = end(words, at + skip, rest, i + 1, longest);
                if (end > 0) {
                    return end;
                }
            }
            return -1;
        }
        if (at >= words.size() || words.get(at).before() == Word.Gap.STRONG || !matches(words.get(at), wanted)) {
            return -1;
        }
        return end(words, at + 1, rest, i + 1, longest);
    }

    private static boolean isArabic(Word word) {
        return word.source().codePointAt(0) > 0x5FF;
    }

    private static boolean matches(Word word, Set<String> wanted) {
        for (var reading : word.readings()) {
            if (wanted.contains(reading.stem())) {
                return true;
            }
        }
        return false;
    }
}
