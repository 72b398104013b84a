package org.marsad.launch;

import java.time.Duration;

/** Progress for the user: one line that is rewritten on a terminal, a line every five seconds elsewhere. */
final class Progress {
    private static final boolean TERMINAL =
            System.console() != null && System.console().isTerminal();
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private long lastLine;
    private boolean open;

    void show(String text) {
        if (TERMINAL) {
            System.err.print("\r\033[K" + text);
            open = true;
        } else if (lastLine == 0 || System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
            System.err.println(text);
            lastLine = System.nanoTime();
        }
    }

    /** Removes the line, so that others may print. */
    void clear() {
        if (open) {
            System.err.print("\r\033[K");
            open = false;
        }
    }
}
