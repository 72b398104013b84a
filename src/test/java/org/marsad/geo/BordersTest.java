package org.marsad.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class BordersTest {
    private static final Borders BORDERS = Borders.builtIn();

    @ParameterizedTest
    @CsvSource({
        "ML-SN, false", "ML-MR, false", "BF-ML, false", "ML-NE, false", "DZ-ML, false", "GN-ML, false", "CI-ML, false",
        "BF-NE, false", "MR-SN, false", "NE-NG, false", "BF-BJ, true", "IQ-KW, false", "EH-MR, true", "NG-TD, false"
    })
    void knowsTheBordersOfTheSahelAndItsNeighboursAndWhichAreDisputed(String id, boolean disputed) {
        var border = BORDERS.find(BorderId.parse(id)).orElseThrow();
        assertThat(border.disputed()).isEqualTo(disputed);
        assertThat(border.line().isValid()).isTrue();
    }

    @ParameterizedTest
    // Published lengths (CIA World Factbook); at 1:10m a line keeps 75 to 105 % of them.
    @CsvSource({"ML-SN, 489", "BF-ML, 1325", "ML-NE, 838", "DZ-ML, 1359", "ML-MR, 2236", "IQ-KW, 254", "BF-NE, 622"})
    void bordersAreAboutAsLongAsPublished(String id, double published) {
        assertThat(BORDERS.lengthKm(BorderId.parse(id))).isBetween(published * 0.75, published * 1.05);
    }

    @Test
    void diboliLiesOnTheMalianSideOfTheSenegaleseBorderAndKidiraAcrossIt() {
        var diboli = BORDERS.listNear(-12.199, 14.455, 50).getFirst();
        assertThat(diboli.border()).hasToString("ML-SN");
        assertThat(diboli.km()).isLessThan(5);
        assertThat(diboli.side()).isEqualTo("ML");
        var kidira = BORDERS.listNear(-12.2166, 14.4563, 50).getFirst();
        assertThat(kidira.border()).hasToString("ML-SN");
        assertThat(kidira.km()).isLessThan(5);
    }

    @Test
    void countsKilometresAlongTheMaliSenegalBorderFromItsNorthernEnd() {
        var north = BORDERS.listNear(-12.24, 14.74, 50).getFirst();
        var south = BORDERS.listNear(-11.39, 12.45, 50).stream()
                .filter(near -> near.border().toString().equals("ML-SN"))
                .findFirst()
                .orElseThrow();
        assertThat(north.kmAlong()).isLessThan(30);
        assertThat(south.kmAlong()).isGreaterThan(BORDERS.lengthKm(BorderId.parse("ML-SN")) - 30);
    }

    @Test
    void nearestDistanceIsTheSmallestOverAFinelyCutLine() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double lon = -13 + 18 * random.nextDouble();
            double lat = 10 + 15 * random.nextDouble();
            var near = BORDERS.listNear(lon, lat, 200);
            for (var distance : near) {
                var line = BORDERS.find(distance.border()).orElseThrow().line();
                double brute = Double.MAX_VALUE;
                for (int part = 0; part < line.getNumGeometries(); part++) {
                    var points = line.getGeometryN(part).getCoordinates();
                    for (int i = 1; i < points.length; i++) {
                        brute = Math.min(brute, bruteKm(lon, lat, points[i - 1], points[i]));
                    }
                }
                assertThat(distance.km()).isCloseTo(brute, within(0.05 + brute * 0.005));
            }
            for (var border : BORDERS.list()) {
                boolean found = near.stream().anyMatch(d -> d.border().equals(border.id()));
                if (!found
                        && border.line().getEnvelopeInternal().distance(new Envelope(new Coordinate(lon, lat))) < 3) {
                    for (var point : border.line().getCoordinates()) {
                        assertThat(Geodesy.distanceKm(lon, lat, point.x, point.y))
                                .isGreaterThan(200);
                    }
                }
            }
        }
    }

    private static double bruteKm(double lon, double lat, Coordinate a, Coordinate b) {
        double km = Double.MAX_VALUE;
        int cuts = Math.max(1, (int) Math.ceil(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) / 0.002));
        for (int cut = 0; cut <= cuts; cut++) {
            double t = (double) cut / cuts;
            km = Math.min(km, Geodesy.distanceKm(lon, lat, a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)));
        }
        return km;
    }

    @Test
    void theCorridorAreaHoldsWhatIsWithinItsWidthAndNothingBeyond() {
        var border = BORDERS.find(BorderId.parse("ML-SN")).orElseThrow();
        var area = Corridor.area(border, 50);
        assertThat(area.isValid()).isTrue();
        var random = new Random(11);
        int inside = 0;
        for (int round = 0; round < 2000; round++) {
            double lon = -13.5 + 3.5 * random.nextDouble();
            double lat = 11.5 + 4 * random.nextDouble();
            double km = BORDERS.listNear(lon, lat, 200).stream()
                    .filter(near -> near.border().equals(border.id()))
                    .mapToDouble(BorderDistance::km)
                    .findFirst()
                    .orElse(1000);
            if (Math.abs(km - 50) > 1) {
                assertThat(area.contains(Geo.pointOfLonLat(lon, lat)))
                        .as("%s, %s at %s km", lon, lat, km)
                        .isEqualTo(km < 50);
                inside += km < 50 ? 1 : 0;
            }
        }
        assertThat(inside).isBetween(200, 1900);
    }

    @ParameterizedTest
    @CsvSource({"-8.0, 12.65, ML", "-17.44, 14.69, SN", "47.98, 29.37, KW", "2.11, 13.51, NE", "-30, 20, ''"})
    void tellsTheCountryAtAPoint(double lon, double lat, String iso) {
        assertThat(Countries.builtIn().findAt(lon, lat).orElse("")).isEqualTo(iso);
    }
}
