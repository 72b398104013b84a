package org.marsad.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.places.LinkedPlaces;
import org.marsad.exchange.places.ListedPlace;
import org.marsad.exchange.places.PlacesCsv;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole gazetteer as a file, as it is edited now; from one state of the database, and in little memory. */
@Service
public class PlaceExport {
    private static final int FETCHED = 2000;

    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    public PlaceExport(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        template = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        template.setFetchSize(FETCHED);
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /** How it is written. */
    public enum Format {
        CSV,
        LPF;

        /** As in addresses and options. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private interface Writing {
        void write(ListedPlace place, boolean first) throws IOException;
    }

    /**
     * Writes all places by their ids, also the retired ones.
     *
     * @return how many
     */
    public long write(Format format, Appendable out) throws IOException {
        if (format == Format.CSV) {
            PlacesCsv.writeHeader(out);
            return write((place, _) -> PlacesCsv.write(out, place));
        }
        LinkedPlaces.writeBegin(out);
        long written = write((place, first) -> LinkedPlaces.write(out, place, first));
        LinkedPlaces.writeEnd(out);
        return written;
    }

    private long write(Writing writing) throws IOException {
        var rows = new Rows(writing);
        try {
            transaction.executeWithoutResult(_ -> template.query("""
                    with last as (
                        select distinct on (place_id) * from place_version order by place_id, version desc)
                    select l.place_id as id, l.name, l.level, l.feature, l.country, l.admin1, l.lon, l.lat, l.population,
                            l.retired, l.merged_into, n.ordinal, false as minor, n.name as text, n.language, n.kind, n.from_year,
                            n.to_year, n.source, n.note
                        from last l left join place_version_name n using (place_id, version) where not l.gone
                    union all
                    select p.id, p.name, p.level, p.feature, p.country, p.admin1, ST_X(p.point), ST_Y(p.point), p.population,
                            false, null, null, n.kind <> 'official', n.name, n.language, n.kind, null, null, null, null
                        from place p left join (select distinct place_id, name, language, kind from place_name) n
                            on n.place_id = p.id
                        where not exists (select from last l where l.place_id = p.id)
                    order by id, ordinal, minor, text, language, kind""", rows));
            rows.tell();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows.written;
    }

    /** Gathers the rows of a place, which follow each other. */
    private static final class Rows implements org.springframework.jdbc.core.RowCallbackHandler {
        private final Writing writing;
        private final List<ListedPlace.Name> names = new ArrayList<>();
        private @Nullable ListedPlace place;
        private long written;

        Rows(Writing writing) {
            this.writing = writing;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var id = row.getString("id");
            if (place == null || !place.id().equals(id)) {
                tell();
                place = place(id, row);
            }
            var text = row.getString("text");
            if (text != null) {
                names.add(new ListedPlace.Name(
                        text,
                        row.getString("language"),
                        NameKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("from_year", Integer.class),
                        row.getObject("to_year", Integer.class),
                        row.getString("source"),
                        row.getString("note")));
            }
        }

        private static ListedPlace place(String id, ResultSet row) throws SQLException {
            return new ListedPlace(
                    id,
                    row.getString("name"),
                    PlaceLevel.ofWord(row.getString("level")),
                    row.getString("feature"),
                    row.getString("country"),
                    row.getString("admin1"),
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    row.getLong("population"),
                    row.getBoolean("retired"),
                    row.getString("merged_into"),
                    List.of());
        }

        void tell() {
            if (place != null) {
                try {
                    writing.write(place.called(names), written == 0);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                written++;
                names.clear();
                place = null;
            }
        }
    }
}
