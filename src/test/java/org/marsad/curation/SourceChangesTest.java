package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.gazetteer.GazetteerImporter;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.NameKind;
import org.marsad.store.PostgisTest;

/** Stored articles follow files of places that come and go: what is stored is what coding all of them anew would give. */
@PostgisTest
@Tag("slow")
class SourceChangesTest {
    private static final String VILLAGES = """
            id,name,lat,lon,country,level,feature,names_ar
            marsad:tilgambara,Tilgambara,14.61,-11.52,ML,settlement,PPL,تلغمبرة
            """;

    private static final String KILLING = """
            Deaths in the west

            Gunmen killed four civilians in Tilgambara in the Kayes region of Mali on 4 June 2025, a customs officer said on Thursday.
            """;

    private static final String ATTACK = """
            هجوم في الغرب

            هاجم مسلحون قرية تلغمبرة في منطقة كايس غرب مالي يوم الثلاثاء 1 يوليو 2025 وقتلوا أربعة مدنيين.
            """;

    private static final Function<Runnable, @Nullable Thread> AT_ONCE = task -> {
        task.run();
        return null;
    };

    /** A server that is killed before it begins. */
    private static final Function<Runnable, @Nullable Thread> NEVER = _ -> null;

    @TempDir
    Path directory;

    private final DataSource database;
    private Desk desk;
    private final List<Map.Entry<String, String>> articles = new ArrayList<>();

    SourceChangesTest(DataSource database) {
        this.database = database;
        desk = new Desk(database);
    }

    @BeforeEach
    void store() {
        desk.empty();
        articles.clear();
        articles.add(Map.entry("killing", KILLING));
        articles.add(Map.entry("attack", ATTACK));
        articles.addAll(Desk.samples().entrySet().stream().limit(4).toList());
        articles.forEach(one -> desk.take(one.getKey(), null, one.getValue()));
    }

    private Gazetteers gazetteers() {
        return Desk.gazetteers(directory.resolve("data"));
    }

    private SourceChanges changes(Function<Runnable, @Nullable Thread> starter) {
        var changes = new SourceChanges(
                desk.template, desk.transactions, desk.store, gazetteers(), _ -> List.of(), starter, () -> {});
        changes.followAtStart();
        return changes;
    }

    private Curation curation(SourceChanges changes) {
        return new GazetteerCuration(desk.template, desk.transactions, desk.store, changes, _ -> List.of());
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(directory.resolve("villages.csv"), rows);
    }

    private List<String> places(String article) {
        return desk.jdbc.sql("""
                        select p.place_id from event_place p join report r on r.event_id = p.event_id
                        join article a on a.id = r.article_id join document d on d.id = a.document_id where d.name = ?""").param(article).query(String.class).list();
    }

