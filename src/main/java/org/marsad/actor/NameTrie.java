package org.marsad.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Token;
import org.marsad.text.Tokens;

/**
 * Names as sequences of folded words. Quotation marks, hyphens and the Arabic article make no difference; particles
 * joined to the first word are cut by the caller.
 */
final class NameTrie<T> {
    private final Map<String, NameTrie<T>> next = new HashMap<>();
    private final List<T> values = new ArrayList<>(1);

    /** A name found: its value and how many words it takes. */
    record Hit<T>(T value, int length) {}

    void put(String name, T value) {
        var node = this;
        var words = words(name);
        for (var word : words) {
            node = node.next.computeIfAbsent(word, key -> new NameTrie<>());
        }
        if (!words.isEmpty() && !node.values.contains(value)) {
            node.values.add(value);
        }
    }

    /** The words of a name as they are looked up. */
    static List<String> words(String name) {
        return Tokens.list(Folding.fold(name)).stream()
                .filter(token -> token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER)
                .map(token -> canonical(token.text()))
                .toList();
    }

    /**
     * The longest name at a word.
     *
     * @param first the canonical form of the word at {@code at}, its particles cut
     */
    Optional<Hit<T>> findLongest(List<Word> words, int at, String first) {
        return findLongest(words, at, first, _ -> true);
    }

    /**
     * The same; of several values of the name the first that is preferred, or the first where none is.
     *
     * @param first the canonical form of the word at {@code at}, its particles cut
     */
    Optional<Hit<T>> findLongest(List<Word> words, int at, String first, Predicate<T> preferred) {
        @Nullable NameTrie<T> node = next.get(first);
        Hit<T> best = null;
        for (int i = at + 1; node != null; i++) {
            if (!node.values.isEmpty()) {
                best = new Hit<>(node.first(preferred), i - at);
            }
            node = i < words.size() && !words.get(i).parted()
                    ? node.next.get(words.get(i).canonical())
                    : null;
        }
        return Optional.ofNullable(best);
    }

    private T first(Predicate<T> preferred) {
        return values.size() == 1
                ? values.getFirst()
                : values.stream().filter(preferred).findFirst().orElseGet(values::getFirst);
    }

    /** Without «ال», the conjunction before it included: «نصرة الإسلام والمسلمين» is also «نصرة الإسلام المسلمين». */
    static String canonical(String folded) {
        var word = folded;
        if (word.startsWith("وال") && word.length() > 5) {
            word = word.substring(3);
        } else if (word.startsWith("ال") && word.length() > 3) {
            word = word.substring(2);
        }
        return word.length() > 4 && word.endsWith("ون") ? word.substring(0, word.length() - 2) + "ين" : word;
    }

    /**
     * A word of an article.
     *
     * @param parted whether a full stop or a line end parts it from the word before
     */
    record Word(Token token, String canonical, boolean parted) {}
}
