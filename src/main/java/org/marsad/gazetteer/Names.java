package org.marsad.gazetteer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the names that GeoNames gives a place can be used. */
public final class Names {
    private static final Pattern CONTROLS = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    /** Letters of Urdu, Uyghur and Kurdish alone: other languages' spellings, one of which may fold to another place. */
    private static final String OTHER_LETTERS = "ہےٹڈڑںەېۇۆۈێڵڕۋھ";

    private Names() {}

    /**
     * The name without invisible controls; null where it is no name that our languages write: an airport code, a link,
     * another script, or a transliteration from another script by rule ("ldn", "sheng hu li ya"), which begins small.
     */
    public static @Nullable String readable(String name) {
        var clean = CONTROLS.matcher(name).replaceAll("").strip();
        if (clean.isEmpty() || Character.isLowerCase(clean.codePointAt(0)) || isCode(clean)) {
            return null;
        }
        boolean latin = false;
        boolean arabic = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c >= '0' && c <= '9' || ":|\"\t،".indexOf(c) >= 0 || OTHER_LETTERS.indexOf(c) >= 0) {
                return null;
            }
            if (Character.isLetter(c)) {
                switch (Character.UnicodeScript.of(c)) {
                    case LATIN -> latin = true;
                    case ARABIC -> arabic = true;
                    default -> {
                        return null;
                    }
                }
            }
        }
        return latin ^ arabic ? clean : null;
    }

    private static boolean isCode(String name) {
        return name.length() <= 4 && name.length() >= 3 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