    @Test
    void anImportMovesEventsAndTakingItBackPutsThemWhereTheyWere() throws Exception {
        var changes = changes(AT_ONCE);
        var files = new PlaceImports(gazetteers(), changes);
        var curation = curation(changes);
        var before = desk.events();
        var findings = desk.findings();
        assertThat(places("killing")).doesNotContain("marsad:tilgambara");

        var rehearsed = files.rehearse(file(VILLAGES), "villages", true, Progress.NONE);
        assertThat(rehearsed.mentions().stream().filter(one -> "marsad:tilgambara".equals(one.after())))
                .hasSize(2);
        assertThat(rehearsed.eventsChanged()).isEqualTo(2);
        assertThat(rehearsed.affected()).isLessThan(articles.size());
        assertThat(desk.events()).isEqualTo(before);
        assertThat(curation.history(Long.MAX_VALUE, 9)).isEmpty();

        var change =
                files.take(file(VILLAGES), "villages", "admin", Progress.NONE).orElseThrow();
        assertThat(change.kind()).isEqualTo("importFile");
        assertThat(change.by()).isEqualTo("admin");
        assertThat(files.findWaiting()).isEmpty();
        assertThat(places("killing")).containsExactly("marsad:tilgambara");
        assertThat(places("attack")).containsExactly("marsad:tilgambara");
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));
        var effect = curation.findEffect(change.version()).orElseThrow();
        assertThat(effect.exact()).isTrue();
        assertThat(effect.eventsChanged()).isEqualTo(rehearsed.eventsChanged());
        assertThat(effect.mentions()).isEqualTo(rehearsed.mentions());
        assertThat(effect.borders()).isEqualTo(rehearsed.borders());

        assertThat(curation.rehearseUndo(change.version(), true, Progress.NONE).eventsChanged())
                .isEqualTo(2);
        var undone = curation.undo(change.version(), "admin", Why.UNSAID, Progress.NONE);
        assertThat(undone.undoes()).isEqualTo(change.version());
        assertThat(files.list()).isEmpty();
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.findings()).isEqualTo(findings);
        assertThatThrownBy(() -> curation.undo(change.version(), "admin", Why.UNSAID, Progress.NONE))
                .isInstanceOf(UndoRefused.class);

        curation.undo(undone.version(), "admin", Why.UNSAID, Progress.NONE);
        assertThat(files.list())
                .singleElement()
                .isEqualTo(change.files().getFirst().after());
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));
        assertThat(places("killing")).containsExactly("marsad:tilgambara");
    }

    @Test
    void aFileThatWasReplacedSinceIsNotTakenBackBeforeTheOtherIs() throws Exception {
        var changes = changes(AT_ONCE);
        var files = new PlaceImports(gazetteers(), changes);
        var curation = curation(changes);
        var first =
                files.take(file(VILLAGES), "villages", "admin", Progress.NONE).orElseThrow();
        var moved = files.take(file(VILLAGES.replace("14.61", "14.75")), "villages", "admin", Progress.NONE)
                .orElseThrow();
        assertThat(moved.kind()).isEqualTo("replaceFile");
        assertThat(moved.events()).isEqualTo(2);
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));

        assertThatThrownBy(() -> curation.undo(first.version(), "admin", Why.UNSAID, Progress.NONE))
                .isInstanceOfSatisfying(
                        UndoRefused.class,
                        refused -> assertThat(refused.later()).isEqualTo(moved.version()));
        curation.undo(moved.version(), "admin", Why.UNSAID, Progress.NONE);
        assertThat(files.list())
                .singleElement()
                .isEqualTo(first.files().getFirst().after());
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));
        assertThat(curation.history(Long.MAX_VALUE, 9)).hasSize(3);
    }

    @Test
    void aServerThatStartsAgainGoesOnAndAnEditMayComeInBetween() throws Exception {
        var killed = changes(NEVER);
        var before = desk.events();
        var version = new PlaceImports(gazetteers(), killed)
                .take(file(VILLAGES), "villages", "admin", Progress.NONE)
                .orElseThrow()
                .version();
        assertThat(killed.findWaiting().orElseThrow().left()).isPositive();
        assertThat(desk.events()).isEqualTo(before);

        // The place is known, though its articles still wait; one of them is edited for, and another comes in.
        desk.writeNames("geonames:2455290"::equals);
        var kayes = desk.curation.find("geonames:2455290").orElseThrow();
        desk.curation.apply(
                new PlaceEdit.AddAlias(
                        kayes.id(), kayes.version(), PlaceLabel.of("Tilgambara", null, NameKind.VARIANT)),
                "admin",
                Why.UNSAID,
                Progress.NONE);
        articles.add(Map.entry("later", KILLING.replace("four", "five").replace("4 June", "9 June")));
        desk.take("later", null, articles.getLast().getValue());

        desk = new Desk(database, gazetteers().load(List.of()));
        var again = changes(AT_ONCE);
        assertThat(again.findWaiting()).isPresent();
        again.resumeAtStart();
        assertThat(again.findWaiting()).isEmpty();
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));
        assertThat(curation(again).findEffect(version).orElseThrow().exact()).isTrue();
        assertThat(curation(again).history(Long.MAX_VALUE, 9)).hasSize(2);
    }

    @Test
    void whatWasImportedBesideAServerIsFollowedWhenOneStarts() throws Exception {
        changes(AT_ONCE);
        new GazetteerImporter(gazetteers().imports(), List.of(desk.store.live().sources()), new Quiet())
                .run(file(VILLAGES), "villages");
        desk = new Desk(database, gazetteers().load(List.of()));
        var changes = changes(AT_ONCE);
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));
        assertThat(places("killing")).containsExactly("marsad:tilgambara");
        assertThat(curation(changes).history(Long.MAX_VALUE, 9)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("importFile");
            assertThat(change.by()).isEqualTo("./marsad gazetteer");
        });
        // Nothing is left to follow.
        changes(AT_ONCE);
        assertThat(curation(changes).history(Long.MAX_VALUE, 9)).hasSize(1);
    }

    private static final class Quiet implements GazetteerImporter.Listener {
        @Override
        public void read(int rows) {}

        @Override
        public void rejected(String file, int line, String reason) {}
    }
}
