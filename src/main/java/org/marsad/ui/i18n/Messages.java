package org.marsad.ui.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.marsad.text.Language;
import org.springframework.stereotype.Component;

/**
 * The interface's texts, from {@code messages_ar.properties} and its like (UTF-8, ICU message patterns, so that Arabic has
 * its six plurals). A key that a language lacks is shown as the key: a test sees to it that none does.
 */
@Component
public final class Messages implements I18NProvider {
    private static final long serialVersionUID = 1;
    private static final String FOR_BROWSER = "js.";

    private final transient Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Messages() {
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("ar"));
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        var language = languageOf(locale);
        var text = all(language).getOrDefault(key, key);
        return parameters.length == 0 ? text : new MessageFormat(text, numbers(language)).format(parameters);
    }

    /** The texts that the browser's elements fill in themselves: keys under {@code js.}, types and precisions. */
    public Map<String, String> forBrowser(Language language) {
        var result = new TreeMap<String, String>();
        all(language).forEach((key, text) -> {
            if (key.startsWith(FOR_BROWSER)) {
                result.put(key.substring(FOR_BROWSER.length()), text);
            } else if (key.startsWith("type.") || key.startsWith("where.")) {
                result.put(key, text);
            }
        });
        return result;
    }

    /** Whether there is a text of that key. */
    public boolean has(String key, Locale locale) {
        return all(languageOf(locale)).containsKey(key);
    }

    /** The language of the interface for a locale; English where it is none of ours. */
    public static Language languageOf(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ar" -> Language.AR;
            case "fr" -> Language.FR;
            default -> Language.EN;
        };
    }

    /** Western digits in Arabic too, as the press of the Maghreb and the Sahel writes them. */
    public static ULocale numbers(Language language) {
        return new ULocale(language == Language.AR ? "ar@numbers=latn" : language.tag());
    }

    private Map<String, String> all(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        var file = "messages_" + language.tag() + ".properties";
        try (Reader in = new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            var result = new TreeMap<String, String>();
            properties.forEach((key, value) -> result.put((String) key, (String) value));
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
