package org.marsad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKBWriter;
import org.marsad.coding.CodedEvent;
import org.marsad.coding.IncidentLinker;
import org.marsad.coding.Report;
import org.marsad.exchange.EventReader;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.Geo;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports in the database, and what linking looks at in them. Used by one transaction at a time. */
final class StoredReports {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEPT = 20_000;

    private static final String COLUMNS = """
            select r.id, r.event_id, r.chain, encode(a.text_hash, 'hex') as text, a.published, a.begin_cp,
                (r.coded #>> '{evidence,0,begin}')::int as evidence_begin, (r.coded #>> '{evidence,0,end}')::int as evidence_end
            from report r join article a on a.id = r.article_id where\s""";

    /**
     * All that could be of one incident with a report: of its family; told of days that meet, or undated and told at the
     * time; with a country in common, or within some 30 km, or of a place that may be anywhere. Long intervals link only
     * reports of one place or border.
     */
    private static final String CANDIDATES = """
            r.family = :family and a.text_hash <> decode(:text, 'hex')
            and (cast(:start as date) is null and (
                    r.start_date is null and r.published between cast(:published as date) - 3 and cast(:published as date) + 3
                    or r.span && daterange(cast(:published as date) - 8, cast(:published as date) + 2, '[]')
                        and cast(:published as date) is not null)
                or cast(:start as date) is not null and (
                    r.span && daterange(cast(:start as date) - 1, cast(:end as date) + 1, '[]')
                        and (greatest(upper(r.span) - lower(r.span), cast(:end as date) - cast(:start as date)) <= 33
                            or r.place_ids && cast(:places as text[]) or r.border_id = :border)
                    or r.start_date is null
                        and r.published between cast(:start as date) - 2 and cast(:end as date) + 8))
            and (r.countries = '{}' or cardinality(cast(:countries as text[])) = 0 or r.countries && cast(:countries as text[])
                or ST_DWithin(r.geom, ST_GeomFromWKB(:geom, 4326), 0.35))
            order by r.id""";

