package org.marsad.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerDiffTest {
    private static final String HEADER = "id,name,lat,lon,country,level,feature,names_ar\n";
    private static final String DIBOLI = "marsad:diboli,Diboli,14.46,-12.2,ML,settlement,PPL,ديبولي\n";
    private static final String NIORO = "marsad:nioro,Nioro,15.23,-9.59,ML,settlement,PPL,نيورو\n";
    private static final String OTHER_NIORO = "marsad:nioro-du-rip,Nioro,13.75,-15.8,SN,settlement,PPL,\n";

    @TempDir
    Path directory;

    private Gazetteer of(String... rows) throws IOException {
        var file = directory.resolve("places.csv");
        return Gazetteer.of(List.of(Files.writeString(file, HEADER + String.join("", rows))));
    }

    private static List<String> ids(GazetteerDiff diff) {
        return diff.placeIds().stream().sorted().toList();
    }

    @Test
    void findsNothingWhereOnlyTheFilesAreOthers() throws IOException {
        var diff = GazetteerDiff.between(of(DIBOLI, NIORO, OTHER_NIORO), of(DIBOLI, NIORO, OTHER_NIORO));
        assertThat(diff.keys()).isEmpty();
        assertThat(diff.places()).isEmpty();
        var moved = GazetteerDiff.between(of(DIBOLI, NIORO, OTHER_NIORO), of(NIORO, DIBOLI, OTHER_NIORO));
        assertThat(moved.keys()).isEmpty();
    }

    @Test
    void findsWhatCameAndWhatWentWithItsNames() throws IOException {
        var came = GazetteerDiff.between(of(DIBOLI, NIORO), of(DIBOLI, NIORO, OTHER_NIORO));
        assertThat(ids(came)).containsExactly("marsad:nioro-du-rip");
        assertThat(came.keys()).containsExactly("nioro");
        var went = GazetteerDiff.between(of(DIBOLI, NIORO, OTHER_NIORO), of(NIORO, OTHER_NIORO));
        assertThat(ids(went)).containsExactly("marsad:diboli");
        assertThat(went.keys()).containsExactlyInAnyOrder("diboli", "ديبولي");
    }

    @Test
    void ofAPlaceElsewhereAllNamesCountAndOfANameOnlyThat() throws IOException {
        var moved = GazetteerDiff.between(of(DIBOLI, NIORO), of(DIBOLI.replace("14.46", "14.7"), NIORO));
        assertThat(ids(moved)).containsExactly("marsad:diboli");
        assertThat(moved.keys()).containsExactlyInAnyOrder("diboli", "ديبولي");
        var named = GazetteerDiff.between(of(DIBOLI, NIORO), of(DIBOLI, NIORO.replace("نيورو", "نيورو دو ساحل")));
        assertThat(ids(named)).isEmpty();
        assertThat(named.keys()).contains("نيورو", "نيورو دو ساحل").doesNotContain("nioro", "diboli");
    }

    @Test
    void findsWhatWasEditedTheSameWay() throws IOException {
        var sources = of(DIBOLI, NIORO);
        var edit = new EditedPlace(
                new PlaceId("marsad:nioro"),
                null,
                null,
                null,
                "SN",
                null,
                -15.8,
                13.75,
                -1,
                List.of(),
                List.of(),
                List.of(),
                false);
        var diff = GazetteerDiff.between(sources, sources.with(List.of(edit)));
        assertThat(ids(diff)).containsExactly("marsad:nioro");
        assertThat(diff.keys()).containsExactlyInAnyOrder("nioro", "نيورو");
    }
}
