package org.marsad.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapProjectionTest {
    @ParameterizedTest
    @CsvSource({
        "-15, 12, 9, 16.5, ALBERS", // Mali and Senegal
        "-5, -20, 40, 20, LAMBERT_AZIMUTHAL", // over the equator
        "100, 65, 60, 90, LAMBERT_AZIMUTHAL", // with the pole
        "-180, -60, 360, 80, ECKERT_IV",
        "-8, 14, 0, 14, LAMBERT_AZIMUTHAL" // one point
    })
    void theProjectionSuitsTheExtent(
            double west, double south, double width, double north, MapProjection.Kind expected) {
        assertThat(MapProjection.suitedTo(west, south, width, north).kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-15, 12, 9, 16.5", "-5, -20, 40, 20", "170, -20, 20, -10", "-180, -60, 360, 80", "20, 60, 60, 89"})
    void areasKeepTheirSizeWhereverTheyLie(double west, double south, double width, double north) {
        var projection = MapProjection.suitedTo(west, south, width, north);
        double first = area(projection, west + width * 0.1, south + (north - south) * 0.15);
        double second = area(projection, west + width * 0.8, south + (north - south) * 0.15);
        assertThat(second / first).isCloseTo(1, within(0.002));
        // A degree's cell against its true size on the sphere of equal area.
        double lat = south + (north - south) * 0.15;
        double truth = Math.toRadians(0.01)
                * 6371007.2
                * 6371007.2
                * (Math.sin(Math.toRadians(lat + 0.01)) - Math.sin(Math.toRadians(lat)));
        assertThat(first / truth).isCloseTo(1, within(0.01));
    }

    private static double area(MapProjection projection, double lon, double lat) {
        var a = projection.project(lon, lat);
        var b = projection.project(lon + 0.01, lat);
        var c = projection.project(lon + 0.01, lat + 0.01);
        var d = projection.project(lon, lat + 0.01);
        return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2;
    }

    @Test
    void theDateLineIsNowhereSpecial() {
        var projection = MapProjection.suitedTo(176, -20, 8, -14);
        var east = projection.project(179.9, -17);
        var west = projection.project(-179.9, -17);
        assertThat(west.x - east.x).isCloseTo(21_300, within(100.0));
        assertThat(projection.absolute(projection.relative(-178))).isCloseTo(-178, within(1e-9));
    }

    @Test
    void aPlaceOnTheMapIsFoundAgainAndOneBeyondTheWorldIsNot() {
        var world = MapProjection.suitedTo(-180, -90, 360, 90);
        var bamako = world.project(-8, 12.65);
        var back = world.unproject(bamako.x, bamako.y).orElseThrow();
        assertThat(back.x).isCloseTo(-8, within(1e-5));
        assertThat(back.y).isCloseTo(12.65, within(1e-5));
        assertThat(world.unproject(16_500_000, 8_000_000)).isEmpty();
    }
}
