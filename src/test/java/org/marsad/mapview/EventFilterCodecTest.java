package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.coding.event.Role;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;

class EventFilterCodecTest {
    private final Random random = new Random(7);

    @Test
    void anyFilterComesBackFromItsAddress() {
        for (int i = 0; i < 2000; i++) {
            var filter = filter();
            assertThat(EventFilterCodec.decode(EventFilterCodec.encode(filter))).isEqualTo(filter);
        }
    }

    @Test
    void theWholeOfEventsNeedsNoParameter() {
        assertThat(EventFilterCodec.encode(EventFilter.ALL)).isEmpty();
        assertThat(EventFilterCodec.decode(Map.of())).isEqualTo(EventFilter.ALL);
    }

    @Test
    void writesOnlyParametersThatItReads() {
        for (int i = 0; i < 200; i++) {
            assertThat(EventFilterCodec.PARAMETERS)
                    .containsAll(EventFilterCodec.encode(filter()).keySet());
        }
    }

    @Test
    void equalFiltersHaveEqualAddresses() {
        var one = EventFilter.ALL.withActors(Set.of("jnim", "isgs", "mali-army"));
        var other = EventFilter.ALL.withActors(Set.of("mali-army", "isgs", "jnim"));
        assertThat(EventFilterCodec.encode(one)).isEqualTo(EventFilterCodec.encode(other));
    }

    @Test
    void leavesTheParametersOfOthersAlone() {
        assertThat(EventFilterCodec.decode(Map.of("lang", List.of("ar"), "at", List.of("1,2,3"))))
                .isEqualTo(EventFilter.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from    | from=yesterday",
                "from    | from=+12345-01-01",
                "to      | from=2024-02-01&to=2024-01-01",
                "to      | to=2024-02-30",
                "undated | undated=maybe",
                "actor   | actor=JNIM'",
                "border  | border=Mali",
                "border  | border=ML-ML",
                "km      | border=ML-SN&km=0",
                "km      | border=ML-SN&km=201",
                "km      | border=ML-SN&km=12.5",
                "km      | border=ML-SN&km=wide",
                "km      | border=ML-SN&km=NaN",
                "km      | km=50",
                "certain | border=ML-SN&certain=yes",
                "type    | type=assault",
                "language| language=de",
                "from    | from=2024-01-01&from=2024-01-02",
                "kind    | kind=Rebels",
                "role    | role=villain",
                "country | country=Mali",
                "region  | region=Mopti",
                "region  | region=ML:<b>",
                "source  | source=A B",
                "without | without=*",
                "precision| precision=0",
                "precision| precision=8",
                "deaths  | deaths=-1",
                "deaths  | deaths=many",
                "area    | area=Mali",
                "area    | area=box:1,2,3",
                "area    | area=box:5,5,1,1",
                "area    | area=box:1,1,2,NaN",
                "area    | area=circle:0,0,0",
                "area    | area=circle:0,0,3000",
                "area    | area=polygon:0,0;1,1",
                "area    | area=polygon:0,0;1,1;1,0;0,1",
                "area-certain | area-certain=only",
            })
    void namesTheParameterThatItCannotRead(String parameter, String query) {
        var parameters = Stream.of(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.groupingBy(
                        part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
        assertThatThrownBy(() -> EventFilterCodec.decode(parameters))
                .isInstanceOfSatisfying(
                        BadParameterException.class,
                        e -> assertThat(e.parameter()).isEqualTo(parameter.strip()))
                .hasMessageContaining("'" + parameter.strip() + "'");
    }

    private EventFilter filter() {
        var from = random.nextBoolean() ? null : LocalDate.of(2000, 1, 1).plusDays(random.nextInt(12000));
        var to = random.nextBoolean()
                ? null
                : (from == null ? LocalDate.of(2010, 5, 5) : from).plusDays(random.nextInt(500));
        return new EventFilterBuilder()
                .range(from, to)
                .undated(random.nextBoolean())
                .actors(some("jnim", "isgs", "mali-army", "a-1"))
                .kinds(some("rebel", "state-forces"))
                .roles(random.nextBoolean() ? Set.of() : Set.of(Role.TARGET, Role.PERPETRATOR))
                .corridor(
                        random.nextBoolean()
                                ? null
                                : new CorridorFilter(
                                        BorderId.parse(random.nextBoolean() ? "ML-SN" : "IQ-KW"),
                                        1 + random.nextInt(200),
                                        random.nextBoolean()))
                .area(random.nextBoolean() ? null : new AreaFilter(area(), random.nextBoolean()))
                .countries(some("ML", "SN"))
                .regions(some("ML:Mopti", "CI:Bas-Sassandra", "ML:Ségou", "TD:N’Djaména", "GM:St. Mary's"))
                .plover(some("ASSAULT", "COERCE"))
                .languages(some("ar", "fr", "en"))
                .sources(some("articles", "ucdp"))
                .without(some("acled"))
                .precision(1 + random.nextInt(7))
                .deaths(random.nextBoolean() ? 0 : random.nextInt(100))
                .text(
                        random.nextBoolean()
                                ? ""
                                : List.of("كايس", "a&b=c", "«été» %", "100 %").get(random.nextInt(4)))
                .build();
    }

    private DrawnArea area() {
        double lon = -20 + 40 * random.nextDouble();
        double lat = random.nextInt(30);
        return switch (random.nextInt(3)) {
            case 0 -> new DrawnArea.Box(lon, lat, lon + 0.001 + random.nextDouble(), lat + 3);
            case 1 -> new DrawnArea.Circle(lon, lat, 1e-4 + random.nextInt(500));
            default ->
                DrawnArea.parse(
                        "polygon:" + lon + "," + lat + ";" + (lon + 2) + "," + lat + ";" + lon + "," + (lat + 1));
        };
    }

    private Set<String> some(String... values) {
        return Stream.of(values).filter(value -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }
}
