package org.marsad.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.text.Folding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the gazetteer that comes with Marsad, and what was imported, into the database when its files have changed. Takes some tens of seconds
 * for 200,000 places; everything else may go on meanwhile.
 */
final class GazetteerSync {
    private static final Logger LOG = LoggerFactory.getLogger(GazetteerSync.class);
    private static final String NAME = "gazetteer";

    private final DataSource database;
    private final List<Path> imported;

    /**
     * @param imported files besides the gazetteer that comes with Marsad
     */
    GazetteerSync(DataSource database, List<Path> imported) {
        this.database = database;
        this.imported = List.copyOf(imported);
    }

    /** Returns whether anything had to be written. */
    boolean run() throws SQLException {
        String checksum = Gazetteer.checksum(imported);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // One at a time, even of two processes.
            execute(connection, "select pg_advisory_xact_lock(hashtext('marsad gazetteer sync'))");
            if (findWritten(connection).filter(checksum::equals).isPresent()) {
                connection.rollback();
                return false;
            }
            long begun = System.nanoTime();
            LOG.info("Writing the gazetteer into the database …");
            write(connection, checksum);
            connection.commit();
            LOG.info("The gazetteer is in the database ({} s)", (System.nanoTime() - begun) / 1_000_000_000);
            return true;
        }
    }

    private static Optional<String> findWritten(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select checksum from reference_data where name = ?")) {
            query.setString(1, NAME);
            try (var result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    private void write(Connection connection, String checksum) throws SQLException {
        execute(connection, """
                set local work_mem = '96MB';
                set local maintenance_work_mem = '128MB';
                create temporary table new_name (place int, name text, folded text, language text, kind text)
                    on commit drop;
                create temporary table new_place (place int, id text, name text, country text, admin1 text, level text,
                    feature text, lon double precision, lat double precision, population bigint) on commit drop""");
        Gazetteer gazetteer;
        long names;
        try (var copy = Copy.into(connection, "new_name")) {
            gazetteer = Gazetteer.builtInAnd(
                    imported,
                    (place, name, kind, language) -> copy.row(
                            place,
                            name,
                            Folding.key(name),
                            language == null ? null : language.tag(),
                            kind.name().toLowerCase(Locale.ROOT)));
            names = copy.finish();
        }
        try (var copy = Copy.into(connection, "new_place")) {
            for (int place = 0; place < gazetteer.places().size(); place++) {
                writePlace(copy, gazetteer.places(), place);
            }
            LOG.info("{} places, {} names read", copy.finish(), names);
        }
        // In the order of ids, as ensurePlaces: two transactions that wait for each other's rows would deadlock.
        execute(connection, """
                insert into place (id, name, country, admin1, level, feature, point, population)
                    select id, name, country, admin1, level, feature, ST_SetSRID(ST_MakePoint(lon, lat), 4326), population
                    from new_place order by id
                    on conflict (id) do update set name = excluded.name, country = excluded.country,
                        admin1 = excluded.admin1, level = excluded.level, feature = excluded.feature,
                        point = excluded.point, population = excluded.population
                    where (place.name, place.country, place.admin1, place.level, place.feature, place.population)
                        is distinct from (excluded.name, excluded.country, excluded.admin1, excluded.level,
                            excluded.feature, excluded.population) or not place.point ~= excluded.point;
                delete from place_name where place_id in (select id from new_place);
                drop index place_name_place;
                drop index place_name_folded;
                insert into place_name (place_id, name, folded, language, kind)
                    select distinct p.id, n.name, n.folded, n.language, n.kind
                    from new_name n join new_place p using (place);
                create index place_name_place on place_name (place_id);
                create index place_name_folded on place_name (folded text_pattern_ops)""");
        // What admins changed stands above what the sources say.
        execute(connection, """
                update place p set name = v.name, country = v.country, admin1 = v.admin1, level = v.level, feature = v.feature,
                        point = ST_SetSRID(ST_MakePoint(v.lon, v.lat), 4326), population = v.population
                    from place_version v
                    where v.place_id = p.id
                        and v.version = (select max(o.version) from place_version o where o.place_id = p.id);
                delete from place_name n using place_version v
                    where v.place_id = n.place_id
                        and v.version = (select max(o.version) from place_version o where o.place_id = v.place_id)
                        and (v.retired or v.gone or exists (select from place_version_name was
                            where was.place_id = n.place_id and was.version = 0 and was.name = n.name));
                insert into place_name (place_id, name, folded, language, kind)
                    select n.place_id, n.name, n.folded, n.language, n.kind
                    from place_version_name n join place_version v using (place_id, version)
                    where not v.retired and not v.gone and v.version > 0
                        and v.version = (select max(o.version) from place_version o where o.place_id = v.place_id)
                        and not exists (select from place_name p where p.place_id = n.place_id and p.name = n.name
                            and p.kind = n.kind and p.language is not distinct from n.language)""");
        try (var update = connection.prepareStatement("insert into reference_data (name, checksum) values (?, ?)"
                + " on conflict (name) do update set checksum = excluded.checksum, written_at = now()")) {
            update.setString(1, NAME);
            update.setString(2, checksum);
            update.executeUpdate();
        }
    }

    private static void writePlace(Copy copy, Places places, int place) {
        String country = Places.countryCode(places.country(place));
        String admin1 = places.admin1(place);
        PlaceLevel level = places.level(place);
        copy.row(
                place,
                places.id(place).value(),
                places.name(place),
                country.isEmpty() ? null : country,
                admin1.isEmpty() ? null : admin1,
                level.word(),
                places.feature(place),
                places.get(place).lon(),
                places.get(place).lat(),
                places.population(place));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
