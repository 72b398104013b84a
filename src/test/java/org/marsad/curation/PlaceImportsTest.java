package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.curation.Curation.Progress;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.PlaceId;
import org.marsad.store.PostgisTest;

@PostgisTest
class PlaceImportsTest {
    private static final String ROWS = """
            id,name,lat,lon,country,level,feature
            marsad:tilgambara,Tilgambara,14.61,-11.52,ML,settlement,PPL
            marsad:outofearth,Nowhere,99,-11.52,ML,settlement,PPL
            marsad:tilgambara,Tilgambara,14.61,-11.52,ML,settlement,PPL
            """;

    @TempDir
    Path directory;

    private final Desk desk;

    PlaceImportsTest(DataSource database) {
        desk = new Desk(database);
    }

    @Test
    void aFileIsLookedThroughTakenInAndTakenBackWhileTheServerRuns() throws Exception {
        var gazetteers = new Gazetteers(directory.resolve("data"));
        var files = new PlaceImports(gazetteers, desk.store, _ -> {});
        var file = Files.writeString(directory.resolve("villages.csv"), ROWS);
        var place = new PlaceId("marsad:tilgambara");

        var looked = files.lookThrough(file, "villages", Progress.NONE);
        assertThat(looked.changed()).isTrue();
        assertThat(looked.file().added()).isEqualTo(1);
        assertThat(looked.file().duplicates()).isEqualTo(1);
        assertThat(looked.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(3));
        assertThat(files.list()).isEmpty();
        assertThat(desk.store.live().find(place)).isEmpty();

        var taken = files.take(file, "villages", Progress.NONE);
        assertThat(taken.file().added()).isEqualTo(looked.file().added());
        assertThat(files.list()).hasSize(1);
        assertThat(desk.store.live().find(place)).isPresent();
        assertThat(files.lookThrough(file, "villages", Progress.NONE).changed()).isFalse();
        assertThat(files.take(file, "villages", Progress.NONE).changed()).isFalse();

        files.remove("villages");
        assertThat(desk.store.live().find(place)).isEmpty();
        assertThat(files.list()).isEmpty();
    }

    @Test
    void whatIsNoFileOfPlacesIsRefusedAndNothingIsKept() throws Exception {
        var gazetteers = new Gazetteers(directory.resolve("data"));
        var files = new PlaceImports(gazetteers, desk.store, _ -> {});
        var rubbish = Files.writeString(directory.resolve("notes.txt"), "Dear all,\nthe list follows.\n".repeat(80));
        assertThatThrownBy(() -> files.lookThrough(rubbish, "notes", Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GeoNames");
        var many = Files.writeString(
                directory.resolve("many.csv"), "id,name,lat,lon\n" + "marsad:a,A b c,14,-11\n".repeat(1200));
        var given = new Progress() {
            @Override
            public void coded(int articles, int of) {}

            @Override
            public boolean getAsBoolean() {
                return true;
            }
        };
        assertThatThrownBy(() -> files.take(many, "many", given)).isInstanceOf(CancellationException.class);
        assertThat(files.list()).isEmpty();
        try (var left = Files.walk(directory.resolve("data").resolve("gazetteer"))) {
            assertThat(left.filter(Files::isRegularFile)).allMatch(file -> file.endsWith("lock"));
        }
    }
}
