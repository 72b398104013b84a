package launcher;

import java.util.regex.Pattern;

/** What a build does now: one line that is rewritten on a terminal, a line every ten seconds elsewhere. */
final class Progress implements AutoCloseable {
    private static final Pattern STEP = Pattern.compile("\\[INFO\\] --- ([a-z-]+?)(?:-maven-plugin)?:[^:]+:(\\S+)");
    private static final boolean TERMINAL =
            System.console() != null && System.console().isTerminal();

    private final String what;
    private final long begun = System.nanoTime();
    private volatile String step = "";
    private volatile int downloads;
    private final Thread ticker;

    Progress(String what) {
        this.what = what;
        this.ticker = Thread.ofVirtual().start(this::tick);
    }

    void see(String line) {
        var matcher = STEP.matcher(line);
        if (matcher.find()) {
            step = matcher.group(1) + " " + matcher.group(2);
        } else if (line.startsWith("[INFO] Downloaded from") || line.startsWith("Downloaded from")) {
            downloads++;
        }
    }

    @Override
    public void close() {
        ticker.interrupt();
        if (TERMINAL) {
            System.err.print("\r\033[K");
        }
    }

    private void tick() {
        try {
            for (int ticks = 0; ; ticks++) {
                String line = what + " … " + (System.nanoTime() - begun) / 1_000_000_000 + " s"
                        + (step.isEmpty() ? "" : ", " + step)
                        + (downloads == 0 ? "" : ", " + downloads + " files downloaded");
                if (TERMINAL) {
                    System.err.print("\r\033[K" + line);
                } else if (ticks % 40 == 0) {
                    System.err.println(line);
                }
                Thread.sleep(250);
            }
        } catch (InterruptedException e) {
            // the build is over
        }
    }
}
