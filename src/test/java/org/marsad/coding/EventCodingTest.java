package org.marsad.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.coding.article.EventCoder;
import org.marsad.coding.event.CodedEvent;
import org.marsad.text.SourceDocument;

/** One sentence or two at a time by the table {@code cases.tsv}, sentences and articles of the press by {@code reports.tsv}. */
class EventCodingTest {
    private static final Coder CODER = Coder.builtIn();

    record Case(LocalDate published, String text, String expected) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Case> cases() throws IOException {
        var all = new ArrayList<>(list("cases.tsv"));
        all.addAll(list("reports.tsv"));
        return all;
    }

    private static List<Case> list(String table) throws IOException {
        try (InputStream in = Objects.requireNonNull(EventCodingTest.class.getResourceAsStream(table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .map(part -> new Case(LocalDate.parse(part[0]), part[1].replace("¶", "\n\n"), part[2]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tells(Case given) {
        // What the rules say: how they are weighed changes with each fit.
        var events = CODER.consider(new SourceDocument("case", given.text(), null, given.published())).stream()
                .filter(EventCoder.Considered::ruled)
                .map(EventCoder.Considered::event)
                .toList();
        if (given.expected().equals("-")) {
            assertThat(events).extracting(EventCodingTest::text).isEmpty();
            return;
        }
        var wanted = given.expected().split(" ; ");
        assertThat(events)
                .as("%s", events.stream().map(EventCodingTest::text).toList())
                .hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            var found = text(events.get(i));
            for (var part : wanted[i].split("(?<=[^,]) ")) {
                if (part.startsWith("!")) {
                    assertThat(found).doesNotContain(part.substring(1));
                } else if (!part.equals("-")) {
                    assertThat(found).contains(part);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen killed five people on 25 March in Gao.",
                "Des hommes armés ont tué cinq personnes le 25 mars à Gao.",
                "قتل مسلحون خمسة أشخاص يوم 25 مارس في غاو."
            })
    void aDayOfAYearThatNothingTellsIsNoNumberOfDeadAndItsMonthNoMarch(String text) {
        var events = CODER.code(new SourceDocument("case", text, null, null)).stream()
                .flatMap(article -> article.events().stream())
                .toList();
        assertThat(events)
                .extracting(EventCodingTest::text)
                .singleElement()
                .asString()
                .startsWith("ASSAULT null Gao")
                .endsWith("deaths=5");
    }

    /** The weights may think otherwise than the rules of one text or another, and not of many. */
    @Test
    void nearlyAllThatTheRulesTellIsToldInTheEnd() throws IOException {
        int ruled = 0;
        int told = 0;
        int more = 0;
        for (var given : cases()) {
            for (var one : CODER.consider(new SourceDocument("case", given.text(), null, given.published()))) {
                ruled += one.ruled() ? 1 : 0;
                told += one.ruled() && one.isEvent() ? 1 : 0;
                more += !one.ruled() && one.isEvent() ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(ruled * 97 / 100);
        assertThat(more).isLessThan(ruled * 3 / 100);
    }

    private static String text(CodedEvent event) {
        var parts = new ArrayList<String>();
        parts.add(event.type().plover());
        var date = event.date();
        parts.add(
                String.valueOf(date.start()).equals(String.valueOf(date.end()))
                        ? "" + date.start()
                        : date.start() + ".." + date.end());
        event.places().forEach(place -> parts.add(place.name()));
        parts.add("places=" + event.places().size());
        if (event.border() != null) {
            parts.add("border=" + event.border());
        }
        event.actors()
                .forEach(one -> parts.add(one.actor().id() + ":" + one.role().word()));
        parts.add("mode=" + event.type().mode());
        var deaths = event.fatalities();
        parts.add("deaths=" + (deaths == null ? "" : deaths.low()));
        return String.join(" ", parts);
    }
}
