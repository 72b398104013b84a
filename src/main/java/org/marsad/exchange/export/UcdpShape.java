package org.marsad.exchange.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.datasets.Dataset;

/**
 * An event of organised violence as a row of UCDP GED's columns. A row that came from UCDP leaves as it came. Ids of
 * UCDP's conflicts, dyads and countries are left empty: they are UCDP's to give.
 */
final class UcdpShape {
    private static final double CELL_DEGREES = 0.5;

    private UcdpShape() {}

    static List<? extends @Nullable Object> row(ExportEvent event) {
        var imported = event.imported();
        if (imported != null && imported.source().equals(Dataset.UCDP.id())) {
            return imported.fields();
        }
        var sides = Sides.of(event);
        var one = sides.one() == null ? "" : sides.one().name();
        var other = sides.other() == null ? "" : sides.other().name();
        var place = event.place();
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", event.id());
        values.put("relid", "MRS-" + event.id());
        values.put("year", event.start() == null ? null : event.start().getYear());
        values.put("type_of_violence", event.type().ucdpViolence());
        values.put("dyad_name", one.isEmpty() || other.isEmpty() ? one + other : one + " - " + other);
        values.put("side_a", one);
        values.put("side_b", other);
        values.put("number_of_sources", event.sources().size());
        values.put("source_article", String.join("; ", event.sources()));
        values.put("source_headline", event.headline());
        values.put("where_prec", event.wherePrecision());
        values.put("where_coordinates", place == null ? null : place.name());
        values.put("adm_1", place == null ? null : place.admin1());
        values.put("country", Countries.name(event.country()));
        values.put("date_prec", datePrecision(event));
        values.put("date_start", event.start());
        values.put("date_end", event.end());
        putPosition(values, event);
        putDeaths(values, event);
        var row = new ArrayList<@Nullable Object>();
        Dataset.UCDP.columns().forEach(column -> row.add(values.get(column)));
        return row;
    }

    private static void putPosition(Map<String, @Nullable Object> values, ExportEvent event) {
        var position = event.position();
        if (position != null) {
            values.put("latitude", position.lat());
            values.put("longitude", position.lon());
            values.put("geom_wkt", String.format(Locale.ROOT, "POINT (%s %s)", position.lon(), position.lat()));
            values.put("priogrid_gid", priogrid(position));
        }
    }

    private static void putDeaths(Map<String, @Nullable Object> values, ExportEvent event) {
        var deaths = event.deaths();
        var best = AcledShape.deaths(event);
        if (deaths != null && best != null) {
            values.put("best", best);
            values.put("low", deaths.low() == null ? best : deaths.low());
            values.put("high", deaths.high() == null ? best : deaths.high());
        }
    }

    private static @Nullable Integer datePrecision(ExportEvent event) {
        var start = event.start();
        return start == null
                ? null
                : switch (event.datePrecision()) {
                    case DAY -> start.equals(event.end()) ? 1 : 2;
                    case WEEK -> 3;
                    case MONTH -> 4;
                    default -> 5;
                };
    }

    /** PRIO-GRID's cell: half degrees, counted from the south-west corner of the world, row by row, from 1. */
    static int priogrid(ExportEvent.Position position) {
        int row = (int) Math.floor((position.lat() + 90) / CELL_DEGREES);
        int column = (int) Math.floor((position.lon() + 180) / CELL_DEGREES);
        return Math.min(row, 359) * 720 + Math.min(column, 719) + 1;
    }
}
