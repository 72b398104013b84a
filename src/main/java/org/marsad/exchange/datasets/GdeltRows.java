package org.marsad.exchange.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DatePrecision;

/**
 * Rows of GDELT 2.0's events. ActionGeo_Type is 0 nowhere, 1 a country, 2 a US state, 3 a US city, 4 a city elsewhere, 5
 * a first division elsewhere. A city is taken for known within 25 km (where_prec 2): GDELT gives the centre of the town
 * that an article names, which need not be where it happened.
 */
final class GdeltRows {
    /** CAMEO's actor types that are institutions of a state; the others say less. */
    private static final Map<String, String> INSTITUTIONS = Map.of(
            "GOV", "government",
            "MIL", "army",
            "COP", "police",
            "JUD", "judiciary",
            "LEG", "parliament",
            "SPY", "intelligence",
            "OPP", "opposition");

    private static final Map<String, Integer> INTER =
            Map.of("GOV", 1, "MIL", 1, "COP", 1, "SPY", 1, "REB", 2, "INS", 2, "SEP", 2, "CVL", 7, "REF", 7);

    private static final int COOPERATION = 2;

    private GdeltRows() {}

    static ForeignEvent read(Row row) {
        var id = row.required("globaleventid");
        if (!id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RowRefused("its GlobalEventID is " + Row.shown(id) + ", no number");
        }
        var code = row.required("eventcode");
        var type = TypeTables.findCameo(code)
                .orElseThrow(() -> new RowRefused("CAMEO has no event code " + Row.shown(code)));
        var day = row.day("sqldate");
        int quad = row.code("quadclass", 1, 4);
        int geoType = row.code("actiongeo_type", 0, 5);
        boolean directed = type.directed() && quad > COOPERATION;
        var actors = new ArrayList<ForeignActor>();
        add(actors, row, "actor1", directed ? Role.PERPETRATOR : Role.PARTICIPANT);
        add(actors, row, "actor2", directed ? Role.TARGET : Role.PARTICIPANT);
        return new ForeignEvent(
                Dataset.GDELT,
                id,
                row.stamp("dateadded"),
                type.type(false, false),
                Row.date(day, day, DatePrecision.DAY),
                1,
                geoType == 0 ? null : place(row, geoType),
                geoType == 0 || geoType == 1 ? 6 : geoType == 2 || geoType == 5 ? 4 : 2,
                geoType,
                actors,
                null,
                row.get("sourceurl"),
                row.inOrderOf(Dataset.GDELT));
    }

    private static ForeignEvent.Located place(Row row, int geoType) {
        double lat = row.degrees("actiongeo_lat", 90);
        double lon = row.degrees("actiongeo_long", 180);
        var fips = row.get("actiongeo_countrycode");
        var country = fips.isEmpty()
                ? Optional.<String>empty()
                : Optional.of(CountryCodes.findByFips(fips)
                        .orElseThrow(() -> new RowRefused(
                                "its ActionGeo_CountryCode is " + Row.shown(fips) + ", no FIPS code of a country")));
        var iso = country.filter(code -> !code.isEmpty()).orElse(null);
        Whereabouts.check(lon, lat, iso);
        var parts = row.get("actiongeo_fullname").split(",");
        return new ForeignEvent.Located(
                parts[0].strip(),
                geoType == 1
                        ? PlaceLevel.COUNTRY
                        : geoType == 2 || geoType == 5 ? PlaceLevel.ADMIN1 : PlaceLevel.SETTLEMENT,
                parts.length > 2 ? parts[1].strip() : "",
                iso,
                lon,
                lat);
    }

    private static void add(List<ForeignActor> actors, Row row, String column, Role role) {
        var name = row.get(column + "name");
        if (name.isEmpty()) {
            return;
        }
        var type = row.get(column + "type1code");
        actors.add(new ForeignActor(
                name,
                role,
                INTER.getOrDefault(type, 0),
                INSTITUTIONS.get(type),
                country(row.get(column + "countrycode"))));
    }

    /** CAMEO's codes of countries are ISO's of three letters; those of regions are none of a country. */
    private static @Nullable String country(String code) {
        return code.isEmpty() ? null : CountryCodes.findByIso3(code).orElse(null);
    }
}
