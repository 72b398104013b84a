package org.marsad.gazetteer;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which known place a row of another source means, by what it is called, where it is and what it is: for sources that number
 * places otherwise. Safe for use by many threads.
 */
public final class Reconciler {
    /** From this score on two are one place. */
    public static final double MATCH = 0.9;

    /** From this score on somebody has to look. */
    public static final double DOUBT = 0.6;

    private static final double KM_PER_DEGREE = 111.2;

    /** What a name is worth: the display name of both, a name of either, or one that only sounds so. */
    private static final double SAME = 1, VARIANT = 0.96, SOUND = 0.85;

    private static final double OTHER_COUNTRY = 0.6;

    private final List<Gazetteer> known;

    public Reconciler(List<Gazetteer> known) {
        this.known = List.copyOf(known);
    }

    /**
     * A row as far as it tells.
     *
     * @param country ISO 3166-1 alpha-2, or empty
     */
    public record Wanted(
            String name,
            Collection<String> others,
            PlaceLevel level,
            String feature,
            String country,
            double lon,
            double lat) {}

    /**
     * @param score 0 to 1
     */
    public record Match(Place place, double score, double km) {}

    /** The best, where it is worth a look: its score is at least {@link #DOUBT}. */
    public Optional<Match> find(Wanted wanted) {
        return known.stream()
                .flatMap(gazetteer -> find(gazetteer, wanted).stream())
                .max(Comparator.comparingDouble(Match::score)
                        .thenComparing(Comparator.comparingDouble(Match::km).reversed()));
    }

    private static Optional<Match> find(Gazetteer gazetteer, Wanted wanted) {
        // What each place's name is worth.
        Map<Integer, Double> names = new HashMap<>();
        var key = SurfaceForms.key(wanted.name());
        collect(gazetteer, gazetteer.names().find(key), SAME, key, names);
        for (var other : wanted.others()) {
            collect(gazetteer, gazetteer.names().find(SurfaceForms.key(other)), VARIANT, null, names);
        }
        long sound = key.isEmpty() || key.charAt(0) >= 0x80 ? Sounds.NONE : Sounds.of(Sounds.unassimilated(key));
        if (sound != Sounds.NONE && !Sounds.isSingle(sound)) {
            gazetteer.sounds().forEach(sound, node -> collect(gazetteer, node, SOUND, null, names));
        }
        @Nullable Match best = null;
        for (var entry : names.entrySet()) {
            var match = score(gazetteer.places(), entry.getKey(), entry.getValue(), wanted);
            if (match.score() >= DOUBT && (best == null || match.score() > best.score())) {
                best = match;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * @param display the key that a place's display name must have for the name to be worth that much; null for any
     */
    private static void collect(
            Gazetteer gazetteer, int node, double worth, @Nullable String display, Map<Integer, Double> names) {
        var index = gazetteer.names();
        for (int i = node < 0 ? 0 : index.postingsBegin(node); node >= 0 && i < index.postingsEnd(node); i++) {
            int place = Posting.place(index.posting(i));
            if (!Posting.isDemonym(index.posting(i))) {
                boolean shown = display == null
                        || SurfaceForms.key(gazetteer.places().name(place)).equals(display);
                names.merge(place, shown ? worth : VARIANT, Math::max);
            }
        }
    }

    private static Match score(Places places, int place, double name, Wanted wanted) {
        double km = km(wanted.lon(), wanted.lat(), places.lon(place), places.lat(place));
        double kind = kind(places, place, wanted);
        boolean elsewhere = !wanted.country().isEmpty()
                && places.country(place) != Places.NO_COUNTRY
                && places.country(place) != Places.countryCode(wanted.country());
        double near = wanted.level() == PlaceLevel.SETTLEMENT || wanted.level() == PlaceLevel.FEATURE
                ? nearTown(km)
                : km < 60 ? 1 : km < 150 ? 0.9 : 0;
        double score = name * kind * near * (elsewhere ? OTHER_COUNTRY : 1);
        return new Match(places.get(place), score, km);
    }

    /** A town and the commune called after it are two; so are a village and its river. */
    private static double kind(Places places, int place, Wanted wanted) {
        var level = places.level(place);
        if (level != wanted.level()) {
            return 0;
        }
        boolean sameFeature = places.feature(place).equals(wanted.feature());
        return level == PlaceLevel.FEATURE && !sameFeature ? 0 : sameFeature ? 1 : 0.98;
    }

    private static double nearTown(double km) {
        if (km <= 2) {
            return 1;
        }
        return km <= 5 ? 0.96 : km <= 10 ? 0.88 : km <= 25 ? 0.7 : 0;
    }

    private static double km(double lon, double lat, double otherLon, double otherLat) {
        double x = (lon - otherLon) * Math.cos(Math.toRadians(lat));
        return Math.hypot(x, lat - otherLat) * KM_PER_DEGREE;
    }
}
