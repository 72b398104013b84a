package org.marsad.gazetteer.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.marsad.geo.Geo;
import org.marsad.geo.TopoJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines that the map draws, as they are shipped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BasemapLinesTest {
    private JsonNode topology;
    private TopoJson reader;

    @BeforeAll
    void read() throws IOException {
        var file = "/gazetteer/derived/basemap-lines.json.gz";
        try (var in = new GZIPInputStream(Objects.requireNonNull(getClass().getResourceAsStream(file), file))) {
            topology = new JsonMapper().readTree(in);
        }
        reader = new TopoJson(topology);
    }

    /** Degrees from a point to the nearest line of a kind. */
    private double distance(String kind, double lon, double lat) {
        var point = Geo.WGS84.createPoint(new Coordinate(lon, lat));
        double least = Double.POSITIVE_INFINITY;
        for (var line : topology.path("objects").path(kind).path("geometries")) {
            for (int arc : TopoJson.arcIndexes(line)) {
                least = Math.min(
                        least, Geo.WGS84.createLineString(reader.arc(arc)).distance(point));
            }
        }
        return least;
    }

    @Test
    void theNigerFlowsByBamakoAndTheSenegalByBakel() {
        assertThat(distance("rivers", -8.00, 12.64)).isLessThan(0.1);
        assertThat(distance("rivers", -12.46, 14.90)).isLessThan(0.1);
    }

    @Test
    void aLineLiesBetweenKayesAndKoulikoroAndNoneInTheirMiddle() {
        assertThat(distance("divisions", -8.9, 13.6)).isLessThan(0.4);
        assertThat(distance("divisions", -11.0, 14.2)).isGreaterThan(0.5);
    }

    @Test
    void theOutlineOfACountryIsNotAmongThem() {
        // the middle of the straight border between Mali and Algeria
        assertThat(distance("divisions", -1.0, 21.9)).isGreaterThan(0.5);
    }
}
