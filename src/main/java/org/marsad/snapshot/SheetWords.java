package org.marsad.snapshot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.Phrases;
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

    /** The same in one language. */
    default Phrases in(Language language) {
        return new Phrases() {
            @Override
            public Language language() {
                return language;
            }

            @Override
            public String say(String key, Object... parameters) {
                return SheetWords.this.say(language, key, parameters);
            }

            @Override
            public boolean has(String key) {
                return SheetWords.this.has(language, key);
            }

            @Override
            public String range(LocalDate from, LocalDate to) {
                return SheetWords.this.range(from, to, language);
            }
        };
    }
}
