package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.Problem.Code;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceId;
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

    private static final String DIBOLI = """
            هجوم قرب الحدود

            هاجم مسلحون بلدة ديبولي قرب الحدود مع السنغال يوم الثلاثاء 1 يوليو 2025 وقتلوا أربعة مدنيين، وقال الجيش المالي إنه أرسل تعزيزات إلى المكان.
            """;

    private Changeset apply(PlaceEdit edit) {
        return curation.apply(edit, "admin", Why.UNSAID, Progress.NONE);
    }

    private PlaceState get(String id) {
        return curation.find(id).orElseThrow();
    }

    private PlaceState diboli() {
        return get(desk.jdbc
                .sql("select place_id from mention where surface = 'ديبولي'")
                .query(String.class)
                .list()
                .getFirst());
    }

    private List<Problem.Code> problems(PlaceEdit edit) {
        return curation.check(edit).stream().map(Problem::code).toList();
    }

    private static PlaceDraft at(double lon, double lat, String name) {
        return new PlaceDraft(
                "Testoudji",
                PlaceLevel.SETTLEMENT,
                "PPL",
                "ML",
                null,
                lon,
                lat,
                0,
                List.of(PlaceLabel.of(name, null, NameKind.OFFICIAL)));
    }

    @Test
    void badPositionsAndNamesAreRefusedWithTheReason() {
        assertThat(problems(new PlaceEdit.Create(null, at(14.6, -11.5, "Testoudji"))))
                .contains(Code.SWAPPED);
        assertThat(problems(new PlaceEdit.Create(null, at(120, 200, "Testoudji"))))
                .contains(Code.NOT_ON_EARTH);
        assertThat(problems(new PlaceEdit.Create(null, at(0, 0, "Testoudji")))).contains(Code.NULL_ISLAND);
        assertThat(problems(new PlaceEdit.Create(null, at(-30, 14, "Testoudji"))))
                .contains(Code.AT_SEA);
        assertThat(problems(new PlaceEdit.Create(null, at(2.35, 48.85, "Testoudji"))))
                .contains(Code.OUTSIDE_COUNTRY);
        assertThat(problems(new PlaceEdit.Create(null, at(-11.5, 14.6, "—")))).contains(Code.EMPTY_NAME);
        assertThat(problems(new PlaceEdit.Create(null, at(-11.5, 14.6, "=1+1"))))
                .contains(Code.BAD_VALUE);
        assertThat(problems(new PlaceEdit.Create(null, at(-11.5, 14.6, "Maintenant"))))
                .contains(Code.COMMON_WORD);
        assertThat(problems(new PlaceEdit.Create("geonames:2460596", at(-11.5, 14.6, "Testoudji"))))
                .contains(Code.TAKEN);
        assertThat(curation.check(new PlaceEdit.Create(null, at(-11.5, 14.6, "Testoudji"))))
                .noneMatch(Problem::refused);
        assertThatThrownBy(() -> apply(new PlaceEdit.Create(null, at(14.6, -11.5, "Testoudji"))))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("other way round");
        assertThat(curation.version()).isZero();
        assertThat(curation.search("Testoudji", 5)).isEmpty();
    }

    @Test
    void theDivisionIsComparedWithThoseOfThePlacesAround() {
        var kayes = new PlaceDraft("Testoudji", PlaceLevel.SETTLEMENT, "PPL", "ML", "Kayes", -11.5, 14.6, 0, List.of());
        assertThat(problems(new PlaceEdit.Create(null, kayes))).isEmpty();
        for (var stated : new String[] {null, "Gao", "Nowhere"}) {
            var wrong =
                    new PlaceDraft("Testoudji", PlaceLevel.SETTLEMENT, "PPL", "ML", stated, -11.5, 14.6, 0, List.of());
            assertThat(curation.check(new PlaceEdit.Create(null, wrong)))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo(Code.DIVISION);
                        assertThat(problem.refused()).isFalse();
                        assertThat(problem.message()).contains("a guess");
                        assertThat(problem.values()).endsWith("Kayes");
                    });
        }
        var id = apply(new PlaceEdit.Create(null, kayes)).places().getFirst();
        assertThat(problems(new PlaceEdit.Move(id, 1, 0.1, 16.3))).contains(Code.DIVISION);
    }

    @Test
    void aNearbyPlaceOfTheSameNameIsShownWhileEditing() {
        desk.take("d.txt", "2025-07-02", DIBOLI);
        var diboli = diboli();
        var twin = new PlaceDraft(
                "Diboli", PlaceLevel.SETTLEMENT, "PPL", "ML", null, diboli.lon() + 0.01, diboli.lat(), 0, List.of());
        assertThat(curation.check(new PlaceEdit.Create(null, twin)))
                .filteredOn(problem -> problem.code() == Code.DUPLICATE)
                .singleElement()
                .satisfies(problem -> assertThat(problem.places()).containsExactly(diboli.id()));
    }

    @Test
    void aPlaceMergedIntoARetiredOneOrItselfIsRefused() {
        var a = apply(new PlaceEdit.Create(null, at(-11.5, 14.6, "Testoudji")))
                .places()
                .getFirst();
        var b = apply(new PlaceEdit.Create(null, at(-11.4, 14.6, "Autroudji")))
                .places()
                .getFirst();
        assertThat(problems(new PlaceEdit.Merge(a, get(a).version(), a, get(a).version())))
                .contains(Code.MERGE_CYCLE);
        apply(new PlaceEdit.Merge(a, get(a).version(), b, get(b).version()));
        assertThat(get(b).names()).extracting(PlaceLabel::text).contains("Testoudji", "Autroudji");
        assertThat(problems(new PlaceEdit.Merge(b, get(b).version(), a, get(a).version())))
                .contains(Code.MERGE_CYCLE);
        assertThat(curation.search("Testoudji", 5))
                .extracting(found -> found.place().id())
                .containsExactly(b);
        assertThat(curation.search("تستودجي", 5))
                .extracting(found -> found.place().id())
                .contains(b);
    }

    @Test
    void twoAdminsOnOnePlaceGetAMergeViewAndNothingIsLost() {
        var id = apply(new PlaceEdit.Create(null, at(-11.5, 14.6, "Testoudji")))
                .places()
                .getFirst();
        var seen = get(id);
        apply(new PlaceEdit.Move(id, seen.version(), -11.45, 14.61));

        var alias = new PlaceEdit.AddAlias(id, seen.version(), PlaceLabel.of("Testougi", "fr", NameKind.VARIANT));
        var conflict = catchThrowableOfType(EditConflict.class, () -> apply(alias));
        assertThat(conflict.theirs().lon()).isEqualTo(-11.45);
        assertThat(conflict.mine().names()).extracting(PlaceLabel::text).contains("Testougi");
        assertThat(conflict.fields()).isEmpty();
        apply(conflict.rebased().orElseThrow());
        assertThat(get(id).lon()).isEqualTo(-11.45);
        assertThat(get(id).names()).extracting(PlaceLabel::text).contains("Testougi");

        var move = catchThrowableOfType(
                EditConflict.class, () -> apply(new PlaceEdit.Move(id, seen.version(), -11.3, 14.7)));
        assertThat(move.fields()).containsExactly("position");
        assertThat(move.rebased()).isEmpty();
        assertThat(get(id).lon()).isEqualTo(-11.45);
    }

    @Test
    void anOlderChangeIsTakenBackAndWhatWasDoneSinceStays() {
        var id = apply(new PlaceEdit.Create(null, at(-11.5, 14.6, "Testoudji")))
                .places()
                .getFirst();
        var move = apply(new PlaceEdit.Move(id, 1, -11.45, 14.61));
        var alias =
                apply(new PlaceEdit.AddAlias(id, move.version(), PlaceLabel.of("Testougi", "fr", NameKind.VARIANT)));

        assertThatThrownBy(() -> curation.undo(1, "admin", Why.UNSAID, Progress.NONE))
                .isInstanceOfSatisfying(
                        UndoRefused.class,
                        refused -> assertThat(refused.later()).isEqualTo(2));
        curation.undo(move.version(), "admin", new Why("a map", "it was right before"), Progress.NONE);
        assertThat(get(id).lon()).isEqualTo(-11.5);
        assertThat(get(id).names()).extracting(PlaceLabel::text).contains("Testougi");
        assertThatThrownBy(() -> curation.undo(move.version(), "admin", Why.UNSAID, Progress.NONE))
                .hasMessageContaining("taken back already");
        assertThat(curation.historyOf(id))
                .extracting(Changeset::kind)
                .containsExactly("undo", "addAlias", "move", "create");
        assertThat(curation.history(Long.MAX_VALUE, 1).getFirst().note()).isEqualTo("it was right before");
        assertThat(curation.history(alias.version() + 1, 1).getFirst().edit()).isInstanceOf(PlaceEdit.AddAlias.class);
    }

    @Test
    void aPlaceThatMovesTakesItsEventsAndTheBorderCountsAlong() {
        desk.take("d.txt", "2025-07-02", DIBOLI);
        var diboli = diboli();
        var edit = new PlaceEdit.Move(diboli.id(), diboli.version(), -10.5, 14.4);
        var rehearsal = curation.rehearse(edit, false, Progress.NONE);
        assertThat(rehearsal.events()).isNotEmpty().allMatch(effect -> effect.fate() == Rehearsal.Fate.MOVED);
        assertThat(rehearsal.borders()).anySatisfy(border -> {
            assertThat(border.border()).isEqualTo("ML-SN");
            assertThat(border.km()).isEqualTo(25);
            assertThat(border.after()).isLessThan(border.before());
        });
        long near = near25();
        apply(edit);
        assertThat(near25()).isLessThan(near);
    }

    private long near25() {
        return desk.jdbc
                .sql("select count(*) from event_border where border_id = 'ML-SN' and km <= 25")
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasDecidedByHandOutlivesTakingTheArticleInAgain() {
        desk.take("d.txt", "2025-07-02", DIBOLI);
        long mention = desk.jdbc
                .sql("select id from mention where surface = 'ديبولي'")
                .query(Long.class)
                .list()
                .getFirst();
        apply(new PlaceEdit.Decide("ديبولي", new DecisionScope.OneMention(mention), "geonames:2460596", false));
        assertThat(placesOfDiboli()).contains("geonames:2460596");
        assertThat(desk.jdbc
                        .sql("select count(*) from event_place where place_id = 'geonames:2460596'")
                        .query(Integer.class)
                        .single())
                .isPositive();

        desk.jdbc.sql("delete from document").update();
        desk.jdbc.sql("delete from event").update();
        desk.store.forgetReports();
        desk.take("again.txt", "2025-07-02", DIBOLI);
        assertThat(placesOfDiboli()).contains("geonames:2460596");

        apply(new PlaceEdit.Decide("ديبولي", new DecisionScope.Everywhere(), null, false));
        assertThat(placesOfDiboli()).as("the narrower decision stands").containsOnly("geonames:2460596");
        curation.undo(1, "admin", Why.UNSAID, Progress.NONE);
        assertThat(placesOfDiboli()).as("no place any more").isEmpty();
        curation.undo(2, "admin", Why.UNSAID, Progress.NONE);
        assertThat(placesOfDiboli()).isNotEmpty().doesNotContain("geonames:2460596");
    }

    private List<String> placesOfDiboli() {
        return desk.jdbc
                .sql("select place_id from mention where surface = 'ديبولي'")
                .query(String.class)
                .list();
    }

    @Test
    void anEditIsKnownToOthersAndAfterARestart() {
        var id = apply(new PlaceEdit.Create(null, at(-11.5, 14.6, "Testoudji")))
                .places()
                .getFirst();
        var other = new Desk(Objects.requireNonNull(desk.template.getDataSource()));
        assertThat(other.store.live().current().version()).isEqualTo(1);
        assertThat(other.store.live().find(new PlaceId(id))).isPresent();
        assertThat(other.store.live().gazetteer().listKeys(new PlaceId(id))).contains("testoudji");
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
        assertThat(desk.jdbc
                        .sql("select ST_AsText(geom) from event e join event_place p on p.event_id = e.id"
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
        assertThat(curation.history(Long.MAX_VALUE, 10))
                .extracting(Changeset::version)
                .containsExactly(2L, 1L);
    }
}
