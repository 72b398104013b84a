package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private SourceChanges changes(Gazetteers gazetteers) {
        var changes = new SourceChanges(
                desk.template,
                desk.transactions,
                desk.store,
                gazetteers,
                _ -> List.of(),
                task -> {
                    task.run();
                    return null;
                },
                () -> {});
        changes.followAtStart();
        return changes;
    }

    @Test
    void aFileIsLookedThroughTakenInAndTakenBackWhileTheServerRuns() throws Exception {
        var gazetteers = Desk.gazetteers(directory.resolve("data"));
        desk.empty();
        var files = new PlaceImports(gazetteers, changes(gazetteers));
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

        var taken = files.take(file, "villages", "admin", Progress.NONE).orElseThrow();
        assertThat(taken.files().getFirst().after()).isEqualTo(looked.file());
        assertThat(files.list()).hasSize(1);
        assertThat(desk.store.live().find(place)).isPresent();
        assertThat(files.lookThrough(file, "villages", Progress.NONE).changed()).isFalse();
        assertThat(files.take(file, "villages", "admin", Progress.NONE)).isEmpty();

        files.remove("villages", "admin");
        assertThat(desk.store.live().find(place)).isEmpty();
        assertThat(files.list()).isEmpty();
    }

    @Test
    void whatIsNoFileOfPlacesIsRefusedAndNothingIsKept() throws Exception {
        var gazetteers = Desk.gazetteers(directory.resolve("data"));
        var files = new PlaceImports(gazetteers, changes(gazetteers));
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
        assertThatThrownBy(() -> files.take(many, "many", "admin", given)).isInstanceOf(CancellationException.class);
        assertThat(files.list()).isEmpty();
        try (var left = Files.walk(directory.resolve("data").resolve("gazetteer"))) {
            assertThat(left.filter(Files::isRegularFile)).allMatch(file -> file.endsWith("lock"));
        }
    }
}
