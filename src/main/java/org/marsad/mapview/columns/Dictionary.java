package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strings that stand in a column as small numbers. Filled while a model is built, then only read. */
public final class Dictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a word, which is given the next one if it is new. */
    public int add(String word) {
        return numbers.computeIfAbsent(word, key -> {
            if (words.size() == Character.MAX_VALUE) {
                throw new IllegalStateException("more than " + (int) Character.MAX_VALUE + " different words");
            }
            words.add(key);
            return words.size() - 1;
        });
    }

    /** The number of a word, or -1 where no event has it. */
    public int find(String word) {
        return numbers.getOrDefault(word, -1);
    }

    public String word(int number) {
        return words.get(number);
    }

    public int size() {
        return words.size();
    }
}
