package org.marsad.snapshot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/** What a sheet says, in the words of the interface. */
public interface SheetWords {
    /** A text by its key, filled in. */
    String say(Language language, String key, Object... parameters);

    boolean has(Language language, String key);

    /**
     * A date never more precise than it is known; {@code precision} as in {@code event.date_precision}.
     *
     * @param start null for an undated event
     */
    String date(@Nullable LocalDate start, @Nullable LocalDate end, String precision, Language language);

    /** First and last day. */
    String range(LocalDate from, LocalDate to, Language language);

    default String sayOr(Language language, String key, String otherwise) {
        return has(language, key) ? say(language, key) : otherwise;
    }
}
