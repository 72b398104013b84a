package org.marsad.snapshot;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short codes on sheets: eight of Crockford's base 32 (https://www.crockford.com/base32.html), which has no letter that
 * is taken for a digit; printed in two groups, {@code 7KQF-2MXD}.
 */
public final class SnapshotCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SnapshotCode() {}

    static String next() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return code.toString();
    }

    /** As somebody typed it: in any case, with or without the hyphen, with O for 0 and I or L for 1. */
    public static Optional<String> parse(String text) {
        var code = text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return WRITTEN.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** For people: in two groups. What is no code stays as it is. */
    public static String printed(String code) {
        return code.length() != LENGTH ? code : code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }
}
