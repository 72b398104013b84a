package org.marsad.gazetteer;

import java.util.Optional;
import java.util.Set;
import org.marsad.text.Folding;

/** Finds the gazetteer's place that others mean by a name and a position. Safe for use by many threads. */
public final class NamedNear {
    private static final double KM_PER_DEGREE = 111.2;

    private final Gazetteer gazetteer;

    public NamedNear(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The nearest place of a name, in any language, folded.
     *
     * @param lon degrees east
     * @param lat degrees north
     * @param km how far it may be; good to a percent or so
     * @param levels what it may be
     */
    public Optional<Place> find(String name, double lon, double lat, double km, Set<PlaceLevel> levels) {
        var names = gazetteer.names();
        var places = gazetteer.places();
        int node = names.find(NameKeys.words(Folding.key(name)));
        int best = -1;
        double least = km;
        if (node != NameIndex.NONE) {
            for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
                int posting = names.posting(i);
                int place = Posting.place(posting);
                double away = km(lon, lat, places.lon(place), places.lat(place));
                if (away <= least && !Posting.isDemonym(posting) && levels.contains(places.level(place))) {
                    least = away;
                    best = place;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(places.get(best));
    }

    private static double km(double lon, double lat, double otherLon, double otherLat) {
        double x = (lon - otherLon) * Math.cos(Math.toRadians(lat));
        return Math.hypot(x, lat - otherLat) * KM_PER_DEGREE;
    }
}
