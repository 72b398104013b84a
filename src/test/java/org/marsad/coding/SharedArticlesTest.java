package org.marsad.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.link.IncidentLinker;
import org.marsad.text.SourceDocument;

/** The articles that the project began with, where they lie beside the checkout; others' texts are not kept in it. */
class SharedArticlesTest {
    private static final List<CodedEvent> EVENTS = new ArrayList<>();

    @BeforeAll
    static void code() throws IOException {
        var directory = Path.of(System.getProperty("marsad.shared", "../shared"), "articles");
        assumeTrue(Files.isDirectory(directory), directory + " is not here");
        var coder = Coder.builtIn();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(one -> one.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                var document = SourceDocument.of(file.getFileName().toString(), Files.readString(file));
                coder.code(document).forEach(article -> EVENTS.addAll(article.events()));
            }
        }
    }

    private static List<CodedEvent> events(String plover, String start, String end) {
        return EVENTS.stream()
                .filter(event -> event.type().plover().equals(plover))
                .filter(event -> String.valueOf(event.date().start()).equals(start)
                        && String.valueOf(event.date().end()).equals(end))
                .toList();
    }

    private static List<String> actors(CodedEvent event) {
        return event.actors().stream().map(one -> one.actor().id().value()).toList();
    }

    private static List<String> places(CodedEvent event) {
        return event.places().stream().map(place -> place.name()).toList();
    }

    @Test
    void findsTheKuwaitConferenceInBothSourcesAndLinksThem() {
        var both = EVENTS.stream()
                .filter(event -> event.type().plover().equals("CONSULT"))
                .filter(event -> String.valueOf(event.date().start()).equals("2024-11-04"))
                .toList();
        assertThat(both)
                .hasSize(2)
                .allSatisfy(event -> assertThat(places(event)).containsExactly("Kuwait"));
        assertThat(IncidentLinker.isSameIncident(both.get(0), both.get(1))).isTrue();
        var merged = IncidentLinker.merge(both);
        assertThat(merged.date().end()).hasToString("2024-11-05");
    }

    @Test
    void keepsTheCoalitionsMeetingsApart() {
        var marrakesh = events("CONSULT", "2022-05-11", "2022-05-11");
        var washington = events("CONSULT", "2021-06-21", "2021-06-30");
        assertThat(marrakesh)
                .singleElement()
                .satisfies(event -> assertThat(places(event)).containsExactly("Marrakesh"));
        assertThat(washington)
                .singleElement()
                .satisfies(event -> assertThat(places(event)).containsExactly("Washington"));
        assertThat(IncidentLinker.confidence(marrakesh.getFirst(), washington.getFirst()))
                .isZero();
    }

    @Test
    void drawsThePatrolsAsTheBorderWithDiboliNamed() {
        assertThat(events("COOPERATE", "2025-02-20", "2025-02-20"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.border()).hasToString("ML-SN");
                    assertThat(String.valueOf(event.geometry())).startsWith("MULTILINESTRING");
                    assertThat(event.wherePrecision()).isEqualTo(5);
                    assertThat(places(event)).containsExactly("Diboli");
                    assertThat(actors(event)).contains("mali-government", "senegal-government");
                });
    }

    @Test
    void findsWhatElseTheyTell() {
        assertThat(events("COOPERATE", "2024-09-01", "2024-09-30"))
                .singleElement()
                .satisfies(event -> assertThat(actors(event))
                        .contains("mali-government", "senegal-government", "mauritania-government"));
        assertThat(events("AGREE", "2021-03-01", "2021-03-31")).hasSize(1);
        assertThat(events("CONSULT", "2025-12-22", "2025-12-23"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(places(event)).containsExactly("Bamako");
                    assertThat(actors(event)).contains("aes");
                });
        assertThat(events("RETREAT", "2022-01-01", "2022-12-31"))
                .singleElement()
                .satisfies(event -> assertThat(actors(event)).contains("france-army"));
    }

    @Test
    void leavesUndatedWhatTheTextsDoNotDate() {
        var attacks = EVENTS.stream()
                .filter(event ->
                        event.type().plover().equals("ASSAULT") && event.date().equals(EventDate.UNDATED))
                .toList();
        assertThat(attacks)
                .anySatisfy(event -> {
                    assertThat(places(event)).containsExactly("Bamako");
                    assertThat(actors(event)).contains("jnim");
                })
                .anySatisfy(event -> assertThat(places(event)).containsExactly("Timbuktu"))
                .anySatisfy(event -> assertThat(event.type().acledSub()).isEqualTo("Abduction/forced disappearance"));
    }

    @Test
    void findsNothingInTheGeneralitiesAround() {
        assertThat(EVENTS).hasSizeBetween(12, 16);
    }
}
