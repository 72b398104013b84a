package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.text.Language;

/** The histogram element with its brush. */
@Tag("marsad-timeline")
@JsModule("./marsad-timeline.ts")
final class Timeline extends Component {
    private static final long serialVersionUID = 1;

    Timeline(Language language, Map<String, String> texts) {
        getElement().setProperty("language", language.tag());
        getElement().setPropertyMap("texts", texts);
    }

    /**
     * @param query the filter without its range
     */
    void setFilter(String query, EventFilter filter) {
        getElement().setProperty("filter", query);
        getElement()
                .setProperty("from", filter.from() == null ? "" : filter.from().toString());
        getElement().setProperty("to", filter.to() == null ? "" : filter.to().toString());
        getElement().setProperty("undated", filter.undated());
    }

    Registration addRangeListener(ComponentEventListener<RangeChanged> listener) {
        return addListener(RangeChanged.class, listener);
    }

    /** Told of each range that the brush passes, some twenty times a second; the last one may come to nothing. */
    Registration addMovedListener(ComponentEventListener<RangeMoved> listener) {
        return addListener(RangeMoved.class, listener);
    }

    Registration addUndatedListener(ComponentEventListener<UndatedToggled> listener) {
        return addListener(UndatedToggled.class, listener);
    }

    private abstract static class RangeEvent extends ComponentEvent<Timeline> {
        private static final long serialVersionUID = 1;
        private final @Nullable LocalDate from;
        private final @Nullable LocalDate to;

        RangeEvent(Timeline source, boolean fromClient, String from, String to) {
            super(source, fromClient);
            this.from = from.isEmpty() ? null : LocalDate.parse(from);
            this.to = to.isEmpty() ? null : LocalDate.parse(to);
        }

        @Nullable
        LocalDate from() {
            return from;
        }

        @Nullable
        LocalDate to() {
            return to;
        }
    }

    /** A range was brushed, or cleared: both null. */
    @DomEvent("range-changed")
    public static final class RangeChanged extends RangeEvent {
        private static final long serialVersionUID = 1;

        public RangeChanged(
                Timeline source,
                boolean fromClient,
                @EventData("event.detail.from") String from,
                @EventData("event.detail.to") String to) {
            super(source, fromClient, from, to);
        }
    }

    /** The brush moves over a range, or has left it again. */
    @DomEvent("range-moved")
    public static final class RangeMoved extends RangeEvent {
        private static final long serialVersionUID = 1;

        public RangeMoved(
                Timeline source,
                boolean fromClient,
                @EventData("event.detail.from") String from,
                @EventData("event.detail.to") String to) {
            super(source, fromClient, from, to);
        }
    }

    /** The button of the undated events was pressed. */
    @DomEvent("undated-toggled")
    public static final class UndatedToggled extends ComponentEvent<Timeline> {
        private static final long serialVersionUID = 1;

        public UndatedToggled(Timeline source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
