package org.marsad.ui.curation;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Something that takes seconds, done beside the page: which says how far it is, and hears of the end by polling. */
final class Work implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final int POLL_MILLIS = 200;

    private volatile boolean stopped;
    private volatile int done;
    private volatile int all;

    /** What is to be done, with the signed-in person's rights. */
    interface Task<T> {
        T run(Progress progress);
    }

    private Work() {}

    /**
     * @param done on the page's own thread
     * @param failed the same; not told of what was given up
     */
    static <T> Work start(UI ui, Task<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        var work = new Work();
        count(ui, 1);
        Runnable run = () -> work.run(ui, task, done, failed);
        Thread.ofVirtual().name("curation").start(new DelegatingSecurityContextRunnable(run));
        return work;
    }

    private <T> void run(UI ui, Task<T> task, Consumer<T> told, Consumer<RuntimeException> failed) {
        T result = null;
        RuntimeException failure = null;
        try {
            result = task.run(this);
        } catch (CancellationException e) {
            LOG.debug("Given up: {}", e.getMessage());
            stopped = true;
        } catch (RuntimeException e) {
            failure = e;
        }
        var value = result;
        var reason = failure;
        try {
            ui.access(() -> end(ui, value, reason, told, failed));
        } catch (UIDetachedException e) {
            LOG.debug("Nobody waits for it any more");
        }
    }

    private <T> void end(
            UI ui,
            @Nullable T value,
            @Nullable RuntimeException reason,
            Consumer<T> told,
            Consumer<RuntimeException> failed) {
        count(ui, -1);
        if (stopped) {
            return;
        }
        if (reason != null) {
            failed.accept(reason);
        } else if (value != null) {
            told.accept(value);
        }
    }

    /** The page polls while anything runs for it, also what was given up and has not noticed yet. */
    private static void count(UI ui, int by) {
        var before = ComponentUtil.getData(ui, Running.class);
        int running = (before == null ? 0 : before.count()) + by;
        ComponentUtil.setData(ui, Running.class, new Running(running));
        ui.setPollInterval(running > 0 ? POLL_MILLIS : -1);
    }

    private record Running(int count) {}

    /** Gives it up; nothing of it is kept, and nobody is told. */
    void stop() {
        stopped = true;
    }

    /** 0 to 1, or below 0 where nobody knows. */
    double share() {
        return all == 0 ? -1 : (double) done / all;
    }

    int done() {
        return done;
    }

    int all() {
        return all;
    }

    @Override
    public void coded(int articles, int of) {
        done = articles;
        all = of;
    }

    @Override
    public boolean getAsBoolean() {
        return stopped;
    }
}
