package org.marsad.curation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.gazetteer.Posting;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.geo.Geodesy;

/**
 * In which first-level division of its country a position is likely to be. There are no areas of divisions to ask: the
 * settlements around it are asked, the nearer the more, or where there are none the nearest division. So it is a guess.
 *
 * @param division its name as places have it
 * @param around all divisions that the settlements around are in
 */
record DivisionGuess(String division, Set<String> around) {
    private static final int ASKED = 9;
    private static final double AROUND_KM = 80;

    private record Neighbour(String division, double km) {}

    /**
     * @param country ISO 3166-1 alpha-2
     * @param lon degrees east, WGS 84
     * @param lat degrees north, WGS 84
     * @param except a place that is not asked, or null
     */
    static Optional<DivisionGuess> of(
            Gazetteer gazetteer, String country, double lon, double lat, @Nullable String except) {
        var places = gazetteer.places();
        short code = Places.countryCode(country);
        var nearest = new PriorityQueue<Neighbour>(
                Comparator.comparingDouble(Neighbour::km).reversed());
        Neighbour division = null;
        for (int place = 0; place < places.size(); place++) {
            if (places.country(place) != code || code == Places.NO_COUNTRY) {
                continue;
            }
            boolean settlement = places.level(place) == PlaceLevel.SETTLEMENT;
            if (!settlement && places.level(place) != PlaceLevel.ADMIN1) {
                continue;
            }
            double km = Geodesy.distanceKm(lon, lat, places.lon(place), places.lat(place));
            if (!settlement) {
                division = division == null || km < division.km() ? new Neighbour(places.name(place), km) : division;
            } else if (km <= AROUND_KM
                    && !places.admin1(place).isEmpty()
                    && !places.id(place).value().equals(except)) {
                nearest.add(new Neighbour(places.admin1(place), km));
                if (nearest.size() > ASKED) {
                    nearest.remove();
                }
            }
        }
        if (nearest.isEmpty()) {
            return Optional.ofNullable(division).map(one -> new DivisionGuess(one.division(), Set.of(one.division())));
        }
        Map<String, Double> votes = new HashMap<>();
        nearest.forEach(one -> votes.merge(one.division(), 1 / (1 + one.km()), Double::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> new DivisionGuess(most.getKey(), Set.copyOf(votes.keySet())));
    }

    /** Whether a division that is stated can be right: by whichever of its names, it is one of those around. */
    boolean allows(Gazetteer gazetteer, String country, String stated) {
        var meant = divisions(gazetteer, country, stated);
        return around.stream().anyMatch(one -> {
            var same = divisions(gazetteer, country, one);
            same.retainAll(meant);
            return !same.isEmpty() || SurfaceForms.key(one).equals(SurfaceForms.key(stated));
        });
    }

    private static Set<Integer> divisions(Gazetteer gazetteer, String country, String name) {
        var names = gazetteer.names();
        var places = gazetteer.places();
        var found = new TreeSet<Integer>();
        int node = names.find(SurfaceForms.key(name));
        for (int i = node < 0 ? 0 : names.postingsBegin(node); node >= 0 && i < names.postingsEnd(node); i++) {
            int place = Posting.place(names.posting(i));
            if (places.level(place) == PlaceLevel.ADMIN1
                    && Places.countryCode(places.country(place)).equals(country)) {
                found.add(place);
            }
        }
        return found;
    }
}
