package org.marsad.ui.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.store.ServerTest;

/** What became of events, what is wrong with them, views by name, and the keys. */
@ServerTest(database = "journeys")
class EvidenceIT extends Journey {
    @BeforeEach
    void writeAgain() {
        SampleEvents.write(jdbc);
    }

    @Test
    void showsWhatChangedSinceTheLastVisitAndMarksItInTheList() {
        jdbc.sql("update event set created_at = now() - interval '3 days'").update();
        jdbc.sql("insert into account_visit values ('analyst', now() - interval '2 days', null)")
                .update();
        jdbc.sql("update event set fatalities_best = 9, fatalities_high = 9 where id = 1")
                .update();
        var page = open("analyst", "/");
        assertThat(page.locator(".m-event[data-event='1'] .m-tag-corrected")).isVisible();
        page.locator(".m-changed").click();
        assertThat(page.locator(".m-kind")).hasText("corrected 1");
        assertThat(page.locator(".m-difference .m-was")).hasText("3 deaths");
        assertThat(page).hasURL(Pattern.compile("changes=visit"));
        page.locator(".m-change .m-event").click();
        assertThat(page.locator(".m-detail h2")).hasText("Attack · Diboli");
        visit.screenshot("changes-en");
    }

    @Test
    void reportsAWrongPlaceForTheAdminToDecide() {
        var page = open("analyst", "/?event=1");
        page.locator(".m-report").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to the admin"))
                .click();
        // The words are read aloud too, in an element of their own that comes and goes.
        assertThat(page.locator("vaadin-text-area [slot=error-message]")).hasText("Say what is wrong.");
        page.locator("vaadin-text-area textarea").fill("This is another Diboli");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to the admin"))
                .click();
        assertThat(page.locator(".m-reports")).containsText("not decided yet");
        try (var admin = browser.visit(1440, 900)) {
            admin.signIn("admin", "/reports");
            var card = admin.page().locator(".m-job");
            assertThat(card).containsText("This is another Diboli");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                    .click();
            assertThat(admin.page().locator(".m-job")).hasCount(0);
            assertThat(admin.page().locator(".m-pages-count")).isHidden();
            assertThat(admin.page().locator(".m-nothing")).containsText("No report waits.");
        }
    }

    @Test
    void keepsAViewByANameAndOpensItByTheAddress() {
        var page = open("analyst", "/?type=ASSAULT");
        page.locator("marsad-map .map").focus();
        page.keyboard().press("s");
        page.locator("vaadin-dialog input, vaadin-dialog-overlay input").fill("هجمات");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.getByText("Saved as “هجمات”")).isVisible();
        page.navigate("/?view=هجمات");
        assertThat(page.locator(".m-chip-total")).hasText("2 events");
        assertThat(page).hasURL(Pattern.compile("type=ASSAULT"));
    }

    @Test
    void givesAViewAnotherNameHandsItOnDeletesItAndBringsItBack() {
        jdbc.sql("delete from saved_view").update();
        jdbc.sql("insert into saved_view (account, name, query) values ('analyst', 'Attacks', 'type=ASSAULT')")
                .update();
        var page = open("analyst", "/");
        page.locator(".m-views vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Rename, share or delete"))
                .click();
        var row = page.locator(".m-views-row");
        row.locator("input").fill("هجمات");
        page.keyboard().press("Enter");
        assertThat(row.locator("[slot=helper]")).hasText("Renamed");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Share “هجمات”"))
                .click();
        assertThat(page.locator(".m-views-address input"))
                .hasValue(Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\?type=ASSAULT"));
        assertThat(page.locator(".m-views-address input")).isFocused();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete “هجمات”"))
                .click();
        assertThat(page.locator(".m-nothing")).containsText("Nothing saved yet.");
        page.locator(".m-note vaadin-button").click();
        assertThat(row.locator("input")).hasValue("هجمات");
    }

    @Test
    void goesFromEventToEventAndBackByKeys() {
        var page = open("analyst", "/");
        page.locator(".m-event").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".m-event").nth(1)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".m-detail h2")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".m-results-list")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator(".m-keys")).isVisible();
    }
}
