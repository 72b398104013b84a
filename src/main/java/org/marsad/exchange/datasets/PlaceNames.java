package org.marsad.exchange.datasets;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NamedNear;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.Folding;

/**
 * Which place of the gazetteer another data set means: that of the name, near the position; else a place of the data
 * set's own. For one thread.
 */
public final class PlaceNames {
    private static final double SETTLEMENT_KM = 10;
    private static final double DIVISION_KM = 300;
    private static final int LONGEST_ID = 60;
    private static final int KEPT = 100_000;

    private final Supplier<Gazetteer> current;
    private Gazetteer gazetteer;
    private NamedNear named;
    private final Map<ForeignEvent.Located, Place> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ForeignEvent.Located, Place> eldest) {
            return size() > KEPT;
        }
    };

    public PlaceNames(Gazetteer gazetteer) {
        this(gazetteer, () -> gazetteer);
    }

    /**
     * @param current the gazetteer as it is whenever a place is looked up
     */
    public PlaceNames(Gazetteer gazetteer, Supplier<Gazetteer> current) {
        this.current = current;
        this.gazetteer = gazetteer;
        this.named = new NamedNear(gazetteer);
    }

    public Place resolve(Dataset dataset, ForeignEvent.Located located) {
        if (current.get() != gazetteer) {
            gazetteer = current.get();
            named = new NamedNear(gazetteer);
            known.clear();
        }
        return known.computeIfAbsent(located, one -> find(dataset, one));
    }

    private Place find(Dataset dataset, ForeignEvent.Located located) {
        var country = located.country();
        if (located.level() == PlaceLevel.COUNTRY && country != null) {
            var found = gazetteer.findCountry(country);
            if (found.isPresent()) {
                return found.get();
            }
        }
        var levels = switch (located.level()) {
            case SETTLEMENT -> Set.of(PlaceLevel.SETTLEMENT, PlaceLevel.FEATURE);
            case FEATURE, REGION -> Set.of(PlaceLevel.FEATURE, PlaceLevel.REGION);
            default -> Set.of(located.level());
        };
        return named.find(
                        located.name(),
                        located.lon(),
                        located.lat(),
                        located.level() == PlaceLevel.SETTLEMENT ? SETTLEMENT_KM : DIVISION_KM,
                        levels)
                .filter(place -> country == null || country.equals(place.country()))
                .orElseGet(() -> own(dataset, located));
    }

    private static Place own(Dataset dataset, ForeignEvent.Located located) {
        var slug = Folding.key(located.name()).replaceAll("[^a-z0-9]+", "-");
        return new Place(
                new PlaceId(String.format(
                        Locale.ROOT,
                        "%s:%s.%.3f.%.3f",
                        dataset.id(),
                        slug.substring(0, Math.min(slug.length(), LONGEST_ID)),
                        located.lat(),
                        located.lon())),
                located.name(),
                located.country(),
                located.admin1().isEmpty() ? null : located.admin1(),
                located.level(),
                switch (located.level()) {
                    case SETTLEMENT -> "PPL";
                    case ADMIN1 -> "ADM1";
                    case ADMIN2 -> "ADM2";
                    case COUNTRY -> "PCLI";
                    default -> "RGN";
                },
                located.lat(),
                located.lon(),
                0);
    }
}
