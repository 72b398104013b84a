package org.marsad.exchange.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;

class PlaceFilesTest {
    private static final String[] TEXTS = {
        "Diboli",
        "ديبولي",
        "Saint-Louis, \"Ndar\"",
        "=HYPERLINK(\"http://x\",\"y\")",
        "'=1+1",
        "''@x",
        "+223",
        "-5",
        "@cmd",
        "a;b",
        "'Ayn Témouchent",
        "Tombouctou\nTimbuktu",
        "𞤆𞤵𞤤𞤢𞤪",
        "{\"a\": [1]}"
    };
    private static final @Nullable String[] LANGUAGES = {null, "ar", "fr", "snk-Latn", "ff-Adlm"};

    private final List<ListedPlace> places = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final PlaceSink sink = new PlaceSink() {
        @Override
        public void place(ListedPlace place, int line) {
            places.add(place);
        }

        @Override
        public void refused(String file, int line, String reason) {
            refusals.add(file + " line " + line + ": " + reason);
        }
    };

    @Test
    void whatIsWrittenAsCsvIsReadBackTheSame() throws IOException {
        var written = random(new Random(7), 400);
        var out = new StringBuilder();
        PlacesCsv.writeHeader(out);
        for (var place : written) {
            PlacesCsv.write(out, place);
        }
        PlacesCsv.read("g.csv", new StringReader(out.toString()), sink);
        assertThat(refusals).isEmpty();
        assertThat(places).isEqualTo(written);
    }

    @Test
    void whatIsWrittenAsLinkedPlacesIsReadBackTheSame() throws IOException {
        var written = random(new Random(8), 400);
        var out = new StringBuilder();
        LinkedPlaces.writeBegin(out);
        for (int i = 0; i < written.size(); i++) {
            LinkedPlaces.write(out, written.get(i), i == 0);
        }
        LinkedPlaces.writeEnd(out);
        LinkedPlacesReader.read("g.json", new StringReader(out.toString()), sink);
        assertThat(refusals).isEmpty();
        assertThat(places).isEqualTo(written);
    }

    private static List<ListedPlace> random(Random random, int count) {
        var places = new ArrayList<ListedPlace>();
        for (int i = 0; i < count; i++) {
            var names = new ArrayList<ListedPlace.Name>();
            for (int n = random.nextInt(5); n > 0; n--) {
                var from = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(3000) - 1000);
                names.add(new ListedPlace.Name(
                        text(random),
                        LANGUAGES[random.nextInt(LANGUAGES.length)],
                        NameKind.values()[random.nextInt(6)],
                        from,
                        from == null || random.nextBoolean() ? null : Integer.valueOf(from + random.nextInt(200)),
                        random.nextBoolean() ? null : text(random),
                        random.nextBoolean() ? null : text(random)));
            }
            boolean retired = random.nextInt(5) == 0;
            places.add(new ListedPlace(
                    random.nextBoolean() ? "geonames:" + (1000 + i) : "marsad:place-" + i,
                    text(random),
                    PlaceLevel.values()[random.nextInt(6)],
                    random.nextBoolean() ? "PPL" : "ADM1",
                    random.nextBoolean() ? null : "ML",
                    random.nextBoolean() ? null : text(random),
                    random.nextDouble() * 360 - 180,
                    random.nextDouble() * 180 - 90,
                    random.nextInt(1_000_000),
                    retired,
                    retired && random.nextBoolean() ? "geonames:1" : null,
                    names));
        }
        return places;
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    @Test
    void noSpreadsheetFindsAFormulaInTheCsv() throws IOException {
        var out = new StringBuilder();
        for (var place : random(new Random(9), 200)) {
            PlacesCsv.write(out, place);
        }
        assertThat(out.toString().lines())
                .noneMatch(row -> row.matches("(.*,)?\"?[=@＝＋－＠].*") || row.matches("(.*,)?\"?[+-][^0-9\"].*"));
    }

