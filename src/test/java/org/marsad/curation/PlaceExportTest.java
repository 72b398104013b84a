package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.PlaceExport.Format;
import org.marsad.exchange.places.LinkedPlacesReader;
import org.marsad.exchange.places.ListedPlace;
import org.marsad.exchange.places.PlaceSink;
import org.marsad.exchange.places.PlacesCsv;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.store.PostgisTest;
import org.springframework.jdbc.support.JdbcTransactionManager;

@PostgisTest
class PlaceExportTest {
    private static final String KAYES = "geonames:2455518";

    private final Desk desk;
    private final PlaceExport export;

    PlaceExportTest(DataSource database) {
        desk = new Desk(database);
        export = new PlaceExport(desk.template, new JdbcTransactionManager(database));
    }

    @BeforeEach
    void edit() {
        desk.empty();
        desk.writeNames(KAYES::equals);
        apply(new PlaceEdit.Create(
                null,
                new PlaceDraft(
                        "Tambalgoura",
                        PlaceLevel.SETTLEMENT,
                        "PPL",
                        "ML",
                        "Kayes",
                        -11.5,
                        14.6,
                        7,
                        List.of(
                                new PlaceLabel("تمبلغورا", "ar", NameKind.OFFICIAL, 1960, null, "=SUM(A1)", "a, \"b\""),
                                new PlaceLabel("Tambalgoura", "snk-Latn", NameKind.FORMER, null, 1959, null, null)))));
        var kayes = desk.curation.find(KAYES).orElseThrow();
        apply(new PlaceEdit.Retire(KAYES, kayes.version()));
    }

    private void apply(PlaceEdit edit) {
        desk.curation.apply(edit, "admin", Why.UNSAID, Progress.NONE);
    }

    @Test
    void whatIsExportedIsTheGazetteerAsItIsEditedAndIsReadBackWhole() throws IOException {
        for (var format : Format.values()) {
            var out = new StringBuilder();
            long written = export.write(format, out);
            var read = read(format, out.toString());
            assertThat(read).as("%s", format).hasSize((int) written).containsKeys(KAYES, "marsad:tambalgoura");
            read.forEach((id, place) -> {
                var state = desk.curation.find(id).orElseThrow();
                assertThat(place.retired()).isEqualTo(state.retired());
                assertThat(List.of(place.name(), place.lon(), place.lat(), place.population(), place.level()))
                        .isEqualTo(List.of(state.name(), state.lon(), state.lat(), state.population(), state.level()));
                assertThat(place.names().stream().map(PlaceExportTest::label).toList())
                        .containsExactlyInAnyOrderElementsOf(state.names());
            });
        }
    }

    private static PlaceLabel label(ListedPlace.Name name) {
        return new PlaceLabel(
                name.text(), name.language(), name.kind(), name.fromYear(), name.toYear(), name.source(), name.note());
    }

    private static Map<String, ListedPlace> read(Format format, String text) throws IOException {
        var places = new HashMap<String, ListedPlace>();
        var sink = new PlaceSink() {
            @Override
            public void place(ListedPlace place, int line) {
                places.put(place.id(), place);
            }

            @Override
            public void refused(String file, int line, String reason) {
                throw new AssertionError(file + " line " + line + ": " + reason);
            }
        };
        if (format == Format.CSV) {
            PlacesCsv.read("out", new StringReader(text), sink);
        } else {
            LinkedPlacesReader.read("out", new StringReader(text), sink);
        }
        return places;
    }
}
