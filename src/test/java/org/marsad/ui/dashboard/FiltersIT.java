package org.marsad.ui.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.marsad.store.ServerTest;

/** Each part of the filter, by mouse and by keyboard, and the ways back. */
@ServerTest(database = "journeys")
class FiltersIT extends Journey {
    private static void unfold(Page page, String section) {
        page.locator("[data-section=" + section + "] > summary").click();
    }

    private static void total(Page page, String text) {
        assertThat(page.locator(".m-chip-total")).hasText(text);
    }

    /**
     * The browser's router marks an address that the server wrote as told, and takes the mark off in an effect after the
     * address is in the bar. A step back between the two, which no hand is quick enough for, would be taken for the same.
     */
    private static void letTheRouterSettle(Page page) {
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
    }

    @Test
    void narrowsByKindRoleCountryPrecisionDeathsAndDataSet() {
        var page = open("/");
        unfold(page, "parts");
        page.locator(".m-facet[data-id=rebel]").click();
        total(page, "2 events");
        page.locator(".m-facet[data-id=perpetrator]").click();
        total(page, "2 events");
        unfold(page, "where");
        page.locator(".m-facet[data-id=ML]").first().click();
        unfold(page, "certainty");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("exactly").setExact(true))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("1+").setExact(true))
                .click();
        total(page, "1 event");
        unfold(page, "origin");
        page.locator(".m-facet[data-id=articles]").click();
        assertThat(page)
                .hasURL(Pattern.compile("(?=.*kind=rebel)(?=.*role=perpetrator)(?=.*country=ML)(?=.*precision=1)"
                        + "(?=.*deaths=1)(?=.*source=articles)"));
        assertThat(page.locator(".m-chips")).containsText("as perpetrator");
        assertThat(page.locator(".m-chips")).containsText("place known exactly");
        assertThat(page.locator(".m-chips")).containsText("at least 1 death");
        assertThat(page.locator("[data-section=parts] .m-section-chosen")).hasText("2");
        visit.screenshot("filters-en");
    }

    @Test
    void goesBackAndForwardByTheBrowserAndBackByUndo() {
        var page = open("/");
        page.locator(".m-facet[data-id=ASSAULT]").click();
        total(page, "2 events");
        page.locator(".m-facet[data-id=test-army]").click();
        total(page, "1 event");
        // The address is written a moment after the counts; only then is there a step to go back.
        assertThat(page).hasURL(Pattern.compile("(?=.*actor=test-army)(?=.*type=ASSAULT)"));
        letTheRouterSettle(page);
        page.goBack();
        total(page, "2 events");
        assertThat(page.locator(".m-facet[data-id=ASSAULT]")).hasAttribute("aria-pressed", "true");
        page.goForward();
        total(page, "1 event");
        page.locator(".m-undo").click();
        total(page, "2 events");
        page.locator(".m-undo").click();
        total(page, "4 events");
        assertThat(page.locator(".m-undo")).hasCount(0);
    }

    @Test
    void keepsTheFocusOnTheRowThatTheKeyboardPressed() {
        var page = open("/");
        page.locator(".m-facet[data-id=test-army]").focus();
        page.keyboard().press("Enter");
        total(page, "2 events");
        assertThat(page.locator(".m-facet[data-id=test-army]")).isFocused();
        page.keyboard().press("Enter");
        total(page, "4 events");
    }

    @Test
    void saysADrawnAreaInWordsAndTakesItAway() {
        var page = open("/?area=circle:-12.2,14.4,60");
        assertThat(page.locator(".m-chips")).containsText("within 60 km of");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Remove: within 60 km")))
                .click();
        total(page, "4 events");
    }

    @Test
    void findsWordsInArabicHoweverTheyAreSpelled() {
        var page = open("/");
        page.locator(".m-search input").fill("دِيبُولى");
        page.keyboard().press("Enter");
        total(page, "1 event");
        assertThat(page).hasURL(Pattern.compile("q="));
        // The list keeps rows that it does not need for later.
        assertThat(page.locator(".m-event:visible")).hasCount(1);
        page.locator(".m-event:visible").click();
        assertThat(page.locator(".m-detail h2")).hasText("Attack · Diboli");
    }

    @Test
    void narrowsByRegionLanguageAndActorsKind() {
        var page = open("/");
        unfold(page, "where");
        page.locator(".m-facet[data-id='ML:Kayes']").click();
        total(page, "1 event");
        unfold(page, "origin");
        page.locator(".m-facet[data-id=fr]").click();
        total(page, "1 event");
        assertThat(page).hasURL(Pattern.compile("(?=.*region=ML)(?=.*language=fr)"));
        assertThat(page.locator(".m-chips")).containsText("Kayes");
    }

    @Test
    void leavesOutTheUndatedByTheSwitchAndByTheTimeline() {
        var page = open("/");
        page.locator("vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("undated", Pattern.CASE_INSENSITIVE)))
                .click();
        total(page, "3 events");
        assertThat(page).hasURL(Pattern.compile("undated=no"));
        page.locator("marsad-timeline .side button").click();
        total(page, "4 events");
    }

    @Test
    void choosesAPresetOfTimeAndADayOfTheCalendar() {
        var page = open("/");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("30 days").setExact(false))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile("last=30d"));
        var from = page.locator("vaadin-date-picker input").first();
        from.fill("1.2.2025");
        from.press("Enter");
        assertThat(page).hasURL(Pattern.compile("from=2025-02-01"));
    }

    @Test
    void theAddressOfEveryFilterOpensTheSameViewAgain() {
        var address =
                "/?lang=en&from=2025-01-01&to=2025-03-01&undated=no&actor=test-group&role=perpetrator&border=ML-SN&km=50"
                        + "&country=ML&region=ML:Kayes&type=ASSAULT&language=fr&precision=1&deaths=2&q=Diboli";
        var page = open(address);
        total(page, "1 event");
        var chips = page.locator(".m-chips").innerText();
        page.locator(".m-event:visible").click();
        assertThat(page).hasURL(Pattern.compile("event=1"));
        var other = page.url();
        page.navigate("about:blank");
        page.navigate(other);
        ready(page);
        total(page, "1 event");
        assertThat(page.locator(".m-chips").innerText()).isEqualTo(chips);
        assertThat(page.locator(".m-detail h2")).hasText("Attack · Diboli");
    }

    @Test
    void isUsedFromEndToEndByTheKeyboardAlone() {
        var page = open("/?lang=ar");
        page.locator(".m-search input").focus();
        page.keyboard().type("ديبولي");
        page.keyboard().press("Enter");
        total(page, "حدث واحد");
        settled(page);
        // The list keeps rows that it does not need for later.
        assertThat(page.locator(".m-event:visible")).hasCount(1);
        page.locator(".m-event:visible").focus();
        assertThat(page.locator(".m-event:visible")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".m-detail h2")).isFocused();
        assertThat(page.locator(".m-source-text[lang=ar] mark")).hasText("مسلحين هاجموا ديبولي يوم الخميس");
        page.keyboard().press("Escape");
        assertThat(page.locator(".m-results-list")).isVisible();
    }

    @Test
    void aRowKeepsTheFocusWhenTheListIsDrawnAgainUnderIt() {
        var page = open("/");
        total(page, "4 events");
        settled(page);
        var row = page.locator(".m-event:visible").filter(new Locator.FilterOptions().setHasText("Diboli"));
        row.focus();
        // As a change of the data does it: the same list, drawn anew.
        page.evaluate("() => { const row = document.activeElement; const again = row.cloneNode(true);"
                + " row.parentNode.replaceChild(again, row); }");
        assertThat(row).isFocused();
        // The server knows nothing of the copy, as it knows nothing of a row that it has replaced by then.
        page.keyboard().press("Enter");
        assertThat(page.locator(".m-detail h2")).isFocused();
        page.keyboard().press("Escape");
        // The row that was open gets the focus back.
        assertThat(row).isFocused();
        page.locator(".m-search input").focus();
        page.evaluate("() => { const row = [...document.querySelectorAll('.m-event')][0];"
                + " row.parentNode.replaceChild(row.cloneNode(true), row); }");
        assertThat(page.locator(".m-search input")).isFocused();
    }
}
