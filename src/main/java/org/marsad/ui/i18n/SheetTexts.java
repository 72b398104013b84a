package org.marsad.ui.i18n;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.SheetWords;
import org.marsad.text.Language;
import org.springframework.stereotype.Component;

/** The interface's texts for sheets. */
@Component
public final class SheetTexts implements SheetWords {
    private final Messages messages;
    private final DateWords dates;

    public SheetTexts(Messages messages) {
        this.messages = messages;
        dates = new DateWords(messages);
    }

    @Override
    public String say(Language language, String key, Object... parameters) {
        return messages.getTranslation(key, Locale.of(language.tag()), parameters);
    }

    @Override
    public boolean has(Language language, String key) {
        return messages.has(key, Locale.of(language.tag()));
    }

    @Override
    public String date(@Nullable LocalDate start, @Nullable LocalDate end, String precision, Language language) {
        return dates.of(start, end, precision, language);
    }

    @Override
    public String range(LocalDate from, LocalDate to, Language language) {
        return dates.range(from, to, language);
    }
}
