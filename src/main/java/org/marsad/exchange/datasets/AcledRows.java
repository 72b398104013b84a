package org.marsad.exchange.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DatePrecision;

/**
 * Rows of ACLED, of any edition: today's 31 columns, and older files with {@code data_id}, {@code iso3} and numbers for
 * the types of actors. Codes as in ACLED's codebook: time_precision 1 day, 2 week (the date is its middle), 3 month;
 * geo_precision 1 the place, 2 a part of a region, 3 a region.
 */
final class AcledRows {
    private static final Map<String, Integer> INTER = Map.of(
            "state forces", 1,
            "rebel group", 2,
            "rebel groups", 2,
            "political militia", 3,
            "political militias", 3,
            "identity militia", 4,
            "rioters", 5,
            "protesters", 6,
            "civilians", 7,
            "external/other forces", 8);

    private static final int STATE = 1;
    private static final int IDENTITY_MILITIA = 4;
    private static final int CIVILIANS = 7;
    private static final int OTHER = 8;

    private AcledRows() {}

    static ForeignEvent read(Row row) {
        var id = row.first("event_id_cnty", "data_id");
        if (id.isEmpty()) {
            throw new RowRefused("its event_id_cnty is missing");
        }
        var type = TypeTables.findAcled(row.required("event_type"), row.get("sub_event_type"))
                .orElseThrow(() -> new RowRefused("ACLED has no event type %s with the sub-event type %s"
                        .formatted(Row.shown(row.get("event_type")), Row.shown(row.get("sub_event_type")))));
        int timePrecision = row.code("time_precision", 1, 3);
        var date = date(row, timePrecision);
        double lat = row.degrees("latitude", 90);
        double lon = row.degrees("longitude", 180);
        var country = country(row);
        Whereabouts.check(lon, lat, country);
        int geoPrecision = row.code("geo_precision", 1, 3);
        int inter1 = inter(row, "inter1");
        int inter2 = inter(row, "inter2");
        var actors = actors(row, type.directed(), inter1, inter2, country);
        var deaths = row.count("fatalities");
        return new ForeignEvent(
                Dataset.ACLED,
                id,
                row.stamp("timestamp"),
                type.type(inter1 == STATE || inter2 == STATE, inter1 == CIVILIANS || inter2 == CIVILIANS),
                date,
                timePrecision,
                place(row, geoPrecision, country, lon, lat),
                geoPrecision == 3 ? 4 : geoPrecision,
                geoPrecision,
                actors,
                deaths == null ? null : new Fatalities(deaths, deaths, deaths),
                row.get("notes"),
                row.inOrderOf(Dataset.ACLED));
    }

    private static EventDate date(Row row, int timePrecision) {
        var day = row.day("event_date");
        var year = row.get("year");
        if (!year.isEmpty() && row.code("year", 1900, 2200) != day.getYear()) {
            throw new RowRefused("its year is " + year + ", its event_date " + day);
        }
        return switch (timePrecision) {
            case 1 -> Row.date(day, day, DatePrecision.DAY);
            case 2 -> Row.date(day.minusDays(3), day.plusDays(3), DatePrecision.WEEK);
            default -> Row.date(day.withDayOfMonth(1), lastOfMonth(day), DatePrecision.MONTH);
        };
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    /** By ISO code or name; null for a country that we do not know by the name that the row gives it. */
    private static @Nullable String country(Row row) {
        var iso3 = row.get("iso3");
        if (!iso3.isEmpty()) {
            return CountryCodes.findByIso3(iso3.toUpperCase(Locale.ROOT))
                    .orElseThrow(() -> new RowRefused("its iso3 is " + Row.shown(iso3) + ", the code of no country"));
        }
        if (!row.get("iso").isEmpty() && !row.get("iso").equals("0")) {
            int iso = row.code("iso", 0, 999);
            var byName = CountryCodes.findByName(row.get("country"));
            return CountryCodes.findByNumber(iso)
                    .or(() -> byName)
                    .orElseThrow(() -> new RowRefused("its iso is " + iso + ", the code of no country"));
        }
        return CountryCodes.findByName(row.get("country")).orElse(null);
    }

    private static ForeignEvent.Located place(
            Row row, int geoPrecision, @Nullable String country, double lon, double lat) {
        boolean region = geoPrecision == 3;
        var name = region ? row.first("admin1", "location") : row.first("location", "admin3", "admin2", "admin1");
        return new ForeignEvent.Located(
                name.isEmpty() ? row.get("country") : name,
                region ? PlaceLevel.ADMIN1 : PlaceLevel.SETTLEMENT,
                row.get("admin1"),
                country != null ? country : Whereabouts.findCountry(lon, lat).orElse(null),
                lon,
                lat);
    }

    /** 0 where the row names no such actor. */
    private static int inter(Row row, String column) {
        var value = row.get(column);
        if (value.isEmpty()) {
            return 0;
        }
        var named = INTER.get(value.toLowerCase(Locale.ROOT));
        return named != null ? named : row.code(column, 0, OTHER);
    }

    private static List<ForeignActor> actors(
            Row row, boolean directed, int inter1, int inter2, @Nullable String country) {
        var actors = new ArrayList<ForeignActor>();
        Role first = directed ? Role.PERPETRATOR : Role.PARTICIPANT;
        Role second = directed || inter2 == CIVILIANS ? Role.TARGET : Role.PARTICIPANT;
        add(actors, row.get("actor1"), inter1 == CIVILIANS && directed ? Role.TARGET : first, inter1, country);
        add(actors, row.get("actor2"), second, inter2, country);
        for (var name : row.get("assoc_actor_1").split(";")) {
            add(actors, name, actors.isEmpty() ? first : actors.getFirst().role(), associated(name), country);
        }
        for (var name : row.get("assoc_actor_2").split(";")) {
            add(actors, name, second, associated(name), country);
        }
        return actors;
    }

    /** ACLED gives no type to associated actors; only what the name itself says is known. */
    private static int associated(String name) {
        return name.strip().startsWith("Civilians") || name.contains("Refugees")
                ? CIVILIANS
                : name.contains("Ethnic") ? IDENTITY_MILITIA : 0;
    }

    private static void add(List<ForeignActor> actors, String name, Role role, int inter, @Nullable String country) {
        if (!name.isBlank()) {
            actors.add(new ForeignActor(name.strip(), role, inter, null, inter == STATE ? country : null));
        }
    }
}
