package org.marsad.exchange.datasets;

import com.ibm.icu.util.Region;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.marsad.text.Folding;
import org.marsad.text.Table;

/** Countries by the codes and names of data sets, as ISO 3166-1 alpha-2. */
final class CountryCodes {
    private static final Map<String, String> BY_ISO3 = new HashMap<>();
    private static final Map<String, String> BY_FIPS = new HashMap<>();
    private static final Map<String, String> BY_NAME = new HashMap<>();

    static {
        for (var row : Table.rows("/gazetteer/countries.csv")) {
            var iso2 = row.get("iso2");
            BY_ISO3.put(row.get("iso3"), iso2);
            BY_FIPS.put(row.get("fips"), iso2);
            BY_NAME.put(Folding.key(row.get("name")), iso2);
            row.list("names_en").forEach(name -> BY_NAME.putIfAbsent(Folding.key(name), iso2));
        }
        for (var row : Table.rows("/org/marsad/exchange/countries.csv")) {
            var iso2 = row.get("iso2");
            switch (row.get("of")) {
                case "fips" -> BY_FIPS.put(row.get("code"), iso2);
                case "iso3" -> BY_ISO3.put(row.get("code"), iso2);
                default -> BY_NAME.put(Folding.key(row.get("code")), iso2);
            }
        }
    }

    private CountryCodes() {}

    static Optional<String> findByIso3(String code) {
        return Optional.ofNullable(BY_ISO3.get(code));
    }

    /** Empty for an unknown code; the empty text for one that stands for no country: an ocean. */
    static Optional<String> findByFips(String code) {
        return Optional.ofNullable(BY_FIPS.get(code));
    }

    /** By the number of ISO 3166-1. */
    static Optional<String> findByNumber(int number) {
        try {
            var code = Region.getInstance(number).toString();
            return code.length() == 2 ? Optional.of(code) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By an English name; what follows in brackets is passed over: «DR Congo (Zaire)». */
    static Optional<String> findByName(String name) {
        var whole = BY_NAME.get(Folding.key(name));
        int bracket = name.indexOf(" (");
        return Optional.ofNullable(
                whole != null || bracket < 0 ? whole : BY_NAME.get(Folding.key(name.substring(0, bracket))));
    }
}
