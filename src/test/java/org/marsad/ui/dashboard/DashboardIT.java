package org.marsad.ui.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.marsad.store.ServerTest;

/** What an analyst does, in a real browser. */
@ServerTest(database = "journeys")
class DashboardIT extends Journey {
    private static void waitForEvents(Page page, int events) {
        try {
            page.waitForFunction(
                    "n => document.querySelector('marsad-map').drawn.events === n"
                            + " && document.querySelector('marsad-map').drawn.state === 'ready'",
                    events);
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "not " + events + " events but " + drawn(page) + "; filter "
                            + page.evaluate("() => document.querySelector('marsad-map').filter") + "; chips "
                            + page.locator(".m-chips").innerText() + "; at " + page.url(),
                    e);
        }
    }

    @Test
    void showsAPinALineAndAnAreaEachForWhatItIs() {
        var page = open("/");
        assertThat(drawn(page))
                .containsEntry("events", 4)
                .containsEntry("pins", 2)
                .containsEntry("lines", 1)
                .containsEntry("areas", 1);
        assertThat(page.locator(".m-chip-total")).hasText("4 events");
        visit.screenshot("dashboard-en");
    }

    @Test
    void filtersByActor() {
        var page = open("/");
        page.locator(".m-facet[data-id='test-group']").click();
        waitForEvents(page, 2);
        assertThat(page.locator(".m-chip-total")).hasText("2 events");
        assertThat(page).hasURL(Pattern.compile("actor=test-group"));
    }

    @Test
    void filtersByBorderCorridor() {
        var page = open("/");
        page.locator(".m-corridor .m-facet[data-id='ML-SN']").click();
        waitForEvents(page, 3);
        assertThat(page.locator(".m-inside")).hasText("2 certain, 1 possible");
        page.locator("vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText("Only what is certainly inside"))
                .click();
        waitForEvents(page, 2);
        visit.screenshot("corridor-en");
    }

    @Test
    void whoeverOpensTheAddressSeesTheSame() {
        var page = open("/?border=ML-SN&km=50&event=1&at=14.4500,-12.2000,8.00");
        waitForEvents(page, 3);
        page.locator(".m-facet[data-id='ASSAULT']").first().click();
        waitForEvents(page, 1);
        var address = page.url();
        try (var other = browser.visit(1440, 900)) {
            other.signIn("briefer", address);
            ready(other.page());
            waitForEvents(other.page(), 1);
            assertThat(other.page().locator(".m-chip-total")).hasText("1 event");
            assertThat(other.page().locator(".m-detail h2")).hasText("Attack · Diboli");
            assertThat(other.page()).hasURL(Pattern.compile("at=14\\.4500"));
        }
    }

    @Test
    void marksTheEvidenceInArabicFromRightToLeftAndRunsNothingOfASource() {
        var page = open("/?event=1");
        var text = page.locator(".m-source-text[lang=ar]");
        assertThat(text).hasAttribute("dir", "rtl");
        assertThat(text.locator("mark")).hasText("مسلحين هاجموا ديبولي يوم الخميس");
        assertThat(text.evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
        assertThat(text).containsText(SampleEvents.MARKUP);
        assertThat(page.locator("img")).hasCount(0);
        visit.screenshot("detail-en");
    }

    @Test
    void turnsTheWholePageRoundInArabicAndRemembersIt() {
        var page = open("/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ع – Arabic"))
                .click();
        page.waitForFunction("() => document.documentElement.dir === 'rtl'");
        ready(page);
        assertThat(page.locator(".m-chip-total")).hasText("4 أحداث");
        var filters = page.locator(".m-filters").boundingBox();
        var results = page.locator(".m-results").boundingBox();
        assertThat(filters.x).isGreaterThan(results.x + results.width);
        visit.screenshot("dashboard-ar");
        page.navigate("/");
        ready(page);
        assertThat(page.locator("html")).hasAttribute("lang", "ar");
    }

    @Test
    void isOfUseOnAPhone() {
        takePhone();
        var page = open("/");
        assertThat(page.locator(".m-filters")).isHidden();
        page.locator(".m-search input").focus();
        assertThat(page.locator(".m-search").boundingBox().width).isGreaterThan(350);
        page.keyboard().press("Tab");
        assertThat(page.locator(".m-search").boundingBox().width).isLessThan(200);
        page.locator("[data-tab=filters]").click();
        assertThat(page.locator(".m-filters")).isVisible();
        page.locator(".m-facet[data-id='COERCE']").click();
        waitForEvents(page, 1);
        page.locator("[data-tab=results]").click();
        page.locator(".m-event").first().click();
        assertThat(page.locator(".m-detail h2")).hasText("Coercion · Mali");
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        visit.screenshot("phone-detail-en");
    }

    @Test
    void opensAnEventWithTheKeyboardAlone() {
        var page = open("/?at=14.4500,-12.2000,8.00");
        page.waitForTimeout(500);
        page.locator("marsad-map .map").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("marsad-map .tip")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".m-detail h2")).isVisible();
    }

    @Test
    void opensTheEventThatIsClicked() {
        var page = open("/?at=16.2700,-0.0450,9.00");
        page.waitForTimeout(500);
        var at = page.evaluate("() => document.querySelector('marsad-map').pixelOf(4)");
        var map = page.locator("marsad-map").boundingBox();
        var point = (List<?>) at;
        page.mouse()
                .click(map.x + ((Number) point.get(0)).doubleValue(), map.y + ((Number) point.get(1)).doubleValue());
        assertThat(page.locator(".m-detail h2")).hasText("Attack · Gao");
    }

    @Test
    void brushesARangeOfTime() {
        var page = open("/");
        var chart = page.locator("marsad-timeline .chart");
        chart.waitFor();
        var box = chart.boundingBox();
        page.mouse().move(box.x + box.width * 0.9, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 2, box.y + 20);
        page.mouse().up();
        waitForEvents(page, 3);
        assertThat(page).hasURL(Pattern.compile("from=202"));
    }

    @Test
    void keepsWhatItShowsWhileTheServerIsAwayAndComesBackByItself() {
        var page = open("/");
        page.route("**/api/v1/**", route -> route.abort());
        page.locator(".m-facet[data-id='test-group']").click();
        assertThat(page.locator("marsad-map .notice")).isVisible();
        assertThat(drawn(page)).containsEntry("events", 4);
        page.unroute("**/api/v1/**");
        waitForEvents(page, 2);
        assertThat(page.locator("marsad-map .notice")).isHidden();
    }

    @Test
    void asksNoServerButItsOwn() {
        open("/");
        assertThat(visit.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith("http://127.0.0.1:" + port + "/")
                        || url.startsWith("data:")
                        || url.startsWith("blob:"));
    }

    @Test
    void sendsWhoeverIsNotSignedInToTheLogin() {
        visit.page().navigate("/?event=1");
        assertThat(visit.page()).hasURL(Pattern.compile("/login"));
        visit.screenshot("login-en");
    }
}
