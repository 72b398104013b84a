package org.marsad.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.IssueStep;
import org.marsad.snapshot.LocalSnapshots;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.render.DrawnSheets;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;
import org.marsad.text.Language;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.SheetTexts;

/** Issues a view of all of some millions of events in PostGIS, twice, and tells how long each step took and how much heap it had. */
final class IssueBench {
    private IssueBench() {}

    static void run(int events) throws Exception {
        var database = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = database.start(System.out::println);
        var data = Files.createTempDirectory("marsad-bench");
        try {
            BenchServer.migrate(address);
            try (var connection = address.connect()) {
                new ProductTables(connection).fill(new SyntheticEvents(events));
            }
            var drawing = new DrawnSheets();
            try (var local = new LocalSnapshots(
                    address, data, "http://localhost", "bench", new SheetTexts(new Messages()), drawing, drawing)) {
                for (var run : new String[] {"first", "again"}) {
                    issue(local, events, run);
                }
            }
        } finally {
            database.stop();
        }
        System.exit(0);
    }

    private static void issue(LocalSnapshots local, int events, String run) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        var steps = new EnumMap<IssueStep, Double>(IssueStep.class);
        long begun = System.nanoTime();
        var last = new Object() {
            IssueStep step = IssueStep.WAITING;
            long at = begun;
        };
        var issued = local.snapshots()
                .issue(SnapshotDraft.of("All", Language.EN, EventFilter.ALL), Signer.COMMAND_LINE, step -> {
                    long now = System.nanoTime();
                    steps.merge(last.step, (now - last.at) / 1e9, Double::sum);
                    last.step = step;
                    last.at = now;
                });
        long end = System.nanoTime();
        steps.merge(last.step, (end - last.at) / 1e9, Double::sum);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println(run + ": " + steps);
        System.out.printf(
                Locale.ROOT,
                "RESULT {\"bench\":\"snapshot issue\",\"run\":\"%s\",\"events\":%d,\"counted\":%d,\"seconds\":%.2f,"
                        + "\"heap_peak_mb\":%d}%n",
                run,
                events,
                issued.counts().total(),
                (end - begun) / 1e9,
                heap >> 20);
    }
}
