package org.marsad.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Regular expressions that the code writes where it uses them, each compiled once. Safe for use by many threads. */
public final class Patterns {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {}

    /**
     * What {@link String#matches} says.
     *
     * @param regex of the code, never of any input: it is kept for ever
     */
    public static boolean matches(String text, String regex) {
        var known = COMPILED.get(regex);
        return (known == null ? COMPILED.computeIfAbsent(regex, Pattern::compile) : known)
                .matcher(text)
                .matches();
    }
}
