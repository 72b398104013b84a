package org.marsad.ui.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.store.ServerTest;
import org.marsad.ui.Accessibility;

/** What an analyst does with the map and the timeline, in a real browser. */
@ServerTest(database = "journeys")
class DashboardMapIT extends Journey {
    private static final String DIBOLI = "/?at=14.4500,-12.2000,8.00";

    private static Locator act(Page page, String name) {
        return page.locator("[data-act=" + name + "]");
    }

    /** Where a sample event's symbol is on the screen, once the map stands still. */
    private static double[] pixel(Page page, long event) {
        page.waitForTimeout(500);
        var at = (List<?>) page.evaluate("id => document.querySelector('marsad-map').pixelOf(id)", (int) event);
        var map = page.locator("marsad-map").boundingBox();
        return new double[] {
            map.x + ((Number) at.get(0)).doubleValue(), map.y + ((Number) at.get(1)).doubleValue(),
        };
    }

    @Test
    void drawsHeatAndHexagonsAndTheAddressKeepsIt() {
        var page = open("/");
        act(page, "look").click();
        page.getByLabel("Hexagons").check();
        waitFor(page, "map.drawn.mode === 'hexagons'");
        assertThat(page).hasURL(Pattern.compile("look=hexagons"));
        page.getByLabel("Heat").check();
        assertThat(page).hasURL(Pattern.compile("look=heat"));
        assertThat(page.locator("marsad-map .legend")).containsText("events in 1,000 km²");
        page.reload();
        waitFor(page, "map.drawn.state === 'ready' && map.drawn.mode === 'heat'");
    }

