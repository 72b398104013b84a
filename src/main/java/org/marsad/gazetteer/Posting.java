package org.marsad.gazetteer;

import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/** A place under a name, packed into an int: 23 bits of place, 3 of {@link NameKind}, 2 of language, 1 flag. */
public final class Posting {
    static final int MAX_PLACES = 1 << 23;

    private static final NameKind[] KINDS = NameKind.values();
    private static final Language[] LANGUAGES = Language.values();

    private Posting() {}

    static int of(int place, NameKind kind, @Nullable Language language, boolean capitalsOnly) {
        return place << 8
                | (capitalsOnly ? 32 : 0)
                | kind.ordinal() << 2
                | (language == null ? 0 : language.ordinal() + 1);
    }

    /** For a place that is meant by no name of its own. */
    public static int of(int place, NameKind kind) {
        return of(place, kind, null, false);
    }

    /** The place's ordinal in {@link Places}. */
    public static int place(int posting) {
        return posting >>> 8;
    }

    /** The same of a place under another ordinal. */
    static int at(int posting, int place) {
        return place << 8 | posting & 0xFF;
    }

    public static NameKind kind(int posting) {
        return KINDS[posting >> 2 & 7];
    }

    public static boolean isDemonym(int posting) {
        return (posting >> 2 & 7) == NameKind.DEMONYM.ordinal();
    }

    /** The name's language where the source says it. */
    public static @Nullable Language language(int posting) {
        int code = posting & 3;
        return code == 0 ? null : LANGUAGES[code - 1];
    }

    /** An abbreviation such as US, which a small "us" is not. */
    public static boolean isCapitalsOnly(int posting) {
        return (posting & 32) != 0;
    }
}
