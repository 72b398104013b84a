package org.marsad.coding.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Table;

/** The sets of {@code word-sets.csv}, folded. */
public final class WordSets {
    private static final Map<String, Set<String>> SETS = read();

    private WordSets() {}

    /**
     * @throws IllegalArgumentException for a set that the table has not
     */
    public static Set<String> get(String name) {
        var set = SETS.get(name);
        if (set == null) {
            throw new IllegalArgumentException("no set " + name + " in word-sets.csv");
        }
        return set;
    }

    /** The sets {@code name-ar}, {@code name-fr} and {@code name-en}. */
    public static Map<Language, Set<String>> byLanguage(String name) {
        var sets = new EnumMap<Language, Set<String>>(Language.class);
        for (var language : Language.values()) {
            sets.put(language, get(name + "-" + language.tag()));
        }
        return sets;
    }

    private static Map<String, Set<String>> read() {
        var sets = new HashMap<String, Set<String>>();
        for (var row : Table.rows("/org/marsad/coding/word-sets.csv")) {
            var words = new HashSet<String>();
            row.list("words").forEach(word -> words.add(Folding.key(word)));
            sets.put(row.get("set"), Set.copyOf(words));
        }
        return sets;
    }
}
