package org.marsad.snapshot;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads fonts and base maps and draws a first sheet for nobody, so that the first briefer need not wait some seconds for it. In small
 * parts, each when the server has little else to do: a page that somebody waits for goes before.
 */
final class DrawingWarmUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DrawingWarmUp.class);
    private static final long FIRST_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 1_000;
    /** Of all processors together. */
    private static final double BUSY = 0.3;

    private static final int MOST_LOOKS = 600;

    private final SheetRenderer renderer;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    DrawingWarmUp(SheetRenderer renderer) {
        this.renderer = renderer;
    }

    static void start(SheetRenderer renderer) {
        Thread.ofPlatform()
                .name("snapshot-warm-up")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(new DrawingWarmUp(renderer));
    }

    @Override
    public void run() {
        try {
            Thread.sleep(FIRST_MILLIS);
            run(renderer.preparations());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The first sheet could not be prepared; it will tell why when somebody asks for one", e);
        }
    }

    private void run(List<Runnable> parts) throws InterruptedException {
        long worked = 0;
        for (var part : parts) {
            awaitQuiet();
            long begun = System.nanoTime();
            part.run();
            worked += System.nanoTime() - begun;
        }
        LOG.info("Fonts and base maps of sheets are read: {} ms", worked / 1_000_000);
    }

    private void awaitQuiet() throws InterruptedException {
        for (int i = 0; i < MOST_LOOKS && system.getProcessCpuLoad() > BUSY; i++) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
