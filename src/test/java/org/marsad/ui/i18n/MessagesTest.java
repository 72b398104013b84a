package org.marsad.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.mapview.EventSort;
import org.marsad.text.Language;

class MessagesTest {
    private final Messages messages = new Messages();

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr"})
    void everyTextOfTheInterfaceIsThereInEachLanguage(String tag) throws IOException {
        // The browser's plural categories differ from language to language.
        var english = keys("en");
        var other = keys(tag);
        assertThat(other).containsAll(english);
        other.removeAll(english);
        assertThat(other).allMatch(key -> key.startsWith("js.events."));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsAPatternThatCanBeFilled(Language language) throws IOException {
        for (var entry : load(language.tag()).entrySet()) {
            assertThatCode(() -> new MessageFormat((String) entry.getValue(), Messages.numbers(language))
                            .format(new Object[] {3, 4, 5}))
                    .as("%s in %s", entry.getKey(), language)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyTextThatTheViewsNameIsThere() throws IOException {
        var named = Pattern.compile("(?:say|getTranslation)\\(\\s*\"([a-zA-Z][\\w.-]*[\\w])\"");
        try (var files = Files.walk(Path.of("src/main/java/org/marsad/ui"))) {
            var missing = files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::read)
                    .flatMap(source -> named.matcher(source).results())
                    .map(found -> found.group(1))
                    .filter(key -> !messages.has(key, Locale.ENGLISH))
                    .collect(Collectors.toSet());
            assertThat(missing).isEmpty();
        }
    }

    @Test
    void everyOrderOfTheListHasAName() {
        for (EventSort sort : EventSort.values()) {
            assertThat(messages.has("sort." + sort.parameter(), Locale.ENGLISH)).isTrue();
        }
    }

    @Test
    void countsInArabicByItsSixPlurals() {
        var arabic = Locale.of("ar");
        assertThat(List.of(0, 1, 2, 3, 11, 100, 103).stream()
                        .map(count -> messages.getTranslation("events", arabic, count)))
                .containsExactly("لا أحداث", "حدث واحد", "حدثان", "3 أحداث", "11 حدثًا", "100 حدث", "103 أحداث");
    }

    @Test
    void putsWhatASourceSaysInAsItIs() {
        assertThat(messages.getTranslation("chips.text", Locale.ENGLISH, "{0} <b>' it's"))
                .isEqualTo("“{0} <b>' it's”");
    }

    private static TreeSet<String> keys(String tag) throws IOException {
        return new TreeSet<>(load(tag).stringPropertyNames());
    }

    private static Properties load(String tag) throws IOException {
        try (Reader in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("messages_" + tag + ".properties"), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
