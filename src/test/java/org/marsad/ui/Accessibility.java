package org.marsad.ui;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for faults of accessibility with axe-core (Deque, MPL-2.0), by WCAG 2.1 levels A and AA. */
public final class Accessibility {
    private static final String SCRIPT = "/axe.min.js";
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
                resultTypes: ['violations'],
              });
              return found.violations
                .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
                .flatMap((fault) => fault.nodes.map((node) =>
                  `${fault.id} (${fault.impact}): ${node.target.flat().join(' > ')}: ${node.failureSummary.replaceAll('\\n', ' ')}`));
            }""";

    private Accessibility() {}

    /** Each serious or critical fault of a page as it is now: its rule, the element and what is wrong. */
    @SuppressWarnings("unchecked")
    public static List<String> seriousFaults(Page page) {
        page.evaluate(script());
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        try (var in = Objects.requireNonNull(Accessibility.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
