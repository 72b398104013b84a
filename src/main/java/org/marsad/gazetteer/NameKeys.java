package org.marsad.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.marsad.text.Folding;

/** The keys under which the index finds a name: folded, its runs of letters and digits parted by single spaces. */
final class NameKeys {
    private NameKeys() {}

    /** The key as written, and, where an apostrophe stands in a word (N'Djamena), also with the word closed up. */
    static List<String> list(String name) {
        var keys = new ArrayList<String>(2);
        var folded = Folding.key(name);
        keys.add(words(folded));
        if (folded.indexOf('\'') > 0) {
            keys.add(words(folded.replace("'", "")));
        }
        return keys;
    }

    /** The words of a folded text parted by single spaces; empty where there are none. */
    static String words(CharSequence folded) {
        var key = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                key.append(c);
            } else {
                gap = true;
            }
        }
        return key.toString();
    }
}
