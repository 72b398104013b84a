package org.marsad.snapshot.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.geo.Geodesy;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.text.Language;

class SheetPartsTest {
    private static final Rectangle2D FRAME = new Rectangle2D.Double(20, 30, 500, 320);

    @Test
    void theScaleIsTrueAtTheMapsCentre() {
        for (var extent :
                List.of(new Extent(-14, 12, -9, 16), new Extent(20, 60, 60, 75), new Extent(170, -25, -170, -10))) {
            var view = MapView.of(extent, FRAME);
            double lon = extent.middleLon();
            double lat = view.degreesAt(FRAME.getCenterX(), FRAME.getCenterY()).orElseThrow().y;
            var from = view.at(lon - 0.1, lat);
            var to = view.at(lon + 0.1, lat);
            double points = from.distance(to);
            double km = Geodesy.distanceKm(lon - 0.1, lat, lon + 0.1, lat);
            assertThat(view.kmAtCenter(100) / 100).isCloseTo(km / points, within(km / points * 0.005));
        }
    }

    @Test
    void theWholeExtentIsSeen() {
        var extent = new Extent(172, -22, -176, -12);
        var view = MapView.of(extent, FRAME);
        for (double[] corner : new double[][] {{172, -22}, {-176, -22}, {172, -12}, {-176, -12}, {178, -12}}) {
            assertThat(FRAME.contains(view.at(corner[0], corner[1]))).isTrue();
        }
    }

    @Test
    void northIsWhereTheMeridianGoes() {
        // Left of the central meridian of a cone, north leans to the right.
        var view = MapView.of(new Extent(-14, 12, -9, 16), FRAME);
        assertThat(view.northAtCenter()).isCloseTo(0, within(1e-3));
        var at = view.at(-13.9, 14);
        var up = view.at(-13.9, 14.5);
        assertThat(up.getX()).isGreaterThan(at.getX());
    }

    @Test
    void namesNeverLieOverEachOther() {
        var placer = new LabelPlacer(FRAME);
        var random = new Random(5);
        var placed = new ArrayList<Rectangle2D>();
        for (int i = 0; i < 400; i++) {
            double x = 20 + 500 * random.nextDouble();
            double y = 30 + 320 * random.nextDouble();
            placer.place(LabelPlacer.around(x, y, 20 + random.nextInt(40), 9, 3, i % 2 == 0))
                    .ifPresent(placed::add);
        }
        assertThat(placed).hasSizeGreaterThan(50);
        for (int i = 0; i < placed.size(); i++) {
            assertThat(FRAME.contains(placed.get(i))).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(placed.get(i).intersects(placed.get(j))).isFalse();
            }
        }
    }

    @Test
    void discsKeepTheirCountAndMakeRoomForEachOther() {
        var crowd = new Crowd<Integer>(7);
        var random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            crowd.add(i, 300 * random.nextDouble(), 300 * random.nextDouble(), 1);
        }
        var groups = crowd.groups(group -> 6 + Math.log(group.weight()));
        assertThat(groups.stream().mapToInt(group -> group.members().size()).sum())
                .isEqualTo(5_000);
        assertThat(groups).hasSizeLessThan(800);
    }

    @Test
    void rowsOfTheTableAreNamedInShort() {
        assertThat(SymbolPainter.rows(List.of(1, 2, 3, 5, 7, 8))).isEqualTo("1–3, 5, 7, 8");
    }

    @Test
    void figuresAreWrittenInTheLanguageAndTheDigitsChosen() {
        var arabic = new Words(Language.AR, Digits.ARABIC_INDIC);
        assertThat(arabic.number(1234.5)).isEqualTo("١٬٢٣٤٫٥");
        assertThat(arabic.say("counts.events", 2)).endsWith("حدثان");
        assertThat(arabic.say("issue.code", arabic.asIs("MS-7K2"))).contains("MS-7K2");
        assertThat(new Words(Language.FR, Digits.WESTERN).longitude(-12.5)).contains("12", "30", "O");
        assertThat(new Words(Language.EN, Digits.WESTERN).moment(OffsetDateTime.parse("2026-03-14T07:30:00+01:00")))
                .isEqualTo("14 Mar 2026 07:30 UTC+01:00");
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasAllWords(Language language) throws IOException {
        assertThat(keys(language)).isEqualTo(keys(Language.EN));
    }

    private static Object keys(Language language) throws IOException {
        var properties = new Properties();
        var file = Path.of("src/main/resources/org/marsad/snapshot/render/words_" + language.tag() + ".properties");
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.keySet();
    }

    @Test
    void theFontsAreThoseThatTheirSourcesName() throws Exception {
        var folder = Path.of("src/main/resources/org/marsad/snapshot/render/fonts");
        var sources = Files.readString(folder.resolve("SOURCES"));
        try (var files = Files.list(folder)) {
            var fonts = files.filter(file -> file.toString().endsWith(".ttf")).collect(Collectors.toList());
            assertThat(fonts).hasSize(3);
            for (var font : fonts) {
                var sum = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(font)));
                assertThat(sources).contains(sum + "  " + font.getFileName());
            }
        }
    }
}
