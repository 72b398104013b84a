package org.marsad.coding.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.reading.Where;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geo.Geo;
import org.marsad.text.DatePrecision;
import org.marsad.text.Span;

/** What groups are is told by comparing each pair of reports; how they are found must not show. */
class IncidentGroupsTest {
    private static final List<EventType> TYPES = List.of(
            new EventType("ASSAULT", "firearms", "Battles", "Armed clash", 1),
            new EventType("CONSULT", null, "Strategic developments", "Other", null),
            new EventType("COOPERATE", null, "Strategic developments", "Other", null));
    private static final List<Place> PLACES = List.of(
            place("1", "ML", PlaceLevel.SETTLEMENT, 15.918, 2.402),
            place("2", "ML", PlaceLevel.SETTLEMENT, 15.99, 2.402),
            place("3", "SN", PlaceLevel.SETTLEMENT, 14.455, -12.199),
            place("4", "ML", PlaceLevel.COUNTRY, 17.57, -4));

    private static Place place(String id, String country, PlaceLevel level, double lat, double lon) {
        return new Place(new PlaceId("geonames:" + id), id, country, null, level, "PPL", lat, lon, 0);
    }

    private record Decided(Map<Set<String>, Boolean> pairs) implements LinkDecisions {
        @Override
        public Optional<Boolean> find(Report a, Report b) {
            return Optional.ofNullable(pairs.get(Set.of(a.key(), b.key())));
        }

        @Override
        public boolean concern(Report report) {
            return pairs.keySet().stream().anyMatch(pair -> pair.contains(report.key()));
        }
    }

    private static Report report(int number, Random random) {
        var type = TYPES.get(random.nextInt(random.nextInt(4) == 0 ? 3 : 1));
        boolean border = random.nextInt(6) == 0;
        var place = PLACES.get(random.nextInt(PLACES.size()));
        var day = LocalDate.of(2024, 3, 1 + random.nextInt(4));
        var date = random.nextInt(5) == 0
                ? EventDate.UNDATED
                : new EventDate(day, day.plusDays(random.nextInt(2)), DatePrecision.DAY);
        var deaths = random.nextInt(3);
        var event = new CodedEvent(
                "e" + number,
                type,
                date,
                border ? List.of() : List.of(place),
                border ? new BorderId("ML", "SN") : null,
                Geo.pointOfLonLat(place.lon(), place.lat()),
                Where.precision(place, border),
                List.of(),
                deaths == 0 ? null : new Fatalities(deaths, deaths, deaths),
                List.of(new Span(0, 1)),
                0.8);
        return new Report("r" + number, "a" + random.nextInt(40), day.plusDays(random.nextInt(3) - 1L), event);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void areThoseOfEachPairCompared(int seed) {
        var random = new Random(seed);
        var reports = new ArrayList<Report>();
        for (int i = 0; i < 60; i++) {
            reports.add(report(i, random));
        }
        var pairs = new HashMap<Set<String>, Boolean>();
        for (int i = 0; i < seed - 2; i++) {
            int a = random.nextInt(60);
            int b = random.nextInt(60);
            if (a != b) {
                pairs.put(Set.of("r" + a, "r" + b), random.nextBoolean());
            }
        }
        var decisions = new Decided(pairs);
        var groups = new IncidentGroups(decisions).of(reports);
        assertThat(groups).isEqualTo(compared(reports, decisions));
        assertThat(groups).anyMatch(group -> group.size() > 2).hasSizeGreaterThan(5);
    }

    /** The surest links first, unless any two of the reports that they would join contradict each other. */
    private static List<List<Report>> compared(List<Report> reports, LinkDecisions decisions) {
        var sure = new IncidentGroups(decisions);
        var links = new ArrayList<IncidentGroups.Link>();
        for (var a : reports) {
            for (var b : reports) {
                double confidence = a.key().compareTo(b.key()) < 0 ? sure.confidence(a, b) : 0;
                if (confidence >= IncidentLinker.THRESHOLD) {
                    links.add(new IncidentGroups.Link(a, b, confidence));
                }
            }
        }
        links.sort(Comparator.comparingDouble(IncidentGroups.Link::confidence)
                .reversed()
                .thenComparing(link -> link.a().key())
                .thenComparing(link -> link.b().key()));
        var groups = new ArrayList<List<Report>>();
        reports.forEach(report -> groups.add(new ArrayList<>(List.of(report))));
        for (var link : links) {
            var one = groups.stream()
                    .filter(group -> group.contains(link.a()))
                    .findFirst()
                    .orElseThrow();
            var other = groups.stream()
                    .filter(group -> group.contains(link.b()))
                    .findFirst()
                    .orElseThrow();
            if (one != other && one.stream().allMatch(a -> other.stream().allMatch(b -> sure.confidence(a, b) > 0))) {
                one.addAll(other);
                groups.remove(other);
            }
        }
        groups.forEach(group -> group.sort(Comparator.comparing(Report::key)));
        groups.sort(Comparator.comparing(group -> group.getFirst().key()));
        return groups;
    }
}
