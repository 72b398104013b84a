package org.marsad.ui.i18n;

import com.ibm.icu.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.marsad.mapview.BorderNames;

/** Why the coder took a name for a place, in the reader's language. */
public final class ReasonWords {
    private static final String SOUNDS_LIKE = "no source spells it so; it sounds like ";
    private static final String POPULATION = "population ";
    private static final Map<String, String> REASONS = Map.of(
            "in the curated gazetteer", "because.curated",
            "near other places of the article", "because.near",
            "the word before or after it says what kind of place it is", "because.kind",
            "it lies in the region that the text names", "because.region",
            "the words beside it name its country", "because.beside",
            "several places fit equally well", "because.tied");

    private final Messages messages;

    public ReasonWords(Messages messages) {
        this.messages = messages;
    }

    /** A reason that is new here stays in the coder's own words. */
    public String of(String because, Locale locale) {
        var fixed = REASONS.get(because);
        if (fixed != null) {
            return messages.getTranslation(fixed, locale);
        }
        var language = Messages.languageOf(locale);
        if (because.matches(POPULATION + "\\d+")) {
            var number = Double.parseDouble(because.substring(POPULATION.length()));
            return messages.getTranslation(
                    "because.population",
                    locale,
                    NumberFormat.getInstance(Messages.numbers(language)).format(number));
        }
        if (because.matches("the article is about [A-Z]{2}")) {
            var country = BorderNames.country(because.substring(because.length() - 2), language);
            return messages.getTranslation("because.country", locale, country);
        }
        return because.startsWith(SOUNDS_LIKE)
                ? messages.getTranslation("because.sounds", locale, because.substring(SOUNDS_LIKE.length()))
                : because;
    }
}
