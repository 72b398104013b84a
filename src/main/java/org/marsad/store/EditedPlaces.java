package org.marsad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.EditedPlace;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.PlaceName;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What admins changed of the gazetteer, as the coder needs it. */
public final class EditedPlaces {
    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final JdbcClient jdbc;

    EditedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String id,
            long version,
            String name,
            PlaceLevel level,
            String feature,
            String country,
            String admin1,
            double lon,
            double lat,
            long population,
            boolean retired,
            boolean gone,
            List<PlaceName> names) {}

    public long version() {
        return jdbc.sql("select version from gazetteer_edition")
                .query(Long.class)
                .single();
    }

    /** Every place that is other than the sources have it, or that they lack. */
    public List<EditedPlace> list() {
        var first = new LinkedHashMap<String, Row>();
        var last = new LinkedHashMap<String, Row>();
        for (var row : rows()) {
            if (row.version() == 0) {
                first.put(row.id(), row);
            }
            last.put(row.id(), row);
        }
        var edits = new ArrayList<EditedPlace>();
        last.forEach((id, row) -> {
            var source = first.get(id);
            if (source != null || !row.gone()) {
                edits.add(edit(source, row));
            }
        });
        return edits;
    }

    /** The first and the last version of each place, in that order. */
    private List<Row> rows() {
        var names = new LinkedHashMap<String, List<PlaceName>>();
        jdbc.sql("""
                        select n.* from place_version_name n
                        where n.version = 0 or n.version = (select max(v.version) from place_version v where v.place_id = n.place_id)
                        order by n.place_id, n.version, n.ordinal""").query(row -> {
            var id = row.getString("place_id");
            names.computeIfAbsent(id + " " + row.getLong("version"), _ -> new ArrayList<>())
                    .add(name(id, row));
        });
        return jdbc.sql("""
                        select v.* from place_version v
                        where v.version = 0 or v.version = (select max(o.version) from place_version o where o.place_id = v.place_id)
                        order by v.place_id, v.version""").query((row, _) -> row(row, names)).list();
    }

    private static Row row(ResultSet row, Map<String, List<PlaceName>> names) throws SQLException {
        var id = row.getString("place_id");
        long version = row.getLong("version");
        return new Row(
                id,
                version,
                row.getString("name"),
                PlaceLevel.ofWord(row.getString("level")),
                row.getString("feature"),
                orEmpty(row.getString("country")),
                orEmpty(row.getString("admin1")),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getLong("population"),
                row.getBoolean("retired"),
                row.getBoolean("gone"),
                names.getOrDefault(id + " " + version, List.of()));
    }

    private static PlaceName name(String place, ResultSet row) throws SQLException {
        return new PlaceName(
                new PlaceId(place),
                row.getString("name"),
                language(row.getString("language")),
                NameKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
    }

    /** The language where it is one of ours. */
    public static @Nullable Language language(@Nullable String tag) {
        return LANGUAGES.stream()
                .filter(one -> tag != null && tag.split("-")[0].equalsIgnoreCase(one.tag()))
                .findFirst()
                .orElse(null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static EditedPlace edit(@Nullable Row source, Row now) {
        var was = source == null ? List.<PlaceName>of() : source.names();
        return new EditedPlace(
                new PlaceId(now.id()),
                changed(source == null ? null : source.name(), now.name()),
                changed(source == null ? null : source.level(), now.level()),
                changed(source == null ? null : source.feature(), now.feature()),
                changed(source == null ? null : source.country(), now.country()),
                changed(source == null ? null : source.admin1(), now.admin1()),
                source != null && source.lon() == now.lon() ? Double.NaN : now.lon(),
                source != null && source.lat() == now.lat() ? Double.NaN : now.lat(),
                source != null && source.population() == now.population() ? -1 : now.population(),
                was.stream().filter(name -> !now.names().contains(name)).toList(),
                now.names().stream().filter(was::contains).toList(),
                now.names().stream().filter(name -> !was.contains(name)).toList(),
                now.retired() || now.gone());
    }

    private static <T> @Nullable T changed(@Nullable T was, T now) {
        return Objects.equals(was, now) ? null : now;
    }

    /** The decisions that stand. */
    public List<DecisionTable.Kept> listDecisions() {
        return jdbc
                .sql("""
                        select distinct on (surface, scope, source, text_hash, begin_cp) *
                        from mention_decision order by surface, scope, source, text_hash, begin_cp, version desc""")
                .query((row, _) -> row.getBoolean("withdrawn")
                        ? null
                        : new DecisionTable.Kept(
                                row.getString("surface"),
                                row.getString("scope"),
                                row.getString("source"),
                                row.getString("text_hash"),
                                row.getInt("begin_cp"),
                                row.getString("place_id")))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
