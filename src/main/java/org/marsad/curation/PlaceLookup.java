package org.marsad.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Found;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.Posting;
import org.marsad.gazetteer.Sounds;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.geo.Geodesy;
import org.marsad.geocode.Resemblance;
import org.marsad.store.LiveGazetteer;
import org.marsad.text.Folding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds places by name and by position. */
final class PlaceLookup {
    private static final double KM_PER_DEGREE = 111.2;

    /** Per letter; beyond this the resemblance is chance. */
    private static final double WORST = 0.15;

    private final Resemblance resemblance = new Resemblance();
    private final JdbcClient jdbc;
    private final PlaceSearch beginnings;
    private final PlaceStates states;
    private final EditPlanner planner;
    private final LiveGazetteer live;

    PlaceLookup(JdbcClient jdbc, PlaceStates states, EditPlanner planner, LiveGazetteer live) {
        this.jdbc = jdbc;
        this.beginnings = new PlaceSearch(jdbc);
        this.states = states;
        this.planner = planner;
        this.live = live;
    }

    Optional<PlaceState> find(String id) {
        return states.find(id);
    }

    boolean isTaken(String id) {
        return planner.isTaken(id);
    }

    /** See {@link Curation#search}. */
    List<Found> search(String text, int limit) {
        if (Folding.key(text.strip()).length() < 2) {
            return List.of();
        }
        // Id and the name that was found, in the order of likeliness.
        Map<String, String> found = new LinkedHashMap<>();
        var gazetteer = live.gazetteer();
        byKey(gazetteer, SurfaceForms.key(text)).forEach(id -> found.put(id, text.strip()));
        beginnings.find(text, limit).forEach(one -> found.put(one.id(), one.matched()));
        if (found.size() < limit) {
            bySound(gazetteer, SurfaceForms.key(text)).forEach(found::putIfAbsent);
        }
        return found.entrySet().stream()
                .limit(limit)
                .flatMap(entry -> states.find(entry.getKey()).stream()
                        .filter(place -> !place.retired())
                        .map(place -> new Found(place, entry.getValue(), null)))
                .toList();
    }

    /** The ids of places of exactly this folded name, the populous first. */
    private static List<String> byKey(Gazetteer gazetteer, String key) {
        var places = gazetteer.places();
        return ordinals(gazetteer.names(), gazetteer.names().find(key)).stream()
                .sorted(Comparator.comparingInt((Integer place) -> -places.population(place)))
                .map(place -> places.id(place).value())
                .toList();
    }

    private static Set<Integer> ordinals(NameIndex names, int node) {
        var found = new TreeSet<Integer>();
        for (int i = node < 0 ? 0 : names.postingsBegin(node); node >= 0 && i < names.postingsEnd(node); i++) {
            if (!Posting.isDemonym(names.posting(i))) {
                found.add(Posting.place(names.posting(i)));
            }
        }
        return found;
    }

    /** Places whose names in Latin script sound so and are spelt nearly so, the nearest spelling first. */
    private Map<String, String> bySound(Gazetteer gazetteer, String key) {
        long sound = key.isEmpty() ? Sounds.NONE : Sounds.of(key);
        if (sound == Sounds.NONE || Sounds.isSingle(sound)) {
            return Map.of();
        }
        var nodes = new HashSet<Integer>();
        gazetteer.sounds().forEach(sound, nodes::add);
        var places = gazetteer.places();
        var found = new ArrayList<Map.Entry<Integer, String>>();
        var costs = new HashMap<String, Double>();
        for (int node : nodes) {
            var name = gazetteer.names().key(node);
            double cost = resemblance.cost(name, key);
            if (cost <= WORST * key.length()) {
                costs.put(name, cost);
                ordinals(gazetteer.names(), node).forEach(place -> found.add(Map.entry(place, name)));
            }
        }
        found.sort(Comparator.comparingDouble((Map.Entry<Integer, String> entry) -> costs.get(entry.getValue()))
                .thenComparingInt(entry -> -places.population(entry.getKey())));
        var result = new LinkedHashMap<String, String>();
        found.stream()
                .limit(50)
                .forEach(entry -> result.putIfAbsent(places.id(entry.getKey()).value(), entry.getValue()));
        return result;
    }

    Gazetteer gazetteer() {
        return live.gazetteer();
    }

    List<Found> listNear(double lon, double lat, double km, int limit) {
        return jdbc
                .sql("""
                        select id, name from place
                        where ST_DWithin(point, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :degrees)
                            and ST_DWithin(point::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography, :metres)
                        order by ST_Distance(point::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography), id
                        limit :limit""")
                .param("lon", lon)
                .param("lat", lat)
                .param("degrees", km / KM_PER_DEGREE / Math.max(0.05, Math.cos(Math.toRadians(lat))))
                .param("metres", km * 1000)
                .param("limit", limit)
                .query((row, _) -> row.getString("id"))
                .list()
                .stream()
                .flatMap(id -> states.find(id).stream())
                .filter(place -> !place.retired())
                .map(place -> new Found(place, place.name(), km(lon, lat, place)))
                .toList();
    }

    List<Found> listNamesakes(List<String> names, double lon, double lat, @Nullable String except, int limit) {
        var gazetteer = live.gazetteer();
        var places = gazetteer.places();
        Map<Integer, String> found = new LinkedHashMap<>();
        for (var name : names) {
            ordinals(gazetteer.names(), gazetteer.names().find(SurfaceForms.key(name)))
                    .forEach(place -> found.putIfAbsent(place, name));
        }
        return found.entrySet().stream()
                .filter(entry -> !places.id(entry.getKey()).value().equals(except))
                .sorted(Comparator.comparingDouble(
                        entry -> square(places.lon(entry.getKey()) - lon, places.lat(entry.getKey()) - lat)))
                .limit(limit)
                .flatMap(entry -> states.find(places.id(entry.getKey()).value()).stream()
                        .map(place -> new Found(place, entry.getValue(), km(lon, lat, place))))
                .toList();
    }

    private static double square(double x, double y) {
        return x * x + y * y;
    }

    private static double km(double lon, double lat, PlaceState place) {
        boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        return onEarth ? Geodesy.distanceKm(lon, lat, place.lon(), place.lat()) : Double.MAX_VALUE;
    }
}
