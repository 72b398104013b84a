package org.marsad.exchange.datasets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DatePrecision;

/**
 * Rows of UCDP GED, by the names of the columns, of any version: {@code best} was {@code best_est} once. Codes as in its
 * codebook: where_prec 1–7; date_prec 1 day, 2 two to six days, 3 a week, 4 a month, 5 more than a month.
 */
final class UcdpRows {
    private UcdpRows() {}

    static ForeignEvent read(Row row) {
        var id = row.required("id");
        int violence = row.code("type_of_violence", 1, 3);
        var type = TypeTables.findUcdp(violence).orElseThrow();
        int datePrecision = row.code("date_prec", 1, 5);
        var date = date(row, datePrecision);
        double lat = row.degrees("latitude", 90);
        double lon = row.degrees("longitude", 180);
        var country = CountryCodes.findByName(row.get("country")).orElse(null);
        Whereabouts.check(lon, lat, country);
        int wherePrecision = row.code("where_prec", 1, 7);
        return new ForeignEvent(
                Dataset.UCDP,
                id,
                null,
                type.type(violence == 1, violence == 3),
                date,
                datePrecision,
                place(row, wherePrecision, country, lon, lat),
                wherePrecision,
                wherePrecision,
                actors(row, violence),
                deaths(row),
                row.first("source_headline", "source_article"),
                row.inOrderOf(Dataset.UCDP));
    }

    private static EventDate date(Row row, int datePrecision) {
        var start = row.day("date_start");
        var end = row.get("date_end").isEmpty() ? start : row.day("date_end");
        var year = row.get("year");
        if (!year.isEmpty()) {
            int told = row.code("year", 1900, 2200);
            if (told < start.getYear() || told > end.getYear()) {
                throw new RowRefused("its year is " + told + ", its date_start " + start);
            }
        }
        return Row.date(
                start,
                end,
                switch (datePrecision) {
                    case 1 -> DatePrecision.DAY;
                    case 2, 3 -> DatePrecision.WEEK;
                    case 4 -> DatePrecision.MONTH;
                    default -> DatePrecision.YEAR;
                });
    }

    private static ForeignEvent.Located place(
            Row row, int wherePrecision, @Nullable String country, double lon, double lat) {
        var name = switch (wherePrecision) {
            case 3 -> row.first("adm_2", "where_coordinates");
            case 4 -> row.first("adm_1", "where_coordinates");
            case 6 -> row.first("country", "where_coordinates");
            default -> row.first("where_coordinates", "where_description", "adm_2", "adm_1");
        };
        return new ForeignEvent.Located(
                name.isEmpty() ? row.get("country") : name,
                switch (wherePrecision) {
                    case 1, 2 -> PlaceLevel.SETTLEMENT;
                    case 3 -> PlaceLevel.ADMIN2;
                    case 4 -> PlaceLevel.ADMIN1;
                    case 6 -> PlaceLevel.COUNTRY;
                    default -> PlaceLevel.REGION;
                },
                row.get("adm_1"),
                country != null ? country : Whereabouts.findCountry(lon, lat).orElse(null),
                lon,
                lat);
    }

    private static List<ForeignActor> actors(Row row, int violence) {
        var actors = new ArrayList<ForeignActor>();
        boolean oneSided = violence == 3;
        add(actors, row.required("side_a"), oneSided ? Role.PERPETRATOR : Role.PARTICIPANT);
        add(actors, row.required("side_b"), oneSided ? Role.TARGET : Role.PARTICIPANT);
        return actors;
    }

    private static void add(List<ForeignActor> actors, String name, Role role) {
        actors.add(new ForeignActor(
                name, role, name.startsWith("Government of ") ? 1 : name.equals("Civilians") ? 7 : 0, null, null));
    }

    private static @Nullable Fatalities deaths(Row row) {
        var best = row.count("best", "best_est");
        var low = row.count("low", "low_est");
        var high = row.count("high", "high_est");
        if (best == null) {
            return null;
        }
        int least = low == null ? best : low;
        int most = high == null ? best : high;
        if (least > best || best > most) {
            throw new RowRefused(
                    "its deaths are low %d, best %d, high %d: not in this order".formatted(least, best, most));
        }
        return new Fatalities(least, best, most);
    }
}
