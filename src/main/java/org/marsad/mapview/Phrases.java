package org.marsad.mapview;

import java.time.LocalDate;
import org.marsad.text.Language;

/** The texts of the interface in one language; whoever shows events gives them. */
public interface Phrases {
    Language language();

    /** A text by its key, filled in. */
    String say(String key, Object... parameters);

    boolean has(String key);

    /** First and last day. */
    String range(LocalDate from, LocalDate to);

    /** A word of a codebook that has no translation is shown as the codebook has it. */
    default String sayOr(String key, String otherwise) {
        return has(key) ? say(key) : otherwise;
    }
}
