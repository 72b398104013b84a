package org.marsad.ui.snapshot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.store.ServerTest;
import org.marsad.ui.Accessibility;
import org.marsad.ui.Browser;
import org.marsad.ui.dashboard.SampleEvents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sheet's whole life in a real browser: frozen, found, downloaded, checked, changed under, refreshed, withdrawn. */
@ServerTest(database = "journeys")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotIT {
    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @TempDir
    private Path downloads;

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start("http://127.0.0.1:" + port);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void write() {
        jdbc.sql("truncate snapshot, snapshot_pack, snapshot_schedule cascade").update();
        SampleEvents.write(jdbc);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** From the dashboard to the page of what was issued; returns its code. */
    private String freeze(Page page, String title) {
        page.locator(".m-snap-button").click();
        var dialog = page.locator("vaadin-dialog[opened]");
        dialog.locator(".m-snap-preview img").waitFor();
        page.locator(".m-snap-form input[maxlength='500']").fill(title);
        page.locator(".m-snap-issue").click();
        var open = page.locator(".m-note a[href*='verify']");
        open.waitFor();
        open.click();
        page.locator(".m-verdict.m-good").waitFor();
        return page.url().replaceAll(".*/verify/", "").replaceAll("[?#].*", "");
    }

    private Path download(Page page, String file) {
        var got = page.waitForDownload(
                () -> page.locator("[data-file='" + file + "']").click());
        var path = downloads.resolve(got.suggestedFilename());
        got.saveAs(path);
        return path;
    }

    private static void check(Page page, Path file, String verdict) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        // Of this file: the verdict on the one before stands until the server has read the next.
        page.locator("[data-verdict='" + verdict + "']")
                .filter(new Locator.FilterOptions()
                        .setHasText(file.getFileName().toString()))
                .waitFor();
    }

    @ParameterizedTest
    @CsvSource({"en, Kayes this month, Issued here", "ar, كايس هذا الشهر, صدرت من هنا"})
    void freezesFindsDownloadsChecksAndWithdraws(String language, String title, String stands) throws IOException {
        try (var visit = browser.visit(1440, 900)) {
            var page = visit.signIn("briefer", "/?border=ML-SN&km=50&lang=" + language)
                    .page();
            page.locator(".m-chip-total").waitFor();
            var code = freeze(page, title);
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator(".m-verdict")).containsText(stands);
            assertThat(Accessibility.seriousFaults(page)).isEmpty();

            page.navigate("/snapshots?lang=" + language);
            page.locator(".m-snap-card").waitFor();
            assertThat(page.locator(".m-snap-card h2")).hasText(title);
            assertThat(page.locator(".m-snap-card img")
                            .evaluate("async i => { await i.decode(); return i.naturalWidth }"))
                    .isEqualTo(480);
            assertThat(Accessibility.seriousFaults(page)).isEmpty();

            page.navigate("/verify/" + code);
            var pdf = download(page, "sheet.pdf");
            assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            check(page, pdf, "issued");
            check(page, download(page, "sheet.pptx"), "issued");
            var manifest = download(page, "manifest.json");
            check(page, manifest, "issued");
            // Not its code: without that nobody could say what was altered.
            var altered = Files.readString(manifest).replaceFirst("\"frozenAt\":\"2", "\"frozenAt\":\"1");
            assertThat(altered).isNotEqualTo(Files.readString(manifest));
            check(page, Files.writeString(downloads.resolve("altered-" + language + ".json"), altered), "altered");
            check(page, Files.writeString(downloads.resolve("foreign.txt"), "a shopping list"), "unknown");
            assertThat(page.locator(".m-snap-withdraw").count()).isZero();
            assertThat(visit.errors()).isEmpty();

            try (var admin = browser.visit(1440, 900)) {
                var desk = admin.signIn("admin", "/verify/" + code + "?lang=" + language)
                        .page();
                desk.locator(".m-snap-withdraw").click();
                desk.locator("vaadin-dialog[opened] textarea").fill("A source was withdrawn");
                desk.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]")
                        .click();
                desk.locator(".m-verdict.m-bad").waitFor();
                assertThat(desk.locator(".m-verdict.m-bad")).containsText("A source was withdrawn");
                assertThat(admin.errors()).isEmpty();
            }
            page.navigate("/verify/" + code);
            check(page, pdf, "withdrawn");
            page.navigate("/snapshots");
            page.locator(".m-snap-card.m-withdrawn").waitFor();
        }
    }

    @Test
    void tellsWhatHasChangedAndIssuesARefreshedEdition() {
        try (var visit = browser.visit(1440, 900)) {
            var page = visit.signIn("briefer", "/").page();
            page.locator(".m-chip-total").waitFor();
            var code = freeze(page, "All");
            assertThat(page.locator(".m-since")).containsText("Nothing");
            jdbc.sql("update event set geom = ST_SetSRID(ST_Point(-11.44, 14.45), 4326) where id = 1")
                    .update();
            page.reload();
            assertThat(page.locator(".m-since [data-event='1']")).containsText("moved");
            page.locator(".m-snap-refresh").click();
            page.waitForURL(Pattern.compile(".*/verify/(?!" + code + ").*"));
            assertThat(page.locator(".m-since")).containsText("Nothing");
            assertThat(page.locator(".m-snap-record a[href='verify/" + code + "']"))
                    .isVisible();
            page.navigate("/verify/" + code);
            assertThat(page.locator(".m-verdict.m-old")).containsText("newer edition");
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    void analystsLookAndDownloadButDoNotIssue() {
        try (var visit = browser.visit(390, 844)) {
            var page = visit.signIn("analyst", "/").page();
            page.locator(".m-chip-total").waitFor();
            assertThat(page.locator(".m-snap-button").count()).isZero();
            page.navigate("/snapshots");
            assertThat(page.getByRole(AriaRole.HEADING, named("Snapshots"))).isVisible();
            assertThat(page.locator(".m-snap-plans").count()).isZero();
            page.navigate("/verify/0000-0000");
            assertThat(page.locator(".m-verdict.m-bad")).containsText("0000-0000");
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    void plansASavedViewForEachMorning() {
        try (var visit = browser.visit(1440, 900)) {
            var page = visit.signIn("briefer", "/").page();
            page.locator(".m-chip-total").waitFor();
            jdbc.sql(
                            "insert into saved_view (account, name, query) values ('briefer', 'Corridor', 'border=ML-SN&km=50')")
                    .update();
            page.navigate("/snapshots");
            page.locator(".m-plan").click();
            page.locator("vaadin-dialog[opened] vaadin-select").first().click();
            page.getByRole(AriaRole.OPTION, named("Corridor")).click();
            page.locator("vaadin-dialog[opened] vaadin-integer-field input").fill("7");
            page.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]").click();
            assertThat(page.locator("[data-schedule]")).containsText("the last 7 days");
            jdbc.sql("""
                    insert into snapshot_run (schedule_id, due_at, attempt, message)
                    select id, now(), 1, 'the disk is full' from snapshot_schedule""").update();
            page.reload();
            assertThat(page.locator("[data-schedule]")).containsText("the disk is full");
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    void looksRightInEveryLanguageSizeAndScheme() {
        // All of them where their pictures are wanted: -Dmarsad.screenshots=all.
        boolean all = "all".equals(System.getProperty("marsad.screenshots"));
        for (var language : all ? new String[] {"en", "fr", "ar"} : new String[] {"ar"}) {
            for (var scheme : all ? new String[] {"light", "dark"} : new String[] {"dark"}) {
                for (int[] size : all ? new int[][] {{1440, 900}, {390, 844}} : new int[][] {{390, 844}}) {
                    try (var visit = browser.visit(size[0], size[1])) {
                        var name = language + "-" + scheme + "-" + size[0];
                        var page = visit.page();
                        page.emulateMedia(new Page.EmulateMediaOptions()
                                .setColorScheme(
                                        scheme.equals("dark")
                                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                                : com.microsoft.playwright.options.ColorScheme.LIGHT));
                        visit.signIn("briefer", "/?lang=" + language);
                        page.locator(".m-chip-total").waitFor();
                        page.locator(".m-snap-button").click();
                        page.locator(".m-snap-preview img").waitFor();
                        visit.screenshot("snapshot-dialog-" + name);
                        page.locator(".m-snap-issue").click();
                        page.locator(".m-note a[href*='verify']").click();
                        page.locator(".m-snap-record img").waitFor();
                        visit.screenshot("snapshot-verify-" + name);
                        page.navigate("/snapshots");
                        page.locator(".m-snap-card img").first().waitFor();
                        visit.screenshot("snapshot-gallery-" + name);
                        // Nothing is wider than the window.
                        assertThat((Boolean) page.evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                                .as(name)
                                .isTrue();
                        assertThat(visit.errors()).isEmpty();
                    }
                }
            }
        }
    }
}
