package org.marsad.ui.dashboard;

import org.marsad.curation.PlaceReports;
import org.marsad.curation.PlaceSearch;
import org.marsad.mapview.EventChanges;
import org.marsad.mapview.EventCounter;
import org.marsad.mapview.EventDetails;
import org.marsad.mapview.EventList;
import org.marsad.mapview.MapQueries;
import org.marsad.mapview.SavedViews;
import org.marsad.store.LiveGazetteer;
import org.marsad.store.Visits;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.snapshot.SnapshotDesk;
import org.springframework.stereotype.Component;

/** What the dashboard reads from and writes to. */
@Component
record Desk(
        EventCounter counter,
        EventDetails details,
        EventList events,
        EventChanges changes,
        SavedViews views,
        PlaceReports reports,
        PlaceSearch places,
        Visits visits,
        MapQueries map,
        LiveGazetteer gazetteer,
        SnapshotDesk snapshots,
        Messages messages) {
    /** Whether the database cannot be reached: then nothing is asked of it that the view can do without. */
    boolean isAway() {
        return map.status().awaySince() != null;
    }
}
