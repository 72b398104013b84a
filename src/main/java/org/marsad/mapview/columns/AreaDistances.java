package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;

/**
 * From which width on a corridor meets the areas that events are known by. Reckoned once for each border and area: by the
 * nearest corners of the shapes, to 1 %.
 */
final class AreaDistances {
    private final Borders borders;
    /** By border: for each area the width in km; infinite beyond 200 km. */
    private final Map<BorderId, double[]> widths = new ConcurrentHashMap<>();

    private final Map<BorderId, Map<String, Double>> countries = new ConcurrentHashMap<>();

    AreaDistances(Borders borders) {
        this.borders = borders;
    }

    /** For each area by number, the narrowest corridor that possibly holds its events; infinite for none. */
    double[] of(BorderId border, List<KnownArea> areas) {
        return widths.compute(border, (id, before) -> {
            double[] known = before == null ? new double[0] : before;
            if (known.length >= areas.size()) {
                return known;
            }
            double[] longer = Arrays.copyOf(known, areas.size());
            for (int i = known.length; i < longer.length; i++) {
                longer[i] = width(border, areas.get(i));
            }
            return longer;
        });
    }

    private double width(BorderId border, KnownArea area) {
        if (area.wherePrecision() <= 2 || border.equals(area.border())) {
            return Double.POSITIVE_INFINITY;
        }
        if (area.wherePrecision() == 6) {
            var near = countries.computeIfAbsent(border, this::countriesNear);
            return area.countries().stream()
                    .mapToDouble(country -> near.getOrDefault(country, Double.POSITIVE_INFINITY))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }
        double most = NearLists.MAX_KM + area.km();
        return Math.max(0, borders.distanceKm(border, area.shape(), most) - area.km());
    }

    /** The countries that have a land border within 200 km of this one, and how far that is. */
    private Map<String, Double> countriesNear(BorderId border) {
        var result = new HashMap<String, Double>();
        for (var other : borders.list()) {
            double km = other.id().equals(border) ? 0 : borders.distanceKm(border, other.line(), NearLists.MAX_KM);
            if (km <= NearLists.MAX_KM) {
                result.merge(other.id().a(), km, Math::min);
                result.merge(other.id().b(), km, Math::min);
            }
        }
        return result;
    }
}
