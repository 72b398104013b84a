package org.marsad.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.store.LiveGazetteer;
import org.marsad.text.Folding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places with their names and versions, in the database. The caller holds a transaction where it writes. */
final class PlaceStates extends VersionTable<PlaceState> {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final LiveGazetteer live;

    PlaceStates(JdbcTemplate template, LiveGazetteer live) {
        super(JdbcClient.create(template), "place_version", "place_id");
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.live = live;
    }

    /** As it is now; empty where there is no such place, or its making was taken back. */
    @Override
    public Optional<PlaceState> find(String id) {
        var edited = findLast(id);
        return edited.isPresent() ? findAt(id, edited.get()) : findInSources(id);
    }

    /** As it was from a version on, which must be one of its own; empty where it was gone. */
    @Override
    public Optional<PlaceState> findAt(String id, long version) {
        var names = jdbc.sql("select * from place_version_name where place_id = ? and version = ? order by ordinal")
                .params(id, version)
                .query((row, _) -> label(row))
                .list();
        return jdbc.sql("select * from place_version where place_id = ? and version = ? and not gone")
                .params(id, version)
                .query((row, _) -> state(row, names))
                .optional();
    }

    @Override
    Optional<PlaceState> findInSources(String id) {
        PlaceId placeId;
        try {
            placeId = new PlaceId(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var names = jdbc.sql(
                        "select distinct kind <> 'official' as minor, name, language, kind from place_name where place_id = ?"
                                + " order by minor, name, language, kind")
                .param(id)
                .query((row, _) -> PlaceLabel.of(
                        row.getString("name"),
                        row.getString("language"),
                        NameKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))))
                .list();
        return live.sources()
                .find(placeId)
                .map(place -> new PlaceState(
                        id,
                        0,
                        place.name(),
                        place.level(),
                        place.feature(),
                        place.country(),
                        place.admin1(),
                        place.lon(),
                        place.lat(),
                        place.population(),
                        names,
                        false,
                        null));
    }

    private static PlaceState state(ResultSet row, List<PlaceLabel> names) throws SQLException {
        return new PlaceState(
                row.getString("place_id"),
                row.getLong("version"),
                row.getString("name"),
                PlaceLevel.ofWord(row.getString("level")),
                row.getString("feature"),
                row.getString("country"),
                row.getString("admin1"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getLong("population"),
                names,
                row.getBoolean("retired"),
                row.getString("merged_into"));
    }

    private static PlaceLabel label(ResultSet row) throws SQLException {
        return new PlaceLabel(
                row.getString("name"),
                row.getString("language"),
                NameKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("from_year", Integer.class),
                row.getObject("to_year", Integer.class),
                row.getString("source"),
                row.getString("note"));
    }

    /**
     * Writes a version of a place, and the place itself.
     *
     * @param before as it was, or null for a place that is made
     * @param after null for one whose making is taken back
     */
    void write(@Nullable PlaceState before, @Nullable PlaceState after, long version) {
        if (before != null && before.version() == 0) {
            insert(before, 0, false);
        }
        if (after == null) {
            insert(java.util.Objects.requireNonNull(before), version, true);
            remove(before.id());
            return;
        }
        insert(after, version, false);
        writePlace(after);
    }

    private void insert(PlaceState place, long version, boolean gone) {
        jdbc.sql("""
                        insert into place_version (place_id, version, name, level, feature, country, admin1, lon, lat,
                            population, retired, merged_into, gone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (place_id, version) do nothing""")
                .params(
                        place.id(),
                        version,
                        place.name(),
                        place.level().word(),
                        place.feature(),
                        place.country(),
                        place.admin1(),
                        place.lon(),
                        place.lat(),
                        place.population(),
                        place.retired(),
                        place.mergedInto(),
                        gone)
                .update();
        var rows = new ArrayList<Object[]>();
        for (var name : place.names()) {
            rows.add(new Object[] {
                place.id(),
                version,
                rows.size(),
                name.text(),
                Folding.key(name.text()),
                name.language(),
                name.script(),
                kind(name),
                name.fromYear(),
                name.toYear(),
                name.source(),
                name.note()
            });
        }
        template.batchUpdate("""
                insert into place_version_name (place_id, version, ordinal, name, folded, language, script, kind, from_year,
                    to_year, source, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", rows);
    }

    private static String kind(PlaceLabel name) {
        return name.kind().name().toLowerCase(Locale.ROOT);
    }

    private void writePlace(PlaceState place) {
        jdbc.sql("""
                        insert into place (id, name, country, admin1, level, feature, point, population)
                        values (?, ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?)
                        on conflict (id) do update set name = excluded.name, country = excluded.country,
                            admin1 = excluded.admin1, level = excluded.level, feature = excluded.feature,
                            point = excluded.point, population = excluded.population""")
                .params(
                        place.id(),
                        place.name(),
                        place.country(),
                        place.admin1(),
                        place.level().word(),
                        place.feature(),
                        place.lon(),
                        place.lat(),
                        place.population())
                .update();
        jdbc.sql("delete from place_name where place_id = ?").param(place.id()).update();
        if (!place.retired()) {
            template.batchUpdate(
                    "insert into place_name (place_id, name, folded, language, kind) values (?, ?, ?, ?, ?)",
                    place.names().stream()
                            .map(name -> new Object[] {
                                place.id(), name.text(), Folding.key(name.text()), name.language(), kind(name)
                            })
                            .toList());
        }
    }

    private void remove(String id) {
        jdbc.sql("delete from place_name where place_id = ?").param(id).update();
    }

    /** Takes the row of a place away whose making was taken back, once nothing refers to it. */
    void removeUnused(String id) {
        jdbc.sql("""
                        delete from place p where p.id = ? and not exists (select from mention m where m.place_id = p.id)
                            and not exists (select from event_place e where e.place_id = p.id)""").param(id).update();
    }

    /** The names of some places, by their ids; ids that are no places stand for themselves. */
    java.util.Map<String, String> names(java.util.Collection<String> ids) {
        var names = new HashMap<String, String>();
        ids.forEach(id -> names.put(id, id));
        jdbc.sql("select id, name from place where id = any(?)")
                .param(ids.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }
}
