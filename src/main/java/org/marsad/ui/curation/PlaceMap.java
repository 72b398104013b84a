package org.marsad.ui.curation;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Rehearsal.EventEffect;
import org.marsad.curation.Rehearsal.Whereabouts;
import org.marsad.text.Language;

/** The map of the gazetteer's pages: places, one that can be moved, events before and after. */
@Tag("marsad-place-map")
@JsModule("./marsad-place-map.ts")
@NpmPackage(value = "ol", version = "10.11.0")
@NpmPackage(value = "@fontsource/ibm-plex-sans", version = "5.3.0")
@NpmPackage(value = "@fontsource/ibm-plex-sans-arabic", version = "5.3.0")
final class PlaceMap extends Component implements HasStyle {
    private static final long serialVersionUID = 1;

    private int moves;

    PlaceMap(Language language, Map<String, String> texts) {
        getElement().setProperty("language", language.tag());
        getElement().setPropertyMap("texts", texts);
        addClassName("m-place-map");
    }

    /** What a place is on this map. */
    enum SpotKind {
        FOUND,
        NEAR,
        NAMESAKE,
        SUGGESTED
    }

    /**
     * A place to be seen.
     *
     * @param lon degrees east
     * @param lat degrees north
     * @param label a number to stand in it, or empty
     */
    record Spot(String id, String name, double lon, double lat, SpotKind kind, String label) {}

    void showSpots(List<Spot> spots) {
        getElement()
                .setPropertyList(
                        "spots",
                        spots.stream()
                                .map(spot -> Map.of(
                                        "id", spot.id(),
                                        "name", spot.name(),
                                        "lon", spot.lon(),
                                        "lat", spot.lat(),
                                        "kind", spot.kind().name().toLowerCase(Locale.ROOT),
                                        "label", spot.label()))
                                .toList());
    }

    /**
     * The place that is edited.
     *
     * @param was longitude and latitude before it is moved, or null
     */
    void showPin(String name, double lon, double lat, boolean movable, double @Nullable [] was) {
        var pin = new LinkedHashMap<String, Object>();
        pin.put("name", name);
        pin.put("lon", lon);
        pin.put("lat", lat);
        pin.put("movable", movable);
        if (was != null) {
            pin.put("was", List.of(was[0], was[1]));
        }
        getElement().setPropertyMap("pin", pin);
    }

    void hidePin() {
        // Not by a script: that would run after a pin that is shown in the same round trip, and take it away.
        getElement().setProperty("pin", (String) null);
    }

    /** Events before and after; those without a place on either side are left out. */
    void showEffects(List<EventEffect> effects) {
        var shown = new ArrayList<Map<String, Object>>();
        for (var effect : effects) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", effect.event());
            one.put("fate", effect.fate().name().toLowerCase(Locale.ROOT));
            put(one, "from", effect.before());
            put(one, "to", effect.after());
            if (one.containsKey("from") || one.containsKey("to")) {
                shown.add(one);
            }
        }
        getElement().setPropertyList("effects", shown);
    }

    private static void put(Map<String, Object> effect, String side, @Nullable Whereabouts where) {
        if (where != null && where.lon() != null && where.lat() != null) {
            effect.put(side, List.of(where.lon(), where.lat()));
        }
    }

    /** Moves to what is to be seen. */
    void fit() {
        getElement().setProperty("fit", Integer.toString(++moves));
    }

    Registration addPlacePickedListener(ComponentEventListener<PlacePicked> listener) {
        return addListener(PlacePicked.class, listener);
    }

    Registration addPinMovedListener(ComponentEventListener<PinMoved> listener) {
        return addListener(PinMoved.class, listener);
    }

    /** A place was clicked. */
    @DomEvent("place-picked")
    public static final class PlacePicked extends ComponentEvent<PlaceMap> {
        private static final long serialVersionUID = 1;
        private final String id;

        public PlacePicked(PlaceMap source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /** The place that is edited was put elsewhere; degrees. */
    @DomEvent("pin-moved")
    public static final class PinMoved extends ComponentEvent<PlaceMap> {
        private static final long serialVersionUID = 1;
        private final double lon;
        private final double lat;

        public PinMoved(
                PlaceMap source,
                boolean fromClient,
                @EventData("event.detail.lon") double lon,
                @EventData("event.detail.lat") double lat) {
            super(source, fromClient);
            this.lon = lon;
            this.lat = lat;
        }

        double lon() {
            return lon;
        }

        double lat() {
            return lat;
        }
    }
}
