package org.marsad.ui;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window. Tests are skipped, and say so, where the machine has none. */
public final class Browser implements AutoCloseable {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final String address;

    private Browser(Path program, String address) {
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /**
     * @param address of the server, without a path
     */
    public static Browser start(String address) {
        var program = find();
        Assumptions.assumeTrue(
                program.isPresent(),
                "No Chromium found: install one, or name it in MARSAD_CHROMIUM, for the journeys in a real browser.");
        return new Browser(program.orElseThrow(), address);
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("MARSAD_CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A fresh profile, as of another person. */
    public Visit visit(int width, int height) {
        return new Visit(browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-GB")
                .setHasTouch(width < 500)
                .setViewportSize(width, height)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One person's window. It notes what goes wrong in it and which addresses it asks. */
    public final class Visit implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

        private Visit(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.setDefaultTimeout(60_000);
            page.onPageError(errors::add);
            page.onRequest(request -> requests.add(request.url()));
        }

        public Page page() {
            return page;
        }

        /** What scripts threw. */
        public List<String> errors() {
            return List.copyOf(errors);
        }

        public List<String> requests() {
            return List.copyOf(requests);
        }

        /** Goes to a path and signs in by a demo account on the way, as a stranger does who opens an address. */
        public Visit signIn(String name, String path) {
            page.navigate(path);
            page.locator("input[name=username]").fill(name);
            page.locator("input[name=password]").fill(name);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            return this;
        }

        public void screenshot(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
