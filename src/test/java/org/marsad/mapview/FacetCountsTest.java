package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marsad.coding.event.Role;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.store.PostgisTest;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figure beside a choice is what choosing it alone shows, whatever else the filter says. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacetCountsTest {
    private static final List<EventFilter> FILTERS = List.of(
            EventFilter.ALL,
            EventFilter.ALL
                    .edit()
                    .kinds(Set.of("rebel"))
                    .roles(Set.of(Role.PERPETRATOR))
                    .build(),
            EventFilter.ALL
                    .edit()
                    .countries(Set.of("ML"))
                    .regions(Set.of("ML:Mopti"))
                    .precision(4)
                    .build(),
            EventFilter.ALL
                    .edit()
                    .sources(Set.of("articles", "ucdp"))
                    .deaths(2)
                    .plover(Set.of("ASSAULT", "COERCE"))
                    .build(),
            EventFilter.ALL
                    .edit()
                    .area(new AreaFilter(DrawnArea.parse("box:-8,13,0,17"), false))
                    .actors(Set.of("jnim"))
                    .build());

    private final JdbcClient jdbc;
    private final EventList events;
    private final EventCounter counter;

    FacetCountsTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        events = new EventList(jdbc);
        counter = new EventCounter(jdbc);
    }

    @BeforeAll
    void writeEvents() {
        new RandomEvents(5, jdbc).write(400);
    }

    @Test
    void eachFigureIsWhatChoosingThatValueAloneShows() {
        for (var filter : FILTERS) {
            var counts = counter.count(filter, Language.EN);
            check(
                    filter,
                    counts.kinds(),
                    (choice, id) -> choice.actors(Set.of()).kinds(Set.of(id)).build());
            check(
                    filter,
                    counts.roles(),
                    (choice, id) -> choice.roles(Set.of(role(id))).build());
            check(
                    filter,
                    counts.countries(),
                    (choice, id) -> choice.countries(Set.of(id)).build());
            check(
                    filter,
                    counts.regions(),
                    (choice, id) -> choice.regions(Set.of(id)).build());
            check(
                    filter,
                    counts.sources(),
                    (choice, id) -> choice.sources(Set.of(id)).without(Set.of()).build());
            for (int atMost = 1; atMost <= 7; atMost++) {
                int most = atMost;
                assertThat(counts.precisions().stream()
                                .filter(facet -> Integer.parseInt(facet.id()) <= most)
                                .mapToInt(Facet::count)
                                .sum())
                        .isEqualTo(events.count(filter.edit().precision(most).build()));
            }
        }
    }

    @Test
    void aDrawnAreaIsCountedByWhatIsCertainAndWhatIsPossible() {
        var area = new AreaFilter(DrawnArea.parse("circle:-4,15,300"), false);
        var counts = counter.count(EventFilter.ALL.withArea(area), Language.EN).area();
        assertThat(counts).isNotNull();
        assertThat(counts.certain())
                .isPositive()
                .isEqualTo(events.count(EventFilter.ALL.withArea(new AreaFilter(area.area(), true))));
        assertThat(counts.certain() + counts.possible()).isEqualTo(events.count(EventFilter.ALL.withArea(area)));
    }

    private void check(
            EventFilter filter, List<Facet> facets, BiFunction<EventFilterBuilder, String, EventFilter> alone) {
        assertThat(facets).isNotEmpty();
        assertThat(facets.stream().collect(Collectors.toMap(Facet::id, Facet::count)))
                .isEqualTo(facets.stream()
                        .collect(Collectors.toMap(
                                Facet::id, facet -> events.count(alone.apply(filter.edit(), facet.id())))));
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
