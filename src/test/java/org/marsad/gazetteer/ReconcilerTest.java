package org.marsad.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcilerTest {
    private static final String HEADER =
            "id,name,level,feature,country,admin1,lat,lon,population,names_ar,names_fr,names_en\n";

    @TempDir
    Path directory;

    private Gazetteer known() throws Exception {
        var file = directory.resolve("known.csv");
        Files.writeString(
                file,
                HEADER
                        + "marsad:tilga,Tilgamban,settlement,PPL,ML,Kayes,14.5,-11.5,0,ثلقمبان,,\n"
                        + "marsad:tilga-commune,Tilgamban,admin2,ADM2,ML,Kayes,14.5,-11.5,0,,,\n"
                        + "marsad:far,Goumbou Koura,settlement,PPL,ML,Kayes,15.0,-7.5,0,,,\n");
        return Gazetteer.of(List.of(file));
    }

    private static String row(int id, String name, String others, double lat, double lon, String kind) {
        return id + "\t" + name + "\t" + name + "\t" + others + "\t" + lat + "\t" + lon + "\t" + kind
                + "\tML\t\t03\t\t\t\t0\t\t250\tAfrica/Bamako\t2023-01-01\n";
    }

    private GazetteerImporter.Outcome load(Imports imports, String rows) throws Exception {
        var file = directory.resolve("XX.txt");
        Files.writeString(file, rows);
        var all = List.of(known());
        return new GazetteerImporter(
                        imports,
                        all,
                        new GazetteerImporter.Listener() {
                            @Override
                            public void read(int count) {}

                            @Override
                            public void rejected(String name, int line, String reason) {}
                        },
                        new Reconciler(all))
                .run(file, "XX");
    }

    private static final String ROWS = row(900_000_001, "Tilgamban", "Tilgambane", 14.505, -11.503, "P\tPPL")
            + row(900_000_002, "Tilgamban", "", 14.505, -11.503, "H\tSTM")
            + row(900_000_003, "Tilgamban", "", 14.55, -11.58, "P\tPPL")
            + row(900_000_004, "Tilgamban", "", 16.5, -3.5, "P\tPPL")
            + row(900_000_005, "Elsewhere", "", 14.5, -11.5, "P\tPPL")
            + "rubbish\n";

    @Test
    void findsPlacesUnderOtherIdsAndKeepsTheDoubtfulForSomebodyToDecide() throws Exception {
        var imports = new Gazetteers(directory).imports();
        var result = load(imports, ROWS).result();
        assertThat(result.paired()).isEqualTo(1);
        assertThat(result.doubtful()).isEqualTo(1);
        assertThat(result.added()).isEqualTo(3);
        assertThat(result.rejected()).isEqualTo(1);

        var merged = Gazetteer.of(List.of(directory.resolve("known.csv"), imports.file(result)));
        assertThat(merged.find(new PlaceId("geonames:900000001"))).isEmpty();
        assertThat(merged.listKeys(new PlaceId("marsad:tilga"))).contains("tilgambane");
        assertThat(imports.listDoubtful(result)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("geonames:900000003");
            assertThat(row.known()).isEqualTo("marsad:tilga");
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.score()).isBetween(Reconciler.DOUBT, Reconciler.MATCH);
        });

        assertThat(load(imports, ROWS).changed()).as("the same file again").isFalse();
        assertThat(imports.listDoubtful(result)).hasSize(1);

        assertThat(imports.decide("XX", "geonames:900000003", Optional.empty())).isTrue();
        assertThat(imports.decide("XX", "geonames:900000003", Optional.empty())).isFalse();
        var decided = imports.find("XX").orElseThrow();
        assertThat(decided.added()).isEqualTo(4);
        assertThat(decided.doubtful()).isZero();
        assertThat(Gazetteer.of(List.of(imports.file(decided))).find(new PlaceId("geonames:900000003")))
                .isPresent();
    }

    @Test
    void tellsAnImportOfEarlierDaysWithoutPairsApart() throws Exception {
        Files.createDirectories(directory.resolve("gazetteer"));
        Files.writeString(directory.resolve("gazetteer/imports.json"), """
                [{"name":"OLD","file":"OLD-1.txt.gz","source":"OLD.txt","checksum":"1","imported":"2026-01-01","read":1,"added":1,
                "matched":0,"duplicates":0,"rejected":0}]""");
        var old = new Gazetteers(directory).imports().list().getFirst();
        assertThat(old.paired()).isNull();
        assertThat(old.doubtful()).isNull();
    }
}
