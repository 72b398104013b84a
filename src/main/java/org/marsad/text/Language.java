package org.marsad.text;

import java.util.Locale;

/** The languages that Marsad reads, and shows its interface in. */
public enum Language {
    AR,
    FR,
    EN;

    /** The BCP 47 tag: {@code ar}, {@code fr} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for any tag but {@code ar}, {@code fr} and {@code en}
     */
    public static Language ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    public boolean isRightToLeft() {
        return this == AR;
    }
}
