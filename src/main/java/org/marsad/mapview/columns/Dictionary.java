package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that stand in a column as small numbers. Only grows; safe for one that adds while others read. */
public final class Dictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a word, which is given the next one if it is new. */
    public synchronized int add(String word) {
        var known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }

    /** The number of a word, or -1 where no event has it. */
    public synchronized int find(String word) {
        return numbers.getOrDefault(word, -1);
    }

    public synchronized String word(int number) {
        return words.get(number);
    }

    public synchronized int size() {
        return words.size();
    }

    /** All words in the order of their numbers. */
    public synchronized List<String> words() {
        return List.copyOf(words);
    }
}
