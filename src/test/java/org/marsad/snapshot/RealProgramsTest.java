package org.marsad.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventCounter;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.SymbolsBy;
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

/** One view in each language and format, as the programs see it that people open it with. The files stay in target/real-programs. */
@PostgisTest
class RealProgramsTest {
    private static final EventFilter CORRIDOR =
            EventFilter.ALL.withCorridor(new CorridorFilter(new BorderId("ML", "SN"), 50));
    private static final Map<Language, String> TITLES = Map.of(
            Language.AR, "الحوادث على طول الحدود بين مالي والسنغال",
            Language.FR, "Événements le long de la frontière Mali–Sénégal",
            Language.EN, "Events along the border of Mali and Senegal");

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final Path seen = Path.of("target/real-programs");
    private final Map<Language, Snapshot> issued = new EnumMap<>(Language.class);

    RealProgramsTest(DataSource database, JdbcClient jdbc, @TempDir Path directory) throws Exception {
        this.jdbc = jdbc;
        jdbc.sql("truncate event, document cascade").update();
        Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
        jdbc.sql("truncate snapshot, snapshot_pack cascade").update();
        SampleEvents.write(jdbc);
        snapshots = new Snapshots(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                new SnapshotSettings(directory.resolve("snapshots"), "http://marsad.test", "Marsad test"),
                new SheetTexts(new Messages()),
                Drawing::sheets,
                Drawing::packs);
        Files.createDirectories(seen);
        for (var language : Language.values()) {
            var draft = new SnapshotDraft(
                    TITLES.get(language),
                    "",
                    "",
                    language,
                    language == Language.AR ? Digits.ARABIC_INDIC : Digits.WESTERN,
                    language == Language.FR ? Paper.A4_PORTRAIT : Paper.A4_LANDSCAPE,
                    SymbolsBy.TYPE,
                    96,
                    CORRIDOR,
                    null,
                    null);
            issued.put(language, snapshots.issue(draft, new Signer("briefer", true, false)));
        }
    }

    /** A copy that is there to be looked at afterwards. */
    private Path file(Language language, String name) throws Exception {
        var copy = seen.resolve(language.tag() + "-" + name);
        Files.write(copy, Files.readAllBytes(snapshots.file(issued.get(language).code(), name)));
        return copy;
    }

    /** What a sheet says in each format: its figures in the sheet's digits, its code and the beginning of its seal. */
    private List<String> said(Language language) {
        var snapshot = issued.get(language);
        return List.of(
                TITLES.get(language),
                switch (language) {
                    case AR -> "٣ أحداث";
                    case FR -> "3 événements";
                    case EN -> "3 events";
                },
                SnapshotCode.printed(snapshot.code()),
                snapshot.seal().substring(0, 16));
    }

    /** The title as it is read; of the rest poppler has the spaces between words and figures at the wrong side of these. */
    private void assertSaid(Language language, String text) {
        assertThat(text).as("%s", language).contains(TITLES.get(language));
        assertThat(squeezed(text))
                .as("%s", language)
                .contains(
                        said(language).stream().map(RealProgramsTest::squeezed).toList());
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", "");
    }

    @Test
    void pdfAndSvgAndSlidesSayTheSameInEachLanguage() throws Exception {
        Programs.need("pdftotext", "poppler-utils");
        for (var language : Language.values()) {
            var pdf = file(language, "sheet.pdf");
            file(language, "sheet.png");
            assertSaid(language, Programs.run("pdftotext", pdf.toString(), "-"));
            assertThat(Programs.run("pdffonts", pdf.toString()).lines().skip(2).toList())
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*\\s+yes\\s+yes\\s+yes.*"));
            assertSaid(
                    language,
                    Files.readString(file(language, "sheet.svg")).replaceAll("[\u2066-\u2069\u200E\u200F]", ""));
        }
    }

    @Test
    void anOfficeProgramOpensTheSlides() throws Exception {
        Programs.need("soffice", "LibreOffice");
        Programs.need("pdftotext", "poppler-utils");
        var command = new java.util.ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation="
                        + seen.resolve("office").toAbsolutePath().toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                seen.toString()));
        for (var language : Language.values()) {
            command.add(file(language, "sheet.pptx").toString());
        }
        // It names the result by the slides' name, where our own PDF is.
        for (var language : Language.values()) {
            Files.deleteIfExists(seen.resolve(language.tag() + "-sheet.pdf"));
        }
        Programs.run(command.toArray(String[]::new));
        for (var language : Language.values()) {
            var made = Files.move(
                    seen.resolve(language.tag() + "-sheet.pdf"),
                    seen.resolve(language.tag() + "-slides.pdf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertSaid(language, Programs.run("pdftotext", made.toString(), "-"));
            assertThat(Programs.run("pdfinfo", made.toString())).containsPattern(Pattern.compile("Pages:\\s+2\\b"));
        }
    }

    @Test
    void aGeographicProgramCountsWhatTheDashboardCounts() throws Exception {
        Programs.need("ogrinfo", "gdal-bin");
        long counted = new EventCounter(jdbc).count(CORRIDOR, Language.EN).total();
        for (var name : List.of("events.gpkg", "events.geojson", "events.kml", "events.csv")) {
            assertThat(Ogr.featuresOf(file(Language.EN, name))).as(name).isEqualTo(OptionalLong.of(counted));
        }
    }
}
