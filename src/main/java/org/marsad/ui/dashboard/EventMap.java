package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/** The map element. It fetches events by itself over HTTP; only what the user wants goes through here. */
@Tag("marsad-map")
@JsModule("./marsad-map.ts")
@NpmPackage(value = "ol", version = "10.11.0")
@NpmPackage(value = "@fontsource/ibm-plex-sans", version = "5.3.0")
@NpmPackage(value = "@fontsource/ibm-plex-sans-arabic", version = "5.3.0")
final class EventMap extends Component implements HasStyle {
    private static final long serialVersionUID = 1;

    EventMap(Language language, Map<String, String> texts) {
        getElement().setProperty("language", language.tag());
        getElement().setPropertyMap("texts", texts);
    }

    /**
     * @param query the filter as query parameters
     * @param corridor its border and width as query parameters, or empty
     */
    void setFilter(String query, String corridor) {
        getElement().setProperty("filter", query);
        getElement().setProperty("corridor", corridor);
    }

    /** The view to start with: {@code lat,lon,zoom}, or empty. */
    void setAt(String at) {
        getElement().setProperty("at", at);
    }

    /** How it is drawn: words with commas between, as the element reads and tells them. */
    void setLook(String look) {
        getElement().setProperty("look", look);
    }

    void setSelected(@Nullable Long event) {
        getElement().setProperty("selected", event == null ? "" : event.toString());
    }

    Registration addEventSelectedListener(ComponentEventListener<EventSelected> listener) {
        return addListener(EventSelected.class, listener);
    }

    Registration addSpotSelectedListener(ComponentEventListener<SpotSelected> listener) {
        return addListener(SpotSelected.class, listener);
    }

    Registration addViewChangedListener(ComponentEventListener<ViewChanged> listener) {
        return addListener(ViewChanged.class, listener);
    }

    Registration addLookChangedListener(ComponentEventListener<LookChanged> listener) {
        return addListener(LookChanged.class, listener);
    }

    Registration addAreaDrawnListener(ComponentEventListener<AreaDrawn> listener) {
        return addListener(AreaDrawn.class, listener);
    }

    Registration addSignedOutListener(ComponentEventListener<SignedOut> listener) {
        return addListener(SignedOut.class, listener);
    }

    /** One event was clicked. */
    @DomEvent("event-selected")
    public static final class EventSelected extends ComponentEvent<EventMap> {
        private static final long serialVersionUID = 1;
        private final long id;

        public EventSelected(EventMap source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = Long.parseLong(id);
        }

        long id() {
            return id;
        }
    }

    /** A spot where several events lie was clicked. */
    @DomEvent("spot-selected")
    public static final class SpotSelected extends ComponentEvent<EventMap> {
        private static final long serialVersionUID = 1;
        private final List<Long> ids;

        public SpotSelected(EventMap source, boolean fromClient, @EventData("event.detail.ids") String ids) {
            super(source, fromClient);
            this.ids = Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
        }

        List<Long> ids() {
            return ids;
        }
    }

    /** The map was moved or zoomed. */
    @DomEvent("view-changed")
    public static final class ViewChanged extends ComponentEvent<EventMap> {
        private static final long serialVersionUID = 1;
        private final String at;

        public ViewChanged(EventMap source, boolean fromClient, @EventData("event.detail.at") String at) {
            super(source, fromClient);
            this.at = at;
        }

        String at() {
            return at;
        }
    }

    /** The reader wants it drawn in another way. */
    @DomEvent("look-changed")
    public static final class LookChanged extends ComponentEvent<EventMap> {
        private static final long serialVersionUID = 1;
        private final String look;

        public LookChanged(EventMap source, boolean fromClient, @EventData("event.detail.look") String look) {
            super(source, fromClient);
            this.look = look;
        }

        String look() {
            return look;
        }
    }

    /** An area was drawn: as in the filter's {@code area}, and not yet checked. */
    @DomEvent("area-drawn")
    public static final class AreaDrawn extends ComponentEvent<EventMap> {
        private static final long serialVersionUID = 1;
        private final String area;

        public AreaDrawn(EventMap source, boolean fromClient, @EventData("event.detail.area") String area) {
            super(source, fromClient);
            this.area = area;
        }

        String area() {
            return area;
        }
    }

    /** The session ended, as an answer to the map's own request showed. */
    @DomEvent("signed-out")
    public static final class SignedOut extends ComponentEvent<EventMap> {
        private static final long serialVersionUID = 1;

        public SignedOut(EventMap source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
