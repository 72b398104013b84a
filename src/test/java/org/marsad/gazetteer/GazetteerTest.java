package org.marsad.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {
    private static final String ROW =
            "2457163\tGao\tGao\tGawgaw,غاو\t16.27167\t-0.04472\tP\tPPLA\tML\t\t09\t\t\t\t86633\t\t259\tAfrica/Bamako\t2019-01-01";

    @TempDir
    private Path directory;

    @Test
    void readsAGeoNamesDump() throws IOException {
        var gazetteer = Gazetteer.of(List.of(write("ML.txt", ROW)));
        var gao = gazetteer.find(new PlaceId("geonames:2457163")).orElseThrow();
        assertThat(gao)
                .isEqualTo(new Place(
                        gao.id(), "Gao", "ML", "09", PlaceLevel.SETTLEMENT, "PPLA", 16.27167, -0.04472, 86633));
        assertThat(gazetteer.names().find("غاو")).isNotEqualTo(NameIndex.NONE);
    }

    @Test
    void readsItGzippedToo() throws IOException {
        var file = directory.resolve("ML.txt.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((ROW + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(Gazetteer.of(List.of(file)).places().size()).isEqualTo(1);
    }

    @Test
    void namesTheLinesItCannotUseAndTakesTheRest() throws IOException {
        var file = write(
                "bad.txt",
                "not a row",
                ROW.replace("16.27167", "north"),
                ROW.replace("16.27167", "96.5"),
                ROW.replace("2457163", "x"),
                ROW);
        var report = Gazetteer.of(List.of(file)).reports().getFirst();
        assertThat(report.places()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(4);
        assertThat(report.complaints())
                .hasSize(4)
                .anyMatch(c -> c.startsWith("bad.txt line 1: 1 columns"))
                .anyMatch(c -> c.startsWith("bad.txt line 2:") && c.contains("north"))
                .anyMatch(c -> c.startsWith("bad.txt line 3:") && c.contains("not on Earth"));
    }

    @Test
    void mergesAPlaceThatTwoFilesName() throws IOException {
        var csv = write(
                "ours.csv",
                "id,name,level,feature,country,admin1,lat,lon,population,names_ar,names_fr,names_en",
                "geonames:2457163,Gao,settlement,PPLA,ML,Gao,16.27,-0.04,,غاو|جاو,Gao,Gao");
        var gazetteer = Gazetteer.of(List.of(csv, write("ML.txt", ROW)));
        assertThat(gazetteer.places().size()).isEqualTo(1);
        assertThat(gazetteer.reports().get(1).merged()).isEqualTo(1);
        var gao = gazetteer.find(new PlaceId("geonames:2457163")).orElseThrow();
        assertThat(gao.lat()).isEqualTo(16.27);
        assertThat(gao.population()).isEqualTo(86633);
        assertThat(gao.admin1()).isEqualTo("Gao");
        assertThat(gazetteer.names().find("gawgaw")).isNotEqualTo(NameIndex.NONE);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoGazetteer() {
        assertThatThrownBy(() -> Gazetteer.of(List.of(directory.resolve("none.csv"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> Gazetteer.of(List.of(write("wrong.csv", "a,b", "1,2"))))
                .hasMessageContaining("id, name, lat and lon");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }
}
