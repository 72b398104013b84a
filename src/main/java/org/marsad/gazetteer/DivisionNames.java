package org.marsad.gazetteer;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bare names of administrative divisions: "Région de Gao" and "Gao Region" are Gao. */
public final class DivisionNames {
    private static final Set<String> GENERIC = Set.of(
            "region",
            "cercle",
            "commune",
            "district",
            "departement",
            "department",
            "province",
            "arrondissement",
            "prefecture",
            "subprefecture",
            "sous",
            "wilaya",
            "willaya",
            "state",
            "governorate",
            "municipality",
            "county",
            "territory");

    private static final Set<String> LINKS =
            Set.of("de", "du", "des", "d", "of", "la", "le", "l", "the", "urban", "rural");

    private DivisionNames() {}

    /** The folded name without the generic words at its ends; null where it has none, or nothing is left. */
    public static @Nullable String bare(String name) {
        var words = NameKeys.list(name).getFirst().split(" ");
        int from = 0;
        int to = words.length;
        if (GENERIC.contains(words[0])) {
            from++;
            while (from < to && (LINKS.contains(words[from]) || GENERIC.contains(words[from]))) {
                from++;
            }
        }
        while (to > from && GENERIC.contains(words[to - 1])) {
            to--;
        }
        return from < to && to - from < words.length ? String.join(" ", Arrays.copyOfRange(words, from, to)) : null;
    }
}
