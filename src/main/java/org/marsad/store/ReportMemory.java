package org.marsad.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.CodedEvent;

/**
 * Reports that any transaction has read, for those that come after it. Each is known by the transaction that wrote its row
 * (PostgreSQL's {@code xmin}): where a report was written anew, or by a transaction that was taken back, it is another.
 */
final class ReportMemory {
    /** A report takes about a kilobyte; a sixteenth of the memory may go into them. */
    private static final long KEPT = Math.max(30_000, Runtime.getRuntime().maxMemory() / 16 / 1024);

    private record Kept(long version, KnownReport report) {}

    private final Map<Long, Kept> reports = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * A report as some transaction has read it, or null.
     *
     * @param version of the row
     * @param valid whether the places and actors of an event are those that the caller would read
     */
    @Nullable
    KnownReport find(long id, long version, Predicate<CodedEvent> valid) {
        Kept kept;
        synchronized (reports) {
            kept = reports.get(id);
        }
        return kept != null
                        && kept.version() == version
                        && valid.test(kept.report().event())
                ? kept.report()
                : null;
    }

    void keep(long id, long version, KnownReport report) {
        synchronized (reports) {
            reports.put(id, new Kept(version, report));
        }
    }
}
