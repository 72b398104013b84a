package org.marsad.ui.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marsad.Marsad;
import org.marsad.store.DatabaseGate;
import org.marsad.store.TestDatabase;
import org.marsad.ui.Browser;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database goes away and comes back under an open dashboard. */
@Tag("slow")
class DatabaseAwayIT {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    @Test
    void saysSoGoesOnWithWhatItHasAndRecoversByItself() {
        try (var database = TestDatabase.create();
                var gate = new DatabaseGate(database.address());
                var server = start(gate)) {
            var jdbc = server.getBean(JdbcClient.class);
            SampleEvents.write(jdbc);
            try (var browser = Browser.start(
                            "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port"));
                    var visit = browser.visit(1440, 900)) {
                visit.signIn("analyst", "/");
                var page = visit.page();
                var total = page.locator(".m-chip-total");
                // A server that nobody has asked before takes its time.
                total.waitFor();
                assertThat(total).hasText("4 events");
                Journey.waitFor(page, "map.drawn.state === 'ready' && map.drawn.events === 4");

                gate.stop();
                var notice = page.locator("marsad-map .notice");
                assertThat(notice).containsText("The database cannot be reached", SOON);
                Journey.waitFor(page, "map.drawn.events === 4");
                page.locator(".m-facet[data-id='ASSAULT']").first().click();
                // The model filters without the database.
                assertThat(total).hasText("2 events", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
                Journey.waitFor(page, "map.drawn.state === 'ready' && map.drawn.events === 2");

                gate.start();
                assertThat(notice).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
                jdbc.sql("delete from event where id = 1").update();
                Journey.waitFor(page, "map.drawn.state === 'ready' && map.drawn.events === 1");
                page.locator(".m-event[data-event='4']:visible").click();
                assertThat(page.locator(".m-detail h2")).hasText("Attack · Gao");
                assertThat(visit.errors()).isEmpty();
            }
        }
    }

    private static ConfigurableApplicationContext start(DatabaseGate gate) {
        var address = gate.address();
        return new SpringApplicationBuilder(Marsad.class)
                .run(
                        "--vaadin.productionMode=true",
                        "--marsad.gazetteer-in-database=false",
                        "--server.port=0",
                        "--spring.datasource.url=" + address.url(),
                        "--spring.datasource.username=" + address.user(),
                        "--spring.datasource.password=" + address.password());
    }
}
