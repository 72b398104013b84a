package org.marsad.exchange.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.export.ExportEvent.ExportActor;
import org.marsad.exchange.export.ExportEvent.ExportPlace;
import tools.jackson.databind.json.JsonMapper;

/** An event with all its codes: a row of CSV, or the properties of a feature. */
public final class FlatShape {
    public static final List<String> COLUMNS = List.of(
            "id",
            "source",
            "source_id",
            "plover",
            "mode",
            "acled",
            "acled_sub",
            "ucdp_violence",
            "start",
            "end",
            "date_precision",
            "places",
            "country",
            "latitude",
            "longitude",
            "where_precision",
            "border",
            "near_borders",
            "perpetrators",
            "targets",
            "participants",
            "claimants",
            "mediators",
            "deaths_low",
            "deaths_best",
            "deaths_high",
            "sources",
            "headline",
            "confidence");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the values of a column are; {@code sql} is a type of GeoPackage. */
    public enum ColumnType {
        TEXT("string", "TEXT"),
        DAY("string", "DATE"),
        WHOLE("int", "INTEGER"),
        REAL("double", "DOUBLE");

        private final String kml;
        private final String sql;

        ColumnType(String kml, String sql) {
            this.kml = kml;
            this.sql = sql;
        }

        String kml() {
            return kml;
        }

        public String sql() {
            return sql;
        }
    }

    private FlatShape() {}

    public static ColumnType type(String column) {
        return switch (column) {
            case "id", "ucdp_violence", "where_precision", "deaths_low", "deaths_best", "deaths_high" ->
                ColumnType.WHOLE;
            case "latitude", "longitude", "confidence" -> ColumnType.REAL;
            case "start", "end" -> ColumnType.DAY;
            default -> ColumnType.TEXT;
        };
    }

    /** Its values in the order of {@link #COLUMNS}: texts, numbers, days and nulls. */
    public static List<? extends @Nullable Object> row(ExportEvent event) {
        var imported = event.imported();
        var position = event.position();
        var deaths = event.deaths();
        var row = new ArrayList<@Nullable Object>();
        row.add(event.id());
        row.add(imported == null ? "articles" : imported.source());
        row.add(imported == null ? null : imported.sourceId());
        row.add(event.type().plover());
        row.add(event.type().mode());
        row.add(event.type().acled());
        row.add(event.type().acledSub());
        row.add(event.type().ucdpViolence());
        row.add(event.start());
        row.add(event.end());
        row.add(event.datePrecision().word());
        row.add(joined(event.places().stream().map(ExportPlace::name).toList()));
        row.add(event.country());
        row.add(position == null ? null : position.lat());
        row.add(position == null ? null : position.lon());
        row.add(event.wherePrecision());
        row.add(event.border());
        row.add(joined(event.borders()));
        for (var role : List.of("perpetrator", "target", "participant", "claimant", "mediator")) {
            row.add(joined(event.actors(role).stream().map(ExportActor::name).toList()));
        }
        row.add(deaths == null ? null : deaths.low());
        row.add(deaths == null ? null : deaths.best());
        row.add(deaths == null ? null : deaths.high());
        row.add(joined(event.sources()));
        row.add(event.headline());
        row.add(Math.round(event.confidence() * 1000) / 1000.0);
        return row;
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    /** A feature whose geometry is the event's own: the line of a border, or several points. */
    static String feature(ExportEvent event) {
        var properties = JSON.createObjectNode();
        var row = row(event);
        for (int i = 0; i < row.size(); i++) {
            properties.putPOJO(COLUMNS.get(i), row.get(i) instanceof Number number ? number : text(row.get(i)));
        }
        return "{\"type\":\"Feature\",\"id\":" + event.id() + ",\"geometry\":" + event.geometry() + ",\"properties\":"
                + JSON.writeValueAsString(properties) + "}";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