    /** Tiles put cells of equal counts together; each of them is counted all the same. */
    @Test
    void theNumbersOnTheMapAddUpToTheEventsInSightAndLeaveNothingBehind() {
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision, geom,
                    confidence)
                select 'PROTEST', '', '', '2025-03-01', '2025-03-01', 'day', 1,
                    ST_SetSRID(ST_Point(-13 + 1.5 * ((31 * i * i + 17 * i) % 2399) / 2399.0,
                        13.8 + 0.8 * ((i * i * i + 71 * i) % 2393) / 2393.0), 4326), 1
                from generate_series(0::bigint, 2399) i""").update();
        try {
            var page = open(DIBOLI);
            waitFor(page, "map.drawn.state === 'ready' && map.drawn.counted && map.drawn.events === 2403");
            assertThat(page.evaluate("""
                    () => {
                      const discs = document.querySelector('marsad-map').counts.discs();
                      return discs.length > 5 && discs.every((one, i) => discs.every((other, j) =>
                        i === j || Math.hypot(one.x - other.x, one.y - other.y) >= one.r + other.r));
                    }""")).isEqualTo(true);
            page.locator(".m-search input").fill("nothingofthekind");
            waitFor(page, "map.drawn.state === 'ready' && map.drawn.events === 0");
            page.locator("marsad-map .map").focus();
            page.keyboard().press("Enter");
            page.waitForTimeout(300);
            assertThat(page.locator("marsad-map .tip")).isHidden();
        } finally {
            jdbc.sql("delete from event where plover = 'PROTEST'").update();
        }
    }

    @Test
    void tellsActorsApartWhereAsked() {
        var page = open("/?look=actor");
        assertThat(drawn(page)).containsEntry("by", "actor");
        assertThat(page.locator("marsad-map .legend")).containsText("State forces, government");
        act(page, "look").click();
        page.locator("marsad-map input[value=type]").check();
        assertThat(page.locator("marsad-map .legend")).containsText("Coercion, sanctions");
    }

    @Test
    void saysWhatIsUnderThePointer() {
        var page = open(DIBOLI);
        var at = pixel(page, SampleEvents.DIBOLI);
        page.mouse().move(at[0], at[1]);
        var tip = page.locator("marsad-map .tip");
        assertThat(tip).containsText("Attack");
        assertThat(tip).containsText("3 deaths");
        page.mouse().move(at[0] + 150, at[1] - 150);
        assertThat(tip).isHidden();
    }

    @Test
    void whatTheFilterTookAwayIsNoLongerFoundNorDrawn() {
        var page = open(DIBOLI);
        var at = pixel(page, SampleEvents.DIBOLI);
        var canvases = page.locator("marsad-map .map .ol-layers canvas");
        assertThat(canvases).not().hasCount(0);
        page.locator(".m-search input").fill("nothingofthekind");
        waitFor(page, "map.drawn.state === 'ready' && map.drawn.events === 0");
        assertThat(canvases).hasCount(0);
        page.mouse().move(at[0], at[1]);
        page.waitForTimeout(300);
        assertThat(page.locator("marsad-map .tip")).isHidden();
        page.locator(".m-search input").fill("");
        waitFor(page, "map.drawn.events > 0");
        page.mouse().move(at[0] + 1, at[1]);
        assertThat(page.locator("marsad-map .tip")).containsText("Attack");
    }

    @Test
    void escapeLeavesTheFocusedEvent() {
        var page = open(DIBOLI);
        page.waitForTimeout(500);
        page.locator("marsad-map .map").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("marsad-map .tip")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("marsad-map .tip")).isHidden();
    }

    @Test
    void brushesTimeWithTheKeyboard() {
        var page = open("/");
        page.locator("marsad-timeline .chart").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile("from=20"));
        var first = page.url();
        page.keyboard().press("ArrowLeft");
        page.waitForURL(url -> !url.equals(first));
        page.keyboard().press("Escape");
        page.waitForURL(url -> !url.contains("from="));
        waitFor(page, "map.drawn.events === 4");
    }

    @Test
    void showsARangeOnTheMapWhileItIsStillBeingBrushed() {
        var page = open("/");
        // The map may be there before the bars are, and their box with them.
        waitFor(page, "time.shown.bins > 0");
        var chart = page.locator("marsad-timeline .chart").boundingBox();
        page.mouse().move(chart.x + chart.width * 0.9, chart.y + 20);
        page.mouse().down();
        page.mouse().move(chart.x + chart.width - 2, chart.y + 20);
        waitFor(page, "map.drawn.query.includes('from=') && map.drawn.state === 'ready'");
        assertThat(page).not().hasURL(Pattern.compile("from="));
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("from="));
    }

    @Test
    void playsTimeOnTheMapAndGivesTheFilterBack() {
        var page = open("/");
        page.locator("marsad-timeline select").selectOption("cumulative");
        act(page, "speed").click();
        act(page, "play").click();
        waitFor(page, "time.shown.playing && time.shown.at > 1 && map.drawn.query.includes('to=')");
        act(page, "play").click();
        waitFor(page, "!time.shown.playing && map.drawn.query.includes('to=')");
        act(page, "stop").click();
        waitFor(page, "!map.drawn.query.includes('to=') && map.drawn.events === 4");
        assertThat(page).not().hasURL(Pattern.compile("to="));
    }

    @Test
    void drawsABoxAndTakesItAwayAgain() {
        var page = open(DIBOLI);
        var at = pixel(page, SampleEvents.DIBOLI);
        act(page, "draw").click();
        page.locator("[data-shape=box]").click();
        assertThat(page.locator("marsad-map .notice")).containsText("corner");
        page.mouse().click(at[0] - 70, at[1] - 60);
        page.mouse().move(at[0] + 70, at[1] + 60);
        page.mouse().click(at[0] + 70, at[1] + 60);
        assertThat(page).hasURL(Pattern.compile("area=box"));
        waitFor(page, "map.drawn.state === 'ready' && map.drawn.pins === 1");
        assertThat(page.locator("marsad-map .notice")).isHidden();
        visit.screenshot("drawn-box-en");
        page.locator(".m-chip")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("box", Pattern.CASE_INSENSITIVE)))
                .locator("button")
                .click();
        page.waitForURL(url -> !url.contains("area="));
        waitFor(page, "map.drawn.state === 'ready' && !map.drawn.query.includes('area=')");
    }

    @Test
    void drawsACircleAndAPolygon() {
        var page = open(DIBOLI);
        var at = pixel(page, SampleEvents.DIBOLI);
        act(page, "draw").click();
        page.locator("[data-shape=circle]").click();
        page.mouse().click(at[0] - 20, at[1] - 20);
        page.mouse().click(at[0] + 60, at[1]);
        assertThat(page).hasURL(Pattern.compile("area=circle"));
        page.waitForTimeout(300);
        act(page, "draw").click();
        page.locator("[data-shape=polygon]").click();
        page.mouse().click(at[0] - 80, at[1] - 60);
        page.mouse().click(at[0] + 80, at[1] - 60);
        page.mouse().dblclick(at[0], at[1] + 90);
        assertThat(page).hasURL(Pattern.compile("area=polygon"));
    }

    @Test
    void takesWhatTheMapShowsAsTheAreaWithTheKeyboardAlone() {
        var page = open(DIBOLI);
        page.waitForTimeout(500);
        act(page, "draw").focus();
        page.keyboard().press("Enter");
        page.locator("[data-shape=extent]").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("area=box"));
    }

    @Test
    void readsAsATableInPlaceOfTheMap() {
        var page = open("/");
        act(page, "table").click();
        var rows = page.locator("marsad-table tbody tr");
        assertThat(rows).hasCount(4);
        assertThat(page.locator("marsad-table caption")).hasText("4 events");
        assertThat(page).hasURL(Pattern.compile("look=table"));
        visit.screenshot("table-en");
        rows.filter(new Locator.FilterOptions().setHasText("Coercion"))
                .locator("button")
                .click();
        assertThat(page.locator(".m-detail h2")).hasText("Coercion · Mali");
    }

    @Test
    void saysThatTheDatabaseIsAwayAndWhatIsShownAndRecovers() {
        var page = open("/");
        page.route("**/api/v1/map/status", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"ready\"", "\"stale\"")));
        });
        var notice = page.locator("marsad-map .notice");
        assertThat(notice).containsText("The database cannot be reached");
        assertThat(drawn(page)).containsEntry("events", 4);
        page.unroute("**/api/v1/map/status");
        assertThat(notice).isHidden();
    }

    @Test
    void saysThatNothingIsHere() {
        visit.signIn("analyst", "/?q=nothingofthekind");
        assertThat(visit.page().locator("marsad-map .notice")).containsText("No event is here");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1440, /",
        "ar, 1440, /?lang=ar",
        "fr, 1440, /?lang=fr&event=1",
        "en, 1440, /?look=table",
        "ar, 390, /?lang=ar&look=hexagons"
    })
    void hasNoSeriousFaultOfAccessibility(String language, int width, String path) {
        visit.close();
        visit = browser.visit(width, 900);
        var page = open(path);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        page.waitForTimeout(800);
        if (width > 900 && !path.contains("table")) {
            act(page, "look").click();
        }
        assertThat(Accessibility.seriousFaults(page)).isEmpty();
    }

    @Test
    void isMirroredInArabic() {
        var page = open("/?lang=ar&look=heat");
        var buttons = page.locator("marsad-map .buttons").boundingBox();
        var legend = page.locator("marsad-map .legend").boundingBox();
        assertThat(buttons.x).isLessThan(legend.x);
        var play = act(page, "play").boundingBox();
        var chart = page.locator("marsad-timeline .chart").boundingBox();
        assertThat(play.x).isGreaterThan(chart.x + chart.width);
        visit.screenshot("heat-ar");
    }

    @Test
    void worksByTouchOnAPhone() {
        takePhone();
        var page = open("/");
        act(page, "look").tap();
        page.getByLabel("Hexagons").check();
        waitFor(page, "map.drawn.mode === 'hexagons'");
        page.locator("[data-tab=time]").tap();
        assertThat(act(page, "play")).isVisible();
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        visit.screenshot("phone-time-en");
    }
}
