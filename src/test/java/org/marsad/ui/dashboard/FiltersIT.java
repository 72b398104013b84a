package org.marsad.ui.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marsad.store.ServerTest;
import org.marsad.ui.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each part of the filter, by mouse and by keyboard, and the ways back. */
@ServerTest(database = "journeys")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiltersIT {
    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser browser;
    private Browser.Visit visit;

    @BeforeAll
    void start() {
        SampleEvents.write(jdbc);
        browser = Browser.start("http://127.0.0.1:" + port);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void visit() {
        visit = browser.visit(1440, 900);
    }

    @AfterEach
    void leave() {
        assertThat(visit.errors()).isEmpty();
        visit.close();
    }

    private Page open(String path) {
        visit.signIn("analyst", path);
        visit.page().locator(".m-chip-total").waitFor();
        return visit.page();
    }

    private static void unfold(Page page, String section) {
        page.locator("[data-section=" + section + "] > summary").click();
    }

    private static void total(Page page, String text) {
        assertThat(page.locator(".m-chip-total")).hasText(text);
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
}
