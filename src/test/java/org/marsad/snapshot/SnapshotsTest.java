package org.marsad.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventCounter;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.seal.Sha256;
import org.marsad.snapshot.seal.Verdict;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.store.SheetJson;
import org.marsad.store.Ogr;
import org.marsad.store.PostgisTest;
import org.marsad.store.Store;
import org.marsad.text.Language;
import org.marsad.ui.dashboard.SampleEvents;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.SheetTexts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is frozen stays as it was, can be checked to the last byte, and is compared with what became of it. */
@PostgisTest
class SnapshotsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Signer BRIEFER = new Signer("briefer", true, false);
    private static final Signer ADMIN = new Signer("admin", true, true);
    private static final EventFilter CORRIDOR =
            EventFilter.ALL.withCorridor(new CorridorFilter(new BorderId("ML", "SN"), 50));

    private final DataSource database;
    private final JdbcClient jdbc;

    @TempDir
    private Path directory;

    private Snapshots snapshots;

    SnapshotsTest(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
        jdbc.sql("truncate event, document cascade").update();
        Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
    }

    @BeforeEach
    void write() {
        jdbc.sql("truncate snapshot, snapshot_pack cascade").update();
        SampleEvents.write(jdbc);
        snapshots = in(directory.resolve("snapshots"));
    }

    private Snapshots in(Path place) {
        return new Snapshots(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                new SnapshotSettings(place, "http://marsad.test", "Marsad test"),
                new SheetTexts(new Messages()),
                Drawing::sheets,
                Drawing::packs);
    }

    private Snapshot issue(EventFilter filter) {
        return snapshots.issue(
                SnapshotDraft.of("كايس · Kayes", Language.EN, filter).withDpi(96), BRIEFER);
    }

    private byte[] bytes(Snapshot snapshot, String name) throws IOException {
        return Files.readAllBytes(snapshots.file(snapshot.code(), name));
    }

    private Verdict.Kind verdict(byte[] file) {
        return snapshots.verify(file).kind();
    }

    @Test
    void countsWhatTheDashboardCounts() {
        var issued = issue(CORRIDOR);
        var counted = new EventCounter(jdbc).count(CORRIDOR, Language.EN);
        var corridor = counted.corridor();
        assertThat(issued.counts().total()).isEqualTo(counted.total());
        assertThat(issued.counts().undated()).isEqualTo(counted.undated());
        assertThat(issued.counts().certain()).isEqualTo(corridor.certain());
        assertThat(issued.counts().possible()).isEqualTo(corridor.possible());
    }

    @Test
    void handsOnItsEventsInFormatsThatCountTheSame() throws Exception {
        var issued = issue(EventFilter.ALL);
        assertThat(issued.counts().total()).isEqualTo(4);
        for (var name : List.of("events.geojson", "events.kml", "events.gpkg")) {
            assertThat(Ogr.featuresOf(snapshots.file(issued.code(), name)))
                    .as(name)
                    .isIn(OptionalLong.empty(), OptionalLong.of(4));
        }
        try (var gpkg = DriverManager.getConnection("jdbc:sqlite:" + snapshots.file(issued.code(), "events.gpkg"));
                var rows = gpkg.createStatement().executeQuery("select count(*) from events")) {
            assertThat(rows.getInt(1)).isEqualTo(4);
        }
        assertThat(Files.readAllLines(snapshots.file(issued.code(), "events.csv")))
                .hasSize(5);
    }

    @Test
    void theManifestSealsTheFilterTheEventsAndTheFiles() throws Exception {
        var issued = issue(CORRIDOR);
        var manifest = JSON.readTree(bytes(issued, "manifest.json"));
        var content = manifest.path("content");
        assertThat(content.path("filter").asString()).isEqualTo("border=ML-SN&km=50");
        assertThat(content.path("code").asString()).isEqualTo(issued.code());
        assertThat(content.path("gazetteer").asString()).isEqualTo(issued.gazetteer());
        assertThat(content.path("events").path("list").size())
                .isEqualTo((int) issued.counts().total());
        long version = jdbc.sql("select changed::text::bigint from event where id = 1")
                .query(Long.class)
                .single();
        assertThat(content.path("events").path("list").path(0).path(1).asLong()).isEqualTo(version);
        assertThat(manifest.path("seal").asString())
                .isEqualTo(issued.seal())
                .isEqualTo(Sha256.of(JSON.writeValueAsString(content)));
        assertThat(snapshots.sheet(issued.code()).issue().seal())
                .isEqualTo(issued.seal().substring(0, 16));
        assertThat(manifest.path("files")
                        .valueStream()
                        .map(file -> file.path("name").asString()))
                .contains("sheet.pdf", "sheet.svg", "sheet.png", "events.gpkg");
        for (JsonNode file : manifest.path("files")) {
            assertThat(Sha256.of(bytes(issued, file.path("name").asString())))
                    .isEqualTo(file.path("sha256").asString());
        }
    }

    @Test
    void everyFileIsKnownAndOneByteMakesItAnother() throws Exception {
        var issued = issue(EventFilter.ALL);
        for (var name : snapshots.listFiles(issued)) {
            var file = bytes(issued, name);
            assertThat(verdict(file)).as(name).isEqualTo(Verdict.Kind.ISSUED);
            file[file.length / 2] ^= 1;
            assertThat(verdict(file)).as(name + ", altered").isIn(Verdict.Kind.ALTERED, Verdict.Kind.UNKNOWN);
        }
        assertThat(verdict("something else".getBytes(StandardCharsets.UTF_8))).isEqualTo(Verdict.Kind.UNKNOWN);
    }

    @Test
    void anAlteredFileIsToldFromAForeignOne() throws Exception {
        var issued = issue(CORRIDOR);
        for (var name : List.of("sheet.pdf", "sheet.svg", "sheet.png", "sheet.pptx", "manifest.json")) {
            var file = bytes(issued, name);
            var longer = java.util.Arrays.copyOf(file, file.length + 1);
            longer[file.length] = '\n';
            var found = snapshots.verify(longer);
            assertThat(found.kind()).as(name).isEqualTo(Verdict.Kind.ALTERED);
            assertThat(found.snapshots()).extracting(Snapshot::code).containsExactly(issued.code());
        }
    }

    @Test
    void aCorrectionLeavesTheFileValidAndShowsUpAsAChange() throws Exception {
        var issued = issue(CORRIDOR);
        var file = bytes(issued, "sheet.pdf");
        assertThat(snapshots.changes(issued.code(), Language.EN).isEmpty()).isTrue();

        // Diboli is found to lie elsewhere; the border event is gone; another event comes in.
        jdbc.sql("update event set geom = ST_SetSRID(ST_Point(-11.44, 14.45), 4326) where id = 1")
                .update();
        jdbc.sql("update event_border set km = 61 where event_id = 1").update();
        jdbc.sql("delete from event where id = 2").update();
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision, geom, confidence)
                values ('ASSAULT', 'Battles', 'Armed clash', '2025-03-01', '2025-03-01', 'day', 1,
                    ST_SetSRID(ST_Point(-12.2, 14.5), 4326), 0.9)""").update();
        jdbc.sql("insert into event_border select max(id), 'ML-SN', 2, 81, 'ML' from event")
                .update();

        assertThat(verdict(file)).isEqualTo(Verdict.Kind.ISSUED);
        var since = snapshots.changes(issued.code(), Language.EN);
        assertThat(since.kinds()).containsEntry(Kind.MOVED, 1).containsEntry(Kind.WITHDRAWN, 1);
        assertThat(since.left()).isEqualTo(1);
        assertThat(since.gone()).isEqualTo(1);
        assertThat(since.added()).isEqualTo(1);

        var fresh = snapshots.refresh(issued.code(), BRIEFER);
        assertThat(fresh.refreshes()).isEqualTo(issued.code());
        assertThat(snapshots.get(issued.code()).refreshedBy()).isEqualTo(fresh.code());
        assertThat(snapshots.sheet(fresh.code()).issue().refreshes()).isEqualTo(issued.code());
        assertThat(fresh.counts().total()).isEqualTo(2); // the one that came, and the one known to Mali only
        assertThat(snapshots.changes(fresh.code(), Language.EN).isEmpty()).isTrue();
    }

    @Test
    void theFrozenSheetIsDrawnAgainToTheSameBytes() throws Exception {
        var issued = issue(CORRIDOR);
        jdbc.sql("delete from event").update();
        var sheet = snapshots.sheet(issued.code());
        assertThat(SheetJson.read(SheetJson.write(sheet))).isEqualTo(sheet);
        for (var format : List.of(Format.SVG, Format.PDF)) {
            var again = new ByteArrayOutputStream();
            Drawing.sheets().render(sheet, format, SnapshotDraft.DPI, again);
            assertThat(again.toByteArray()).as("%s", format).isEqualTo(bytes(issued, Snapshots.name(format)));
        }
    }

    @Test
    void whatIsWithdrawnIsKeptAndToldApart() throws Exception {
        var issued = issue(EventFilter.ALL);
        var file = bytes(issued, "sheet.png");
        assertThatThrownBy(() -> snapshots.withdraw(issued.code(), "wrong place", BRIEFER))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> snapshots.withdraw(issued.code(), "  ", ADMIN))
                .isInstanceOfSatisfying(
                        SnapshotRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_REASON));
        snapshots.withdraw(issued.code(), "wrong place", ADMIN);
        var found = snapshots.verify(file);
        assertThat(found.kind()).isEqualTo(Verdict.Kind.WITHDRAWN);
        assertThat(found.snapshots().getFirst().withdrawal().reason()).isEqualTo("wrong place");
        assertThat(bytes(issued, "sheet.png")).isEqualTo(file);
        assertThat(snapshots.list("", false, 0, 10)).isEmpty();
        assertThat(snapshots.list("", true, 0, 10)).hasSize(1);
        assertThatThrownBy(() -> snapshots.pack("", List.of(issued.code()), Format.PDF, BRIEFER))
                .isInstanceOf(SnapshotRefusedException.class);
    }

    @Test
    void aPackIsKnownToo() throws Exception {
        var one = issue(CORRIDOR);
        var two = issue(EventFilter.ALL);
        var pack = Files.readAllBytes(snapshots.pack("Morning", List.of(one.code(), two.code()), Format.PDF, BRIEFER));
        assertThat(verdict(pack)).isEqualTo(Verdict.Kind.ISSUED);
        snapshots.withdraw(two.code(), "late", ADMIN);
        assertThat(verdict(pack)).isEqualTo(Verdict.Kind.WITHDRAWN);
    }

    @Test
    void onlyBriefersIssue() {
        var analyst = new Signer("analyst", false, false);
        var draft = SnapshotDraft.of("t", Language.EN, EventFilter.ALL);
        assertThatThrownBy(() -> snapshots.issue(draft, analyst)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> snapshots.preview(draft, analyst)).isInstanceOf(AccessDeniedException.class);
        var issued = issue(EventFilter.ALL);
        assertThatThrownBy(() -> snapshots.refresh(issued.code(), analyst)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aViewWithNoEventsIsASheetThatSaysSo() {
        var issued = issue(CORRIDOR.withText("nothing says this"));
        assertThat(issued.counts()).isEqualTo(new Snapshot.Counts(0, 0, 0, 0L, 0L));
        assertThat(snapshots.sheet(issued.code()).shown()).isEqualTo(new Shown.Events(List.of()));
        assertThat(snapshots.listFiles(issued)).contains("sheet.pdf", "events.gpkg");
    }

    @Test
    void manyEventsAreDrawnAsCountsAndSayingSo() {
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision, geom, confidence)
                select 'ASSAULT', 'Battles', 'Armed clash', date '2020-01-01' + n % 1000, date '2020-01-01' + n % 1000, 'day', 1,
                    ST_SetSRID(ST_Point(-12 + n % 97 / 10.0, 12 + n % 53 / 10.0), 4326), 0.9
                from generate_series(1, 5100) n""").update();
        var issued = issue(EventFilter.ALL);
        assertThat(issued.aggregated()).isTrue();
        assertThat(issued.counts().total()).isEqualTo(5104);
        assertThat(snapshots.sheet(issued.code()).shown()).isInstanceOfSatisfying(Shown.Counted.class, counted -> {
            long cells = counted.cells().stream().mapToLong(Shown.Cell::count).sum();
            long areas =
                    counted.areas().stream().mapToLong(Shown.AreaCount::count).sum();
            assertThat(cells).isEqualTo(5102);
            assertThat(areas).isEqualTo(2);
        });
        assertThat(snapshots.listTouching(Set.of(1L))).hasSize(1);
    }

    @Test
    void whatMayNotBePassedOnIsLeftOutAndSaid() {
        jdbc.sql(
                        "insert into event_source (id, name, licence, terms, url) values ('test-set', 'Test set', 'restricted', 'x', 'x')"
                                + " on conflict do nothing")
                .update();
        jdbc.sql("update event set source = 'test-set' where id = 1").update();
        var issued = issue(EventFilter.ALL);
        assertThat(issued.counts().total()).isEqualTo(3);
        assertThat(issued.withheld()).containsExactly("test-set");
        assertThat(issued.withheldEvents()).isEqualTo(1);
        assertThat(snapshots.sheet(issued.code()).filter())
                .contains("without 1 event of Test set: its licence forbids to pass them on");
        assertThat(snapshots.listTouching(Set.of(1L))).isEmpty();
    }

    @Test
    void aSourceWhoseLicenceChangesLaterIsTold() {
        jdbc.sql(
                        "insert into event_source (id, name, licence, terms, url) values ('later', 'Later set', 'open', 'x', 'x')"
                                + " on conflict (id) do update set licence = 'open'")
                .update();
        jdbc.sql("update event set source = 'later' where id = 1").update();
        var issued = issue(EventFilter.ALL);
        jdbc.sql("update event_source set licence = 'restricted' where id = 'later'")
                .update();
        assertThat(snapshots.changes(issued.code(), Language.EN).restricted()).containsExactly("Later set");
    }

    @Test
    void aTitleOf500CharactersInMixedDirectionsIsKeptAndMoreIsRefused() {
        var mixed = "هجوم attaque 2025 — ".repeat(25);
        assertThat(mixed).hasSize(500);
        var title = mixed.substring(0, 499) + "x";
        var issued = snapshots.issue(
                SnapshotDraft.of(title, Language.AR, EventFilter.ALL).withDpi(96), BRIEFER);
        assertThat(issued.title()).isEqualTo(title);
        assertThat(snapshots.list("هجوم ATTAQUE", true, 0, 10)).hasSize(1);
        assertThatThrownBy(() -> SnapshotDraft.of(title + "y", Language.AR, EventFilter.ALL))
                .isInstanceOfSatisfying(
                        SnapshotRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TITLE));
    }

    @Test
    void anExtentOverTheDateLineOrOfOnePointIsDrawn() {
        jdbc.sql("update event set geom = ST_SetSRID(ST_Point(179.5, -16), 4326) where id = 1")
                .update();
        jdbc.sql("update event set geom = ST_SetSRID(ST_Point(-179.5, -17), 4326) where id = 4")
                .update();
        var both = issue(EventFilter.ALL.withPlover(Set.of("ASSAULT")));
        assertThat(snapshots.sheet(both.code()).extent()).isEqualTo(new Extent(179.5, -17, -179.5, -16));
        var one = issue(
                EventFilter.ALL.edit().plover(Set.of("ASSAULT")).undated(false).build());
        assertThat(snapshots.sheet(one.code()).extent()).isEqualTo(new Extent(179.5, -16, 179.5, -16));
    }

    @Test
    void whereNothingCanBeWrittenNothingIsIssued() throws Exception {
        var file = Files.writeString(directory.resolve("a file"), "in the way");
        var nowhere = in(file.resolve("snapshots"));
        assertThatThrownBy(() -> nowhere.issue(SnapshotDraft.of("t", Language.EN, EventFilter.ALL), BRIEFER))
                .isInstanceOfSatisfying(
                        SnapshotRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DISK));
        assertThat(snapshots.list("", true, 0, 10)).isEmpty();
        // Half way: the directory of the data vanishes under the row, which is then not written either.
        jdbc.sql("alter table snapshot_file add constraint full_up check (bytes < 0)")
                .update();
        try {
            assertThatThrownBy(() -> issue(EventFilter.ALL)).isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table snapshot_file drop constraint full_up").update();
        }
        assertThat(snapshots.list("", true, 0, 10)).isEmpty();
        try (var left = Files.list(directory.resolve("snapshots"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDiskThatFillsUpHalfWayLeavesNothing() throws Exception {
        var disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                isMounted("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()),
                "cannot make a small disk");
        try {
            var small = in(disk.resolve("snapshots"));
            var draft = SnapshotDraft.of("t", Language.EN, EventFilter.ALL).withDpi(300);
            assertThatThrownBy(() -> small.issue(draft, BRIEFER))
                    .isInstanceOfSatisfying(SnapshotRefusedException.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.DISK);
                        assertThat(e).hasMessageContaining("nothing was issued").hasMessageContaining("No space left");
                    });
            assertThat(small.list("", true, 0, 10)).isEmpty();
            try (var left = Files.list(disk.resolve("snapshots"))) {
                assertThat(left).isEmpty();
            }
        } finally {
            isMounted("umount", disk.toString());
        }
    }

    private static boolean isMounted(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSourceThatIsWithdrawnLaterLeavesTheFileValidAndIsTold() throws Exception {
        jdbc.sql(
                        "insert into event_source (id, name, licence, terms, url) values ('edition', 'Edition', 'open', 'x', 'x')"
                                + " on conflict do nothing")
                .update();
        jdbc.sql("update event set source = 'edition' where id in (1, 4)").update();
        var issued = issue(EventFilter.ALL);
        var file = bytes(issued, "sheet.pdf");
        // Its publisher takes the edition back.
        jdbc.sql("delete from event where source = 'edition'").update();
        assertThat(verdict(file)).isEqualTo(Verdict.Kind.ISSUED);
        assertThat(snapshots.changes(issued.code(), Language.EN).kinds()).containsEntry(Kind.WITHDRAWN, 2);
        assertThat(snapshots.refresh(issued.code(), BRIEFER).counts().total()).isEqualTo(2);
    }

    @Test
    void saysWhatItIsDoing() {
        var steps = new ArrayList<IssueStep>();
        snapshots.issue(SnapshotDraft.of("t", Language.EN, EventFilter.ALL).withDpi(96), BRIEFER, steps::add);
        assertThat(steps).containsExactly(IssueStep.values());
    }

    @Test
    void findsByWordsPeopleAndCodes() {
        var issued = issue(EventFilter.ALL);
        for (var text : List.of("kayes", "كايس", "briefer", issued.code(), SnapshotCode.printed(issued.code()))) {
            assertThat(snapshots.list(text, true, 0, 10)).as(text).hasSize(1);
        }
        assertThat(snapshots.list("kayes nothing", true, 0, 10)).isEmpty();
        assertThat(snapshots.find(SnapshotCode.printed(issued.code()).toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
        assertThat(snapshots.listTouching(Set.of(1L, 99L)))
                .extracting(Snapshot::code)
                .containsExactly(issued.code());
        assertThat(snapshots.listTouching(Set.of(99L))).isEmpty();
    }
}
