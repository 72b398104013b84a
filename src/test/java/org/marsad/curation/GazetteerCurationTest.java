package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.store.PostgisTest;

@PostgisTest
class GazetteerCurationTest {
    private final Desk desk;
    private final Curation curation;

    GazetteerCurationTest(DataSource database) {
        desk = new Desk(database);
        curation = desk.curation;
    }

    @BeforeEach
    void empty() {
        desk.empty();
    }

    private static PlaceDraft village(String name, String arabic) {
        return new PlaceDraft(
                name,
                PlaceLevel.SETTLEMENT,
                "PPL",
                "ML",
                "Kayes",
                -11.5,
                14.6,
                0,
                List.of(PlaceLabel.of(arabic, "ar", NameKind.OFFICIAL)));
    }

    private Changeset apply(PlaceEdit edit) {
        return curation.apply(edit, "admin", Why.UNSAID, Progress.NONE);
    }

    @Test
    void aMissingVillageIsMadeTheEventAppearsThereAndAfterTheUndoAllIsAsBefore() {
        desk.take("a.txt", "2025-07-02", """
                هجوم في غرب مالي

                هاجم مسلحون قرية تمبلغورا في منطقة كايس غرب مالي يوم الثلاثاء 1 يوليو 2025 وقتلوا أربعة مدنيين، وقال الجيش المالي إنه أرسل تعزيزات إلى المكان.
                """);
        var before = desk.events();
        var findings = desk.findings();

        var edit = new PlaceEdit.Create(null, village("Tambalgoura", "تمبلغورا"));
        var rehearsal = curation.rehearse(edit, false, Progress.NONE);
        assertThat(rehearsal.exact()).isTrue();
        assertThat(rehearsal.mentionsChanged()).isPositive();
        assertThat(desk.events()).as("a rehearsal changes nothing").isEqualTo(before);
        assertThat(curation.version()).isZero();

        var change = apply(edit);
        assertThat(change.version()).isEqualTo(1);
        assertThat(desk.jdbc.sql("select ST_AsText(geom) from event e join event_place p on p.event_id = e.id"
                                + " where p.place_id = 'marsad:tambalgoura'")
                        .query(String.class)
                        .list())
                .containsOnly("POINT(-11.5 14.6)");
        assertThat(curation.findEffect(1).orElseThrow().events()).isEqualTo(rehearsal.events());

        var undone = curation.undo(1, "admin", Why.UNSAID, Progress.NONE);
        assertThat(undone.undoes()).isEqualTo(1);
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.findings()).isEqualTo(findings);
        assertThat(curation.find("marsad:tambalgoura")).isEmpty();
        assertThat(curation.history(Long.MAX_VALUE, 10)).extracting(Changeset::version).containsExactly(2L, 1L);
    }
}
