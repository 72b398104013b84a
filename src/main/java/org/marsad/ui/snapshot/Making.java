package org.marsad.ui.snapshot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import org.marsad.snapshot.IssueStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a sheet beside the page, which says meanwhile what is being done, and hears of it by polling. */
final class Making {
    private static final Logger LOG = LoggerFactory.getLogger(Making.class);
    private static final int POLL_MILLIS = 250;

    private Making() {}

    /** What is to be made; in a thread of its own, where nobody is signed in. */
    interface Task<T> {
        T make(Consumer<IssueStep> step);
    }

    /**
     * @param step is told each step, in the page's own turn, as are the others
     * @param failed is told what went wrong, also what nobody expected
     */
    static <T> void start(
            UI ui, Task<T> task, Consumer<IssueStep> step, Consumer<T> done, Consumer<RuntimeException> failed) {
        ui.setPollInterval(POLL_MILLIS);
        Thread.ofVirtual().name("snapshot-making").start(() -> {
            try {
                var made = task.make(now -> tell(ui, () -> step.accept(now)));
                tell(ui, () -> {
                    ui.setPollInterval(-1);
                    done.accept(made);
                });
            } catch (RuntimeException e) {
                tell(ui, () -> {
                    ui.setPollInterval(-1);
                    failed.accept(e);
                });
            }
        });
    }

    private static void tell(UI ui, Runnable news) {
        try {
            ui.access(news::run);
        } catch (UIDetachedException e) {
            LOG.debug("Nobody waits for it any more");
        }
    }
}
