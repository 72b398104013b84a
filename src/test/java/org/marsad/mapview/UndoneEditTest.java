package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.marsad.curation.CurationDesk;
import org.marsad.geo.Borders;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.mapview.columns.TileForm;
import org.marsad.mapview.columns.Vocabulary;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;

/** The map's model before an edit of the gazetteer, after it, and after its undo, followed change by change. */
@PostgisTest
class UndoneEditTest {
    @Test
    void theMapIsAsBeforeToTheByte(DataSource database, DatabaseAddress address) throws SQLException {
        var desk = new CurationDesk(database);
        for (int i = 0; i < 12; i++) {
            desk.take("a" + i, "2025-07-02", """
                    هجوم في غرب مالي رقم %d

                    هاجم مسلحون بلدة %s يوم %d مارس %d وقتلوا %d مدنيين، وقالت مصادر من الشارع %s إن الجيش المالي أرسل تعزيزات.
                    """.formatted(
                            i,
                            i % 3 == 0 ? "ديبولي" : "كايس",
                            1 + i % 28,
                            2010 + i % 15,
                            1 + i,
                            ("كلمة" + i * 7919).repeat(1 + i % 7)));
        }
        try (var source = new PostgresModelSource(address.connect())) {
            var loaded = source.load(new Vocabulary(), number -> {});
            var model = Snapshot.of(loaded.builder().build(), Borders.builtIn(), "1", Instant.now());
            var before = tiles(model);

            desk.moveAndRetire();
            var changes = source.changes(loaded.bookmark());
            model = follow(source, model, changes);
            assertThat(tiles(model)).isNotEqualTo(before);

            desk.undoAll();
            model = follow(source, model, source.changes(changes.bookmark()));
            assertThat(tiles(Snapshot.of(model.merged(), Borders.builtIn(), "merged", Instant.now())))
                    .isEqualTo(before);
            var fresh = source.load(new Vocabulary(), number -> {});
            assertThat(tiles(Snapshot.of(fresh.builder().build(), Borders.builtIn(), "2", Instant.now())))
                    .isEqualTo(before);
        }
    }

    private static Snapshot follow(PostgresModelSource source, Snapshot model, ModelSource.Changes changes)
            throws SQLException {
        var builder = model.changesBut(changes.ids());
        source.read(changes.ids(), builder);
        return model.with(changes.ids(), builder.build(), "next", Instant.now());
    }

    /** Every tile down to zoom 9 that shows anything, byte by byte. */
    private static List<String> tiles(Snapshot model) {
        var view = model.view(EventFilter.ALL, _ -> new BitSet());
        var tiles = new TreeSet<String>();
        for (int z = 0; z <= 9; z++) {
            int n = 1 << z;
            for (int x = n * 45 / 100; x < Math.max(1, n * 55 / 100) + 1 && x < n; x++) {
                for (int y = n * 40 / 100; y < Math.max(1, n * 52 / 100) + 1 && y < n; y++) {
                    byte[] tile = view.tile(z, x, y, TileForm.POINTS, Cancellation.NEVER)
                            .bytes();
                    if (tile.length > 0) {
                        tiles.add(z + "/" + x + "/" + y + " " + Arrays.toString(tile));
                    }
                }
            }
        }
        assertThat(tiles).hasSizeGreaterThan(5);
        return List.copyOf(tiles);
    }
}
