package org.marsad.snapshot.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.Snapshots;
import org.marsad.snapshot.store.DraftJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the snapshots that are due. What fails is noted with its reason, tried again, and never passed over in silence. */
public final class ScheduleRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRunner.class);

    private final Schedules schedules;
    private final Snapshots snapshots;

    public ScheduleRunner(Schedules schedules, Snapshots snapshots) {
        this.schedules = schedules;
        this.snapshots = snapshots;
    }

    /** Does all that is due at a moment; returns how many runs that were. */
    public int runDue(Instant now) {
        int runs = 0;
        for (var due = schedules.take(now); due.isPresent(); due = schedules.take(now)) {
            run(due.get(), now);
            runs++;
        }
        return runs;
    }

    private void run(Schedules.Due due, Instant now) {
        var schedule = due.schedule();
        try {
            schedules.done(due, issue(due, now).code(), now);
        } catch (SnapshotRefusedException e) {
            LOG.error(
                    "The snapshot of the view \"{}\" of {} failed: {}",
                    schedule.view(),
                    schedule.account(),
                    e.getMessage());
            schedules.failed(due, e.getMessage(), now);
        } catch (RuntimeException e) {
            LOG.error("The snapshot of the view \"{}\" of {} failed", schedule.view(), schedule.account(), e);
            var message =
                    Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
            schedules.failed(due, message, now);
        }
    }

    private Snapshot issue(Schedules.Due due, Instant now) {
        var schedule = due.schedule();
        LocalDate today = now.atZone(schedule.zone()).toLocalDate();
        var asked = DraftJson.read(due.asked());
        var extent = DraftJson.extentOf(due.query());
        var draft = asked.withFilter(
                        RelativeDays.applied(DraftJson.filter(due.query(), today), schedule.lastDays(), today))
                .withExtent(extent)
                .ofView(schedule.view());
        return snapshots.issue(draft, new Signer(schedule.account(), true, false));
    }
}
