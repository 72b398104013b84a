package org.marsad.ui.curation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.ingest.ImportJobs;
import org.marsad.store.ServerTest;
import org.marsad.ui.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A village that the gazetteer lacks: reported, made, seen on the map, and taken back. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CurationIT {
    private static final String ARTICLE = """
            هجوم في غرب مالي

            هاجم مسلحون قرية تمبلغورا في منطقة كايس غرب مالي يوم الثلاثاء 1 يوليو 2025 وقتلوا أربعة مدنيين، وقال الجيش المالي إنه أرسل تعزيزات إلى المكان.
            """;

    private static final String RAID = """
            غارة قرب كيدال

            هاجم مقاتلون من سرايا الوادي بلدة تيساليت في منطقة كيدال شمال مالي يوم الجمعة 7 مارس 2025 وقتلوا ثلاثة جنود، وقال الجيش المالي إنه أرسل تعزيزات إلى المكان.
            """;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        // Rehearsing takes seconds, and longer on a machine that does other work too.
        PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
        browser = Browser.start("http://127.0.0.1:" + port);
        var file = directory.resolve("attack.jsonl");
        Files.writeString(file, line("attack", "2025-07-02", ARTICLE) + line("raid", "2025-03-08", RAID));
        var job = jobs.submit(List.of(file), "attack.jsonl", "admin");
        await(() -> jobs.get(job.id()).state().isOver());
    }

    private static String line(String id, String published, String text) {
        return "{\"document\": \"" + id + "\", \"published\": \"" + published + "\", \"text\": \""
                + text.strip().replace("\n", "\\n") + "\"}\n";
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void await(Supplier<Boolean> done) throws InterruptedException {
        var patience = Instant.now().plus(Duration.ofSeconds(90));
        while (!done.get()) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(150);
        }
    }

    /** The events as the map's readers get them, once the read model has followed. */
    private static String events(Page page) {
        return (String) page.evaluate("async () => (await fetch('api/v1/map/events?lang=en')).text()");
    }

    private long event() {
        return jdbc.sql("""
                        select r.event_id from report r join article a on a.id = r.article_id
                        where a.title = 'هجوم في غرب مالي' limit 1""").query(Long.class).single();
    }

    @Test
    @Order(1)
    void aMissingVillageIsReportedMadeRehearsedAppliedAndTakenBack() throws Exception {
        try (var analyst = browser.visit(1440, 900);
                var admin = browser.visit(1440, 900)) {
            analyst.signIn("analyst", "/?event=" + event());
            var map = analyst.page();
            map.locator(".m-report").waitFor();
            var before = events(map);
            report(map);
            admin.signIn("admin", "/reports");
            make(admin);
            await(() -> !events(map).equals(before));
            map.navigate("/?event=" + event());
            assertThat(map.locator(".m-detail h2")).containsText("Tambalgoura");
            await(() -> Boolean.TRUE.equals(
                    map.evaluate("id => Boolean(document.querySelector('marsad-map').pixelOf(id))", (int) event())));
            analyst.screenshot("curation-village-en");
            takeBack(admin);
            await(() -> events(map).equals(before));
            assertThat(analyst.errors()).isEmpty();
            assertThat(admin.errors()).isEmpty();
        }
    }

    private static void report(Page page) {
        page.locator(".m-report").click();
        page.locator("vaadin-text-area textarea").fill("It was in the village of Tambalgoura, not somewhere in Kayes");
        var suggestion =
                page.locator("vaadin-dialog vaadin-combo-box input, vaadin-dialog-overlay vaadin-combo-box input");
        suggestion.fill("Tambalgoura");
        suggestion.press("Enter");
        button(page, "Send to the admin").click();
        assertThat(page.locator(".m-reports")).containsText("not decided yet");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void field(Page page, String label, String value) {
        var field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
        field.fill(value);
        field.press("Tab");
    }

    private static void choose(Page page, Locator box, String item) {
        box.fill(item);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + item + "\\s*$")))
                .click();
        assertThat(box).hasValue(item);
    }

    private static void make(Browser.Visit admin) {
        var page = admin.page();
        page.getByText(Pattern.compile("Make .?Tambalgoura")).click();
        assertThat(page.locator(".m-place-panel h2")).hasText("New place");
        field(page, "Latitude", "14.6");
        field(page, "Longitude", "-11.5");
        choose(page, page.getByLabel("Country").first(), "Mali");
        button(page, "Add a name").click();
        page.locator(".m-name-form vaadin-text-field input").first().fill("تمبلغورا");
        choose(page, page.locator(".m-name-form vaadin-combo-box input"), "Arabic");
        button(page, "Keep").click();
        assertThat(page.locator(".m-names vaadin-grid")).containsText("تمبلغورا");
        assertThat(page.locator(".m-why input")).hasValue(Pattern.compile("Report .* of analyst"));
        page.locator(".m-why textarea").fill("The article names it, and the survey has it");
        admin.screenshot("curation-new-place-en");
        button(page, "Rehearse").click();
        var rehearsal = page.locator(".m-rehearsal");
        assertThat(rehearsal
                        .locator("[data-figure=moved], [data-figure=appeared]")
                        .first())
                .isVisible();
        assertThat(rehearsal.locator(".m-effect").first()).containsText("Tambalgoura");
        assertThat(rehearsal.locator(".m-marked").first()).hasText("تمبلغورا");
        admin.screenshot("curation-rehearsal-en");
        button(page, "Apply").click();
        assertThat(page.locator(".m-place-panel h2")).hasText("Tambalgoura");
    }

    private static void takeBack(Browser.Visit admin) {
        var page = admin.page();
        page.navigate("/gazetteer/history");
        page.locator(".m-queue-row").first().click();
        assertThat(page.locator(".m-diff")).containsText("تمبلغورا");
        admin.screenshot("curation-history-en");
        button(page, "Take back …").click();
        assertThat(page.locator(".m-rehearsal .m-effect").first()).isVisible();
        button(page, "Apply").click();
        assertThat(page.locator(".m-queue-row").nth(1)).containsText("taken back");
        assertThat(page.locator(".m-queue-row").first()).containsText("Undo");
    }

    private int eventsOf(String actor) {
        return jdbc.sql("select count(*) from event_actor where actor_id = ?")
                .param(actor)
                .query(Integer.class)
                .single();
    }

    @Test
    @Order(2)
    void anAliasOfAnActorIsRehearsedAppliedAndTakenBack() {
        try (var admin = browser.visit(1440, 900)) {
            var page = admin.signIn("admin", "/gazetteer/actors").page();
            page.locator(".m-search-places input").fill("نصرة الاسلام");
            page.locator("vaadin-grid .m-place-name")
                    .filter(new Locator.FilterOptions().setHasText("Nusrat al-Islam"))
                    .first()
                    .click();
            assertThat(page.locator(".m-actor-panel h2")).containsText("Nusrat al-Islam");
            button(page, "Add a name").click();
            page.locator(".m-name-form vaadin-text-field input").fill("سرايا الوادي");
            page.locator(".m-name-form vaadin-select").click();
            page.locator("vaadin-select-item")
                    .filter(new Locator.FilterOptions().setHasText("Arabic"))
                    .click();
            button(page, "Keep").click();
            assertThat(page.locator(".m-aliases").first()).containsText("سرايا الوادي");
            why(page);
            button(page, "Rehearse").click();
            var rehearsal = page.locator(".m-rehearsal");
            assertThat(rehearsal.locator(".m-actor-difference .m-after").first())
                    .containsText("Nusrat al-Islam");
            assertThat(rehearsal.locator(".m-marked").first()).hasText("سرايا الوادي");
            admin.screenshot("curation-actor-rehearsal-en");
            assertThat(eventsOf("jnim")).isZero();
            button(page, "Apply").click();
            assertThat(page.locator(".m-actor-panel .m-place-facts")).containsText("Version");
            assertThat(eventsOf("jnim")).isPositive();

            page.navigate("/gazetteer/history");
            page.locator(".m-queue-row").first().click();
            button(page, "Take back …").click();
            assertThat(page.locator(".m-rehearsal .m-effect").first()).isVisible();
            button(page, "Apply").click();
            assertThat(page.locator(".m-queue-row").nth(1)).containsText("taken back");
            assertThat(eventsOf("jnim")).isZero();
            assertThat(admin.errors()).isEmpty();
        }
    }

    @Test
    void aFileOfPlacesIsLookedThroughBeforeAnythingIsKept(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("villages.csv"), """
                id,name,lat,lon,country
                marsad:tilgambara,Tilgambara,14.61,-11.52,ML
                marsad:nowhere,Nowhere,99,-11.52,ML
                """);
        try (var admin = browser.visit(1440, 900)) {
            var page = admin.signIn("admin", "/gazetteer/files").page();
            page.locator("vaadin-upload input[type=file]").setInputFiles(file);
            assertThat(page.locator(".m-place-file [data-figure=added] .m-figure-number"))
                    .hasText("1");
            assertThat(page.locator(".m-place-file .m-file-row")).containsText("line 3");
            assertThat(button(page, "Import")).isEnabled();
            admin.screenshot("curation-file-en");
            button(page, "Discard").click();
            assertThat(page.locator(".m-place-file")).hasCount(0);
            assertThat(admin.errors()).isEmpty();
        }
    }

    @Test
    void aFileOfPlacesIsImportedAndTakenBackInTheHistory(@TempDir Path directory) throws Exception {
        var file = Files.writeString(
                directory.resolve("hamlets.csv"),
                "id,name,lat,lon,country\nmarsad:tilgambara,Tilgambara,14.61,-11.52,ML\n");
        try (var admin = browser.visit(1440, 900)) {
            var page = admin.signIn("admin", "/gazetteer/files").page();
            page.locator("vaadin-upload input[type=file]").setInputFiles(file);
            button(page, "Import").click();
            assertThat(page.locator("[data-file=hamlets]")).isVisible();
            admin.screenshot("curation-file-imported-en");
            page.navigate("/gazetteer/history");
            var first = page.locator(".m-queue-row").first();
            assertThat(first).containsText("File imported");
            first.click();
            assertThat(page.locator(".m-place-side [data-figure=added]")).containsText("1");
            admin.screenshot("curation-file-history-en");
            button(page, "Take back …").click();
            button(page, "Apply").click();
            assertThat(page.locator(".m-queue-row").nth(1)).containsText("taken back");
            page.navigate("/gazetteer/files");
            assertThat(page.locator("[data-file=hamlets]")).hasCount(0);
            assertThat(admin.errors()).isEmpty();
        }
    }

    @Test
    void theIrregularFormsOfAWordAreFieldsOfTheirOwn() {
        try (var admin = browser.visit(1440, 900)) {
            var page = admin.signIn("admin", "/gazetteer/triggers?q=himself").page();
            var row = page.locator("vaadin-grid .m-place-name").first();
            assertThat(row).hasText("blow himself up");
            row.click();
            assertThat(page.locator(".m-trigger-panel h2")).hasText("blow himself up");
            assertThat(page.getByLabel("Base form", exact())).hasValue("blow");
            assertThat(page.getByLabel("Past", exact())).hasValue("blew");
            assertThat(page.getByLabel("Past participle", exact())).hasValue("blown");
            assertThat(page.getByLabel("Words that follow", exact())).hasValue("himself up");
            field(page, "Past participle", "");
            assertThat(page.locator(".m-lemma vaadin-text-field[invalid]")).containsText("This form is missing too.");
            why(page);
            button(page, "Rehearse").click();
            assertThat(page.locator(".m-trigger-panel")).containsText("Mend the marked fields first.");
            field(page, "Past participle", "blowed");
            assertThat(page.locator(".m-forms")).containsText("blowed himself up");
            admin.screenshot("curation-trigger-forms-en");
            button(page, "Rehearse").click();
            assertThat(page.locator(".m-rehearsal .m-figures-row")).isVisible();
            assertThat(admin.errors()).isEmpty();
        }
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void twoAdminsWhoEditOnePlaceAreShownBothEditsAndCanKeepBoth() {
        try (var one = browser.visit(1440, 900);
                var other = browser.visit(1440, 900)) {
            var mine = one.signIn("admin", "/gazetteer?place=geonames:2460596").page();
            var theirs =
                    other.signIn("admin", "/gazetteer?place=geonames:2460596").page();
            button(mine, "Add a name").click();
            mine.locator(".m-name-form vaadin-text-field input").first().fill("Bamako-Coura");
            button(mine, "Keep").click();
            button(theirs, "Move").click();
            field(theirs, "Latitude", "12.64");
            why(theirs);
            button(theirs, "Rehearse").click();
            button(theirs, "Apply").click();
            assertThat(theirs.locator(".m-place-facts")).containsText("Version");

            why(mine);
            button(mine, "Rehearse").click();
            assertThat(mine.locator(".m-conflict h2")).hasText("Another admin changed this place");
            assertThat(mine.locator(".m-conflict table")).containsText("12.64");
            assertThat(mine.locator(".m-conflict table")).containsText("Bamako-Coura");
            one.screenshot("curation-conflict-en");
            button(mine, "Rehearse both together").click();
            button(mine, "Apply").click();
            assertThat(mine.locator(".m-names vaadin-grid")).containsText("Bamako-Coura");
            mine.locator("[data-act=move]").click();
            assertThat(mine.getByLabel("Latitude", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("12.64");
        }
    }

    @Test
    void aPlaceOpensOnAPhoneInArabicWithItsPinOnTheMap() throws Exception {
        try (var visit = browser.visit(390, 844)) {
            var page = visit.signIn("admin", "/gazetteer?place=geonames:2460596&lang=ar")
                    .page();
            assertThat(page.locator(".m-place-panel h2")).isVisible();
            assertThat(page.locator(".m-places")).isHidden();
            await(() -> Boolean.TRUE.equals(
                    page.evaluate("() => Boolean(document.querySelector('marsad-place-map').drawn.pin)")));
            assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            assertThat(
                            page.evaluate(
                                    "() => [...document.querySelectorAll('.m-pages a')].filter(page => {"
                                            + " const box = page.getBoundingClientRect();"
                                            + " return box.left < 0 || box.right > innerWidth || page.scrollWidth > page.clientWidth; }).length"))
                    .isEqualTo(0);
            visit.screenshot("curation-place-ar-phone");
            page.locator(".m-place-panel .m-back").click();
            assertThat(page.locator(".m-places")).isVisible();
            await(() -> Boolean.TRUE.equals(
                    page.evaluate("() => document.querySelector('marsad-place-map').drawn.pin === null")));
            assertThat(visit.errors()).isEmpty();
        }
    }

    private static void why(Page page) {
        page.locator(".m-why input").fill("A survey");
        page.locator(".m-why textarea").fill("It was found so");
    }
}
