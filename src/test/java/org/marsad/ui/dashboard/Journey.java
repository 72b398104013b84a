package org.marsad.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.marsad.ui.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser at the dashboard of a server with the sample events; a fresh window for each test, in which no script may fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {
    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    protected Browser browser;
    protected Browser.Visit visit;

    @BeforeAll
    void startBrowser() {
        SampleEvents.write(jdbc);
        browser = Browser.start("http://127.0.0.1:" + port);
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openWindow() {
        visit = browser.visit(1440, 900);
    }

    @AfterEach
    void closeWindow() {
        assertThat(visit.errors()).isEmpty();
        visit.close();
    }

    /** Goes on in a window of a phone's size. */
    protected void takePhone() {
        visit.close();
        visit = browser.visit(390, 844);
    }

    /** Signs in, and waits until the map and the counts show what the address asks for. */
    protected Page open(String who, String path) {
        visit.signIn(who, path);
        ready(visit.page());
        return visit.page();
    }

    protected Page open(String path) {
        return open("analyst", path);
    }

    /** The map has fetched what its filter shows, and the base map's countries. */
    protected static void ready(Page page) {
        page.locator(".m-chip-total").waitFor();
        waitFor(page, "map.drawn.state === 'ready' && map.drawn.areas !== undefined");
    }

    /**
     * Waits until the server has answered all that it was asked and the answers are drawn: until then a list still shows rows of
     * the one before.
     */
    protected static void settled(Page page) {
        page.waitForFunction("""
                () => {
                    const asks = () => Object.values(window.Vaadin.Flow.clients).some(client => client.isActive?.());
                    if (asks()) {
                        return false;
                    }
                    return new Promise(done => requestAnimationFrame(() => setTimeout(() => done(!asks()), 100)));
                }""");
    }

    /** @param condition in JavaScript, of `map` and `time`, the two elements */
    protected static void waitFor(Page page, String condition) {
        page.waitForFunction("() => { const map = document.querySelector('marsad-map');"
                + " const time = document.querySelector('marsad-timeline');"
                + " return map?.drawn && time?.shown && (" + condition + "); }");
    }

    @SuppressWarnings("unchecked")
    protected static Map<String, Object> drawn(Page page) {
        return (Map<String, Object>) page.evaluate("() => document.querySelector('marsad-map').drawn");
    }
}