    private final JdbcClient jdbc;
    private final EventReader reader;
    private final Map<Long, CodedEvent> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CodedEvent> eldest) {
            return size() > KEPT;
        }
    };

    StoredReports(JdbcClient jdbc, EventReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** An article as linking sees it. */
    record Told(long article, String text, @Nullable LocalDate published, int begin) {}

    Told told(long articleId) {
        return jdbc.sql("select id, encode(text_hash, 'hex') as text, published, begin_cp from article where id = ?")
                .param(articleId)
                .query((row, _) -> new Told(
                        row.getLong("id"),
                        row.getString("text"),
                        row.getObject("published", LocalDate.class),
                        row.getInt("begin_cp")))
                .single();
    }

    CodedEvent read(JsonNode coded) {
        return reader.read(coded);
    }

    /** A report that is not in the database yet; {@code begin} of its evidence counts from the article's beginning. */
    static StoredReport fresh(Told told, CodedEvent event) {
        var evidence = event.evidence().getFirst();
        return new StoredReport(
                0,
                0,
                0,
                told.text(),
                evidence.begin() - told.begin(),
                evidence.end() - told.begin(),
                report(told.text(), told.published(), event));
    }

    private static Report report(String text, @Nullable LocalDate published, CodedEvent event) {
        return new Report(text + " " + event.id(), text, published, event);
    }

    /** A report that is written anew is to be read anew. */
    void forget(long report) {
        read.remove(report);
    }

    /** As after an edit of the gazetteer, whose places the reports read before lack. */
    void forgetAll() {
        read.clear();
    }

    List<StoredReport> listCandidates(StoredReport fresh) {
        var event = fresh.report().event();
        return list(CANDIDATES, features(event, fresh.report().published()).addValue("text", fresh.text()));
    }

    List<StoredReport> listOfTexts(Collection<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : list(
                        "encode(a.text_hash, 'hex') = any(:texts) order by r.id",
                        new MapSqlParameterSource("texts", texts.toArray(String[]::new)));
    }

    List<StoredReport> listOfChains(Collection<Long> chains) {
        return chains.isEmpty()
                ? List.of()
                : list(
                        "r.chain = any(:chains) order by r.id",
                        new MapSqlParameterSource("chains", chains.toArray(Long[]::new)));
    }

    List<StoredReport> listOfEvent(long event) {
        return list("r.event_id = :event order by r.id", new MapSqlParameterSource("event", event));
    }

    List<StoredReport> listOfDocument(long document) {
        return list("a.document_id = :document order by r.id", new MapSqlParameterSource("document", document));
    }

    /** Written before linking looked at anything but the JSON. */
    List<StoredReport> listWithoutFeatures() {
        return list("r.family = '' order by r.id", new MapSqlParameterSource());
    }

    private record Row(
            long id,
            long event,
            long chain,
            String text,
            @Nullable LocalDate published,
            int begin,
            int end) {}

    private List<StoredReport> list(String where, MapSqlParameterSource parameters) {
        var rows = jdbc.sql(COLUMNS + where)
                .paramSource(parameters)
                .query((row, _) -> row(row))
                .list();
        var unread =
                rows.stream().map(Row::id).filter(id -> !read.containsKey(id)).toArray(Long[]::new);
        var coded = new LinkedHashMap<Long, CodedEvent>();
        if (unread.length > 0) {
            jdbc.sql("select id, coded::text as coded from report where id = any(?)")
                    .param(unread)
                    .query(row -> {
                        coded.put(row.getLong("id"), reader.read(JSON.readTree(row.getString("coded"))));
                    });
        }
        var reports = new ArrayList<StoredReport>(rows.size());
        for (var row : rows) {
            var event = coded.containsKey(row.id()) ? coded.get(row.id()) : read.get(row.id());
            reports.add(new StoredReport(
                    row.id(),
                    row.event(),
                    row.chain(),
                    row.text(),
                    row.begin(),
                    row.end(),
                    report(row.text(), row.published(), Objects.requireNonNull(event))));
        }
        read.putAll(coded);
        return reports;
    }

    private static Row row(ResultSet row) throws SQLException {
        int begin = row.getInt("begin_cp");
        return new Row(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getLong("chain"),
                row.getString("text"),
                row.getObject("published", LocalDate.class),
                row.getInt("evidence_begin") - begin,
                row.getInt("evidence_end") - begin);
    }

    /** Writes a report; its chain is its own id. */
    StoredReport insert(StoredReport fresh, long event, Told told, JsonNode coded) {
        long id = jdbc.sql("insert into report (event_id, article_id, coded_id, coded) values (?, ?, ?, ?::jsonb)"
                        + " returning id")
                .params(event, told.article(), fresh.codedId(), coded.toString())
                .query(Long.class)
                .single();
        writeFeatures(id, fresh.report(), id);
        return new StoredReport(id, event, id, fresh.text(), fresh.begin(), fresh.end(), fresh.report());
    }

    void writeFeatures(long id, Report report, long chain) {
        jdbc.sql("""
                        update report set chain = :chain, family = :family, start_date = :start, end_date = :end,
                            published = :published, countries = :countries, place_ids = :places, border_id = :border,
                            geom = ST_GeomFromWKB(:geom, 4326)
                        where id = :id""")
                .paramSource(features(report.event(), report.published())
                        .addValue("id", id)
                        .addValue("chain", chain))
                .update();
    }

    private static MapSqlParameterSource features(CodedEvent event, @Nullable LocalDate published) {
        var towns = event.places().stream()
                .filter(place -> place.level() == PlaceLevel.SETTLEMENT || place.level() == PlaceLevel.FEATURE)
                .map(place -> new Coordinate(place.lon(), place.lat()))
                .toArray(Coordinate[]::new);
        var border = event.border();
        return new MapSqlParameterSource()
                .addValue("family", IncidentLinker.family(event.type()))
                .addValue("start", event.date().start())
                .addValue("end", event.date().end())
                .addValue("published", published)
                .addValue("border", border == null ? null : border.toString())
                .addValue("geom", new WKBWriter().write(Geo.WGS84.createMultiPointFromCoords(towns)))
                .addValue(
                        "places",
                        event.places().stream().map(place -> place.id().value()).toArray(String[]::new))
                .addValue("countries", countries(event));
    }

    /** Empty for a place that may be anywhere: none, or a region of several countries. */
    private static String[] countries(CodedEvent event) {
        if (event.places().stream().anyMatch(place -> place.country() == null)) {
            return new String[0];
        }
        var border = event.border();
        return Stream.concat(
                        event.places().stream().map(Place::country),
                        border == null ? Stream.empty() : Stream.of(border.a(), border.b()))
                .filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .toArray(String[]::new);
    }
}
