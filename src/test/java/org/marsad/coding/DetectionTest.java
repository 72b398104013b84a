package org.marsad.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.coding.article.EventCoder;
import org.marsad.text.SourceDocument;

/**
 * What sentences of each language tell, type by type: those of {@code detected-LANG.tsv} an event of a stated type, those
 * of {@code undetected-LANG.tsv} none. Each stands in the body of an article, after a title and a paragraph that tell
 * nothing.
 */
class DetectionTest {
    private static final Coder CODER = Coder.builtIn();
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 5, 15);

    private static final Map<String, String> BEFORE = Map.of(
            "en",
            "Security in the region: the week's review\n\nResidents of the region describe a life that has become"
                    + " harder, and prices that nobody can pay.\n\n",
            "fr",
            "Sécurité dans la région : la revue de la semaine\n\nLes habitants de la région décrivent une vie devenue"
                    + " plus dure et des prix que personne ne peut payer.\n\n",
            "ar",
            "الأمن في المنطقة: قراءة في أحداث الأسبوع\n\nيصف سكان المنطقة حياة باتت أصعب وأسعارا لا يقدر عليها"
                    + " أحد.\n\n");

    record Case(String language, Set<String> types, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Case> detected() throws IOException {
        var all = new ArrayList<Case>();
        for (var language : List.of("en", "fr", "ar")) {
            for (var line : lines("detected-" + language + ".tsv")) {
                var parts = line.split("\t");
                all.add(new Case(language, Set.of(parts[0].split("\\|")), parts[1]));
            }
        }
        return all;
    }

    static List<Case> undetected() throws IOException {
        var all = new ArrayList<Case>();
        for (var language : List.of("en", "fr", "ar")) {
            lines("undetected-" + language + ".tsv").forEach(line -> all.add(new Case(language, Set.of(), line)));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("detected")
    void tellsAnEventOfItsType(Case given) {
        assertThat(types(given)).containsAnyElementsOf(given.types());
    }

    @ParameterizedTest
    @MethodSource("undetected")
    void tellsNoEvent(Case given) {
        assertThat(types(given)).isEmpty();
    }

    /** A table that lost its rows would test nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void everyLanguageHasSentencesOfMostTypes(String language) throws IOException {
        var types = detected().stream()
                .filter(one -> one.language().equals(language))
                .flatMap(one -> one.types().stream())
                .distinct()
                .toList();
        assertThat(types).hasSizeGreaterThanOrEqualTo(15);
    }

    /** The weights may think otherwise than the rules of one sentence or another, and not of many. */
    @Test
    void nearlyAllThatTheRulesTellIsToldInTheEnd() throws IOException {
        var detected = detected();
        long told = detected.stream()
                .filter(one ->
                        types(one, EventCoder.Considered::isEvent).stream().anyMatch(one.types()::contains))
                .count();
        assertThat(told).isGreaterThan(detected.size() * 97 / 100);
        var undetected = undetected();
        long wrong = undetected.stream()
                .filter(one -> !types(one, EventCoder.Considered::isEvent).isEmpty())
                .count();
        assertThat(wrong).isLessThan(undetected.size() * 7 / 100);
    }

    /** What the rules say: how they are weighed changes with each fit. */
    private static List<String> types(Case given) {
        return types(given, EventCoder.Considered::ruled);
    }

    private static List<String> types(Case given, Predicate<EventCoder.Considered> which) {
        var text = BEFORE.get(given.language()) + given.text() + "\n";
        return CODER.consider(new SourceDocument("case", text, null, PUBLISHED)).stream()
                .filter(which)
                .map(one -> one.event().type().plover())
                .toList();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DetectionTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
