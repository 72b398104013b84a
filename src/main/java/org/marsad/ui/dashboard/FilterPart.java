package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;

/** What a section of the filter holds. */
interface FilterPart {
    List<Component> content();

    /**
     * @param recent where the filter's days are the last ones: which
     */
    void show(EventFilter filter, @Nullable RecentDays recent, EventCounts counts);

    /** The counts of a range that is still being brushed; what is to be chosen from follows when it is settled. */
    void count(EventFilter passing, EventCounts counts);
}