    @Test
    void readsTheLinkedPlacesOfOthersByTheirGeoNamesLinks() throws IOException {
        LinkedPlacesReader.read("whg.json", new StringReader("""
                {"type": "FeatureCollection", "@context": "x", "features": [
                  {"@id": "http://example.org/places/7", "type": "Feature",
                   "properties": {"title": "Kayes", "ccodes": ["ML"], "fclasses": ["P"]},
                   "names": [{"toponym": "Khayes", "lang": "fr", "citations": [{"label": "Gallieni"}],
                              "when": {"timespans": [{"start": {"earliest": "1880-01"}, "end": {"latest": "1910"}}]}}],
                   "geometry": {"type": "GeometryCollection", "geometries": [
                     {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, {"type": "Point", "coordinates": [-11.44, 14.45]}]},
                   "links": [{"type": "closeMatch", "identifier": "gn:2455518"}]},
                  {"@id": "http://example.org/places/8", "type": "Feature", "properties": {"title": "Somewhere"},
                   "geometry": {"type": "Polygon", "coordinates": [[[2, 10], [4, 10], [4, 14], [2, 14], [2, 10]]]}}
                ]}"""), sink);
        assertThat(refusals).isEmpty();
        assertThat(places).extracting(ListedPlace::id).first().isEqualTo("geonames:2455518");
        var kayes = places.getFirst();
        assertThat(kayes.lon()).isEqualTo(-11.44);
        assertThat(kayes.names())
                .containsExactly(new ListedPlace.Name("Khayes", "fr", NameKind.VARIANT, 1880, 1910, "Gallieni", null));
        assertThat(places.get(1).id()).startsWith("lpf:");
        assertThat(List.of(places.get(1).lon(), places.get(1).lat())).containsExactly(3.0, 12.0);
    }

    @Test
    void ofAFileWithRubbishInItEachBadPlaceIsNamedWithItsLineAndTheRestIsRead() throws IOException {
        LinkedPlacesReader.read("bad.json", new StringReader("""
                {"features": [
                {"@id": "a:1", "properties": {"title": "Good"}, "geometry": {"type": "Point", "coordinates": [-8, 12.6]}},
                {"@id": "a:2", "properties": {"title": "Null Island"}, "geometry": {"type": "Point", "coordinates": [0, 0]}},
                {"@id": "a:3", "properties": {"title": "Swapped"}, "geometry": {"type": "Point", "coordinates": [12.6, -108]}},
                {"@id": "a:4", "properties": {"title": "Nowhere"}, "geometry": null},
                7,
                {"@id": "a:6", "properties": {"title": "Also good"}, "geometry": {"type": "Point", "coordinates": [-9, 13]}},
                {"@id": "a:7", broken
                """), sink);
        assertThat(places).extracting(ListedPlace::name).containsExactly("Good", "Also good");
        assertThat(refusals)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("bad.json line 3: ").contains("0"),
                        one -> assertThat(one).startsWith("bad.json line 4: ").contains("swapped?"),
                        one -> assertThat(one).startsWith("bad.json line 5: ").contains("no position"),
                        one -> assertThat(one).startsWith("bad.json line 6: ").contains("not a feature"),
                        one -> assertThat(one).startsWith("bad.json line 8: ").contains("no JSON from here on"));
    }

    @Test
    void aPlaceOfTheCsvWithOneBadRowIsLeftOutWhole() throws IOException {
        PlacesCsv.read("g.csv", new StringReader("""
                id,name,lat,lon,text,kind
                marsad:a,A,12.6,-8,A,official
                marsad:a,A,12.6,-8,Ah,nickname
                marsad:b,B,12.6,-8,B,official
                marsad:c,C,x,-8,C,official
                no id,D,12.6,-8,D,official
                marsad:e,E,12.6,-8,E
                """), sink);
        assertThat(places).extracting(ListedPlace::id).containsExactly("marsad:b");
        assertThat(refusals)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("g.csv line 3: ").contains("nickname"),
                        one -> assertThat(one).startsWith("g.csv line 5: ").contains("not a number"),
                        one -> assertThat(one).startsWith("g.csv line 6: "),
                        one -> assertThat(one).startsWith("g.csv line 7: ").contains("5 columns"));
    }

    @Test
    void whatIsNoSuchFileIsRefusedAsAWhole() {
        assertThatThrownBy(() -> LinkedPlacesReader.read("x.json", new StringReader("PK\u0003\u0004"), sink))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.json line 1");
        assertThatThrownBy(() -> LinkedPlacesReader.read("x.json", new StringReader("{\"type\": \"Topology\"}"), sink))
                .hasMessageContaining("features");
        assertThatThrownBy(() -> PlacesCsv.read("x.csv", new StringReader("id,name\n"), sink))
                .hasMessageContaining("line 1");
    }
}
