package org.marsad.ui.curation;

import org.marsad.curation.Curation;
import org.marsad.curation.MentionTexts;
import org.marsad.curation.PlaceReports;
import org.marsad.curation.ReviewQueue;
import org.marsad.mapview.EventDetails;
import org.marsad.snapshot.Snapshots;
import org.marsad.ui.i18n.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the gazetteer's pages read from and write to. */
@Component
final class CurationDesk {
    private final ObjectProvider<Curation> curation;
    private final ObjectProvider<ReviewQueue> queue;
    private final PlaceReports reports;
    private final MentionTexts mentions;
    private final EventDetails events;
    private final Snapshots snapshots;
    private final Messages messages;

    CurationDesk(
            ObjectProvider<Curation> curation,
            ObjectProvider<ReviewQueue> queue,
            PlaceReports reports,
            MentionTexts mentions,
            EventDetails events,
            Snapshots snapshots,
            Messages messages) {
        this.curation = curation;
        this.queue = queue;
        this.reports = reports;
        this.mentions = mentions;
        this.events = events;
        this.snapshots = snapshots;
        this.messages = messages;
    }

    Curation curation() {
        return curation.getObject();
    }

    ReviewQueue queue() {
        return queue.getObject();
    }

    PlaceReports reports() {
        return reports;
    }

    MentionTexts mentions() {
        return mentions;
    }

    EventDetails events() {
        return events;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    Messages messages() {
        return messages;
    }
}
