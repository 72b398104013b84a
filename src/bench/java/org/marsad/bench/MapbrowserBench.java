package org.marsad.bench;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;
import org.marsad.ui.Browser;

/**
 * What an analyst waits for, in a real browser on the server's own machine: {@code ./marsad bench mapbrowser [EVENTS]} (300,000
 * where not given). How long until the dashboard shows events and counts, in a window that has nothing of it yet; and how long
 * from a move of the brush until the map and all counts are painted again: of the first moves that a newly started server ever
 * sees, and of as many after them. Each move is to a range that nobody has asked for before.
 */
public final class MapbrowserBench {
    private static final int PAINTS = 7;
    private static final int MOVES = 60;
    private static final int SETTLE_MS = 450;

    /** Notes when the page first shows events on the map and their number. */
    private static final String WATCH_PAINT = """
            const look = () => {
              const map = document.querySelector('marsad-map');
              const total = document.querySelector('.m-chip-total')?.textContent;
              if (map?.drawn?.state === 'ready' && map.drawn.events > 0 && total) {
                requestAnimationFrame(() => setTimeout(() => (window.usefulAt = performance.now())));
              } else {
                requestAnimationFrame(look);
              }
            };
            requestAnimationFrame(look);
            """;

    /** Notes for each move of the pointer when the map and the counts last changed after it. */
    private static final String WATCH_BRUSH = """
            () => {
              const map = document.querySelector('marsad-map');
              const brush = (window.brush = { movedAt: 0, mapAt: 0, countsAt: 0 });
              let at = 0;
              const moved = (event) => {
                if (event.clientX !== at) { // a move is told twice: at once, and with the next frame
                  at = event.clientX;
                  brush.movedAt = performance.now();
                  brush.mapAt = brush.countsAt = 0;
                }
              };
              window.addEventListener('pointerrawupdate', moved, true);
              window.addEventListener('pointermove', moved, true);
              const counts = new MutationObserver(() => requestAnimationFrame(() =>
                setTimeout(() => (brush.countsAt = performance.now()))));
              for (const part of document.querySelectorAll('.m-chips, .m-filters')) {
                counts.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
              }
              let query = map.drawn.query;
              let drawn = true;
              const look = () => {
                const now = map.drawn;
                if (now.query !== query) {
                  query = now.query;
                  drawn = false;
                }
                if (!drawn && now.state === 'ready') {
                  drawn = true;
                  setTimeout(() => (brush.mapAt = performance.now()));
                }
                requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            }""";

    private final BenchFigures figures = new BenchFigures();

    private MapbrowserBench() {}

    public static void main(String[] args) throws Exception {
        int size = args.length > 0 ? Integer.parseInt(args[0].replace("_", "")) : 300_000;
        var bench = new MapbrowserBench();
        bench.run(size);
        bench.figures.printResult("\"events\": " + size);
        System.exit(0);
    }

    private void run(int size) throws Exception {
        var database = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = database.start(System.out::println);
        try {
            BenchServer.migrate(address);
            try (var connection = address.connect()) {
                new ProductTables(connection).fill(new SyntheticEvents(size));
            }
            try (var running = BenchServer.start(address, Map.of("vaadin.productionMode", "true"))) {
                int port = BenchServer.port(running);
                try (var client = new BenchClient(port, "first")) {
                    while (client.send("/api/v1/map/counts?facets=type").status() == 503) {
                        Thread.sleep(200);
                    }
                }
                try (var browser = Browser.start("http://127.0.0.1:" + port)) {
                    paints(browser);
                    brush(browser);
                }
            }
        } finally {
            database.stop();
        }
    }

    private void paints(Browser browser) {
        var times = new double[PAINTS];
        for (int i = -2; i < PAINTS; i++) {
            try (var visit = browser.visit(1440, 900)) {
                var page = visit.page();
                page.addInitScript(WATCH_PAINT);
                visit.signIn("analyst", "/?type=ASSAULT");
                page.waitForFunction("() => window.usefulAt");
                if (i >= 0) {
                    times[i] = ((Number) page.evaluate("() => window.usefulAt")).doubleValue();
                }
            }
        }
        figures.put("first useful paint, ms", Timings.of(times).median());
        figures.put("first useful paint, slowest ms", Timings.of(times).at(1));
    }

    private void brush(Browser browser) {
        try (var visit = browser.visit(1440, 900)) {
            visit.signIn("analyst", "/");
            var page = visit.page();
            page.waitForFunction("() => document.querySelector('marsad-map')?.drawn?.state === 'ready'"
                    + " && document.querySelector('marsad-timeline').shown.bins > 0");
            page.waitForTimeout(1000);
            page.evaluate(WATCH_BRUSH);
            var chart = page.locator("marsad-timeline .chart").boundingBox();
            double y = chart.y + chart.height / 2;
            page.mouse().move(chart.x + chart.width * 0.2, y);
            page.mouse().down();
            var first = new double[MOVES];
            var map = new double[MOVES];
            var counts = new double[MOVES];
            var both = new double[MOVES];
            for (int i = 0; i < 2 * MOVES; i++) {
                // Forth, and back over what lies between.
                double share = i < MOVES ? i : 2 * MOVES - i - 0.5;
                page.mouse().move(chart.x + chart.width * (0.35 + 0.55 * share / MOVES), y);
                page.waitForTimeout(SETTLE_MS);
                double mapped = since(page, "mapAt");
                double counted = since(page, "countsAt");
                if (i < MOVES) {
                    first[i] = Math.max(mapped, counted);
                } else {
                    map[i - MOVES] = mapped;
                    counts[i - MOVES] = counted;
                    both[i - MOVES] = Math.max(mapped, counted);
                }
            }
            page.mouse().up();
            put("brush to map and all counts, first moves", Timings.of(first));
            put("brush to map", Timings.of(map));
            put("brush to all counts", Timings.of(counts));
            put("brush to map and all counts", Timings.of(both));
        }
    }

    private static double since(Page page, String what) {
        double millis =
                ((Number) page.evaluate("what => window.brush[what] - window.brush.movedAt", what)).doubleValue();
        if (millis < 0) {
            throw new IllegalStateException("after a move of the brush nothing was painted: " + what);
        }
        return millis;
    }

    private void put(String name, Timings times) {
        figures.put(name + ", ms", times.median());
        figures.put(name + ", p95 ms", times.p95());
    }
}
