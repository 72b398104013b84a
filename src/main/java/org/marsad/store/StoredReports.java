package org.marsad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.link.Report;
import org.marsad.exchange.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The reports in the database, and what linking looks at in them. Used by one transaction at a time. */
final class StoredReports {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A report takes about a kilobyte; an eighth of the memory may go into them. */
    private static final long KEPT = Math.max(30_000, Runtime.getRuntime().maxMemory() / 8 / 1024);

    private static final String COLUMNS = "select r.id, r.event_id, r.chain, r.xmin as version from report r ";
    private static final String WITH_ARTICLES = COLUMNS + "join article a on a.id = r.article_id where ";

    /**
     * All that could be of one incident with each of some reports: of its family; told of days that meet, or undated and
     * told at the time; with a country in common, or within some 30 km, or of a place that may be anywhere; and towns only
     * with towns beside them. Long intervals link only reports of one place or border. Each part of it has an index, and may
     * find what another finds; it is the same as in {@link ReportFeatures#mayBeOneWith}.
     */
    private static final String CANDIDATES = """
            with told as (
                select *, ST_GeomFromEWKB(decode(towns, 'hex')) as geom, greatest(reach, 0.35) as near,
                    countries[1] as first_country, countries[cardinality(countries)] as last_country,
                    case when start_date is not null then daterange(start_date - 1, end_date + 1, '[]')
                        when published is not null then daterange(published - 8, published + 2, '[]') end as days,
                    coalesce(start_date - 2, published - 3) as told_from, coalesce(end_date + 8, published + 3) as told_to
                from jsonb_to_recordset(cast(? as jsonb)) as x (id bigint, family text, start_date date, end_date date,
                    published date, countries text[], place_ids text[], border_id text, towns text, reach float8)),
            fresh as materialized (
                select *, marsad_cell(family, false, first_country, last_country, lower(days), upper(days) - 1) as cell,
                    marsad_cell(family, false, null, null, lower(days), upper(days) - 1) as anywhere,
                    marsad_cell(family, true, first_country, last_country, told_from, told_to) as undated_cell,
                    marsad_cell(family, true, null, null, told_from, told_to) as undated_anywhere
                from told)
            select f.id as wanted, r.id, r.event_id, r.chain, r.version
            from fresh f cross join lateral (
                select *, xmin as version from report r
                where r.cell && f.anywhere and r.span && f.days and ST_DWithin(r.geom, f.geom, f.near)
                union all
                select *, xmin as version from report r
                where r.cell && f.cell and r.span && f.days and ST_DWithin(r.geom, f.geom, f.near) is not true
                union all
                select *, xmin as version from report r
                where r.cell && f.undated_anywhere and r.start_date is null
                    and r.published between f.told_from and f.told_to and ST_DWithin(r.geom, f.geom, f.near)
                union all
                select *, xmin as version from report r
                where r.cell && f.undated_cell and r.start_date is null and r.published between f.told_from and f.told_to
                    and ST_DWithin(r.geom, f.geom, f.near) is not true) r
            where r.family = f.family and r.id <> f.id
                and (f.start_date is null or r.start_date is null or r.place_ids && f.place_ids or r.border_id = f.border_id
                    or greatest(upper(r.span) - lower(r.span), f.end_date - f.start_date + 1) <= 33)
                and case when f.reach > 0 and r.towns_only then ST_DWithin(r.geom, f.geom, f.reach)
                    else r.countries = '{}' or f.countries = '{}' or r.countries && f.countries
                        or ST_DWithin(r.geom, f.geom, 0.35) end
            order by f.id, r.id""";

    private static final String INSERT = """
            report (id, event_id, article_id, coded_id, coded, chain, family, start_date, end_date, published, countries,
                place_ids, border_id, geom)""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final EventReader reader;

    private final ReportMemory memory;

    private final Map<Long, KnownReport> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, KnownReport> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param memory of what any transaction has read
     */
    StoredReports(JdbcTemplate template, EventReader reader, ReportMemory memory) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.reader = reader;
        this.memory = memory;
    }

    /** An article as linking sees it. */
    record Told(long article, String text, @Nullable LocalDate published, int begin) {}

    Map<Long, Told> listTold(Collection<Long> articles) {
        var told = new HashMap<Long, Told>();
        jdbc.sql("select id, encode(text_hash, 'hex') as text, published, begin_cp from article where id = any(?)")
                .param(articles.toArray(Long[]::new))
                .query(row -> {
                    told.put(
                            row.getLong("id"),
                            new Told(
                                    row.getLong("id"),
                                    row.getString("text"),
                                    row.getObject("published", LocalDate.class),
                                    row.getInt("begin_cp")));
                });
        return told;
    }

    /** Ids for new rows. */
    List<Long> allocate(int count) {
        return Sequences.next(jdbc, "report", count);
    }

    /** A report as it is to be stored. */
    record Fresh(Told told, JsonNode coded, StoredReport report) {
        Fresh in(long event, long chain) {
            return new Fresh(told, coded, report.in(event, chain));
        }
    }

    /** A report that is in no event yet, and a chain of its own; its evidence counts from the article's beginning. */
    Fresh fresh(Told told, JsonNode coded, long id) {
        var event = reader.read(coded);
        var evidence = event.evidence().getFirst();
        return new Fresh(
                told,
                coded,
                new StoredReport(
                        id,
                        0,
                        id,
                        told.text(),
                        evidence.begin() - told.begin(),
                        evidence.end() - told.begin(),
                        report(told.text(), told.published(), event)));
    }

    private static Report report(String text, @Nullable LocalDate published, CodedEvent event) {
        return new Report(text + " " + event.id(), text, published, event);
    }

    /** Reports that were written, as they are now: they need not be read. */
    void remember(Collection<StoredReport> written) {
        written.forEach(one -> read.put(
                one.id(),
                new KnownReport(
                        one.text(),
                        one.report().published(),
                        one.begin(),
                        one.end(),
                        one.report().event())));
    }

    /** As after an edit of the gazetteer, whose places the reports read before lack. */
    void forgetAll() {
        read.clear();
    }

    /** By report, those in the database that could be of its incident; reports of one article are of several. */
    Map<Long, List<StoredReport>> listCandidates(Collection<StoredReport> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        record Pair(long wanted, Row found) {}
        var pairs = jdbc.sql(CANDIDATES)
                .param(json(of).toString())
                .query((row, _) -> new Pair(row.getLong("wanted"), row(row)))
                .list();
        var found = new LinkedHashMap<Long, Row>();
        pairs.forEach(pair -> found.put(pair.found().id(), pair.found()));
        var reports = new HashMap<Long, StoredReport>();
        read(found.values()).forEach(report -> reports.put(report.id(), report));
        var texts = new HashMap<Long, String>();
        of.forEach(report -> texts.put(report.id(), report.text()));
        var candidates = new HashMap<Long, List<StoredReport>>();
        for (var pair : pairs) {
            var report = Objects.requireNonNull(reports.get(pair.found().id()));
            if (!report.text().equals(texts.get(pair.wanted()))) {
                candidates
                        .computeIfAbsent(pair.wanted(), _ -> new ArrayList<>())
                        .add(report);
            }
        }
        return candidates;
    }

    private static ArrayNode json(Collection<StoredReport> reports) {
        var array = JSON.createArrayNode();
        for (var report : reports) {
            var features = ReportFeatures.of(report.report());
            var node = array.addObject()
                    .put("id", report.id())
                    .put("family", features.family())
                    .put("start_date", text(features.start()))
                    .put("end_date", text(features.end()))
                    .put("published", text(features.published()))
                    .put("border_id", features.border())
                    .put("towns", features.ewkb())
                    .put("reach", features.reach());
            features.countries().forEach(node.putArray("countries")::add);
            features.places().forEach(node.putArray("place_ids")::add);
        }
        return array;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    List<StoredReport> listOfTexts(Collection<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : list(
                        WITH_ARTICLES
                                + "a.text_hash in (select decode(t, 'hex') from unnest(cast(:texts as text[])) t) order by r.id",
                        new MapSqlParameterSource("texts", texts.toArray(String[]::new)));
    }

    List<StoredReport> listOfChains(Collection<Long> chains) {
        return chains.isEmpty()
                ? List.of()
                : list(
                        COLUMNS + "where r.chain = any(:chains) order by r.id",
                        new MapSqlParameterSource("chains", chains.toArray(Long[]::new)));
    }

    List<StoredReport> listOfEvents(Collection<Long> events) {
        return events.isEmpty()
                ? List.of()
                : list(
                        COLUMNS + "where r.event_id = any(:events) order by r.id",
                        new MapSqlParameterSource("events", events.toArray(Long[]::new)));
    }

    List<StoredReport> listOfDocument(long document) {
        return list(
                WITH_ARTICLES + "a.document_id = :document order by r.id",
                new MapSqlParameterSource("document", document));
    }

    /** Written before linking looked at anything but the JSON. */
    List<StoredReport> listWithoutFeatures() {
        return list(COLUMNS + "where r.family = '' order by r.id", new MapSqlParameterSource());
    }

    /**
     * @param version the transaction that wrote the row as it is
     */
    private record Row(long id, long event, long chain, long version) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), row.getLong("event_id"), row.getLong("chain"), row.getLong("version"));
    }

    private List<StoredReport> list(String sql, MapSqlParameterSource parameters) {
        return read(jdbc.sql(sql)
                .paramSource(parameters)
                .query((row, _) -> row(row))
                .list());
    }

    private List<StoredReport> read(Collection<Row> rows) {
        var known = new HashMap<Long, KnownReport>();
        var unread = new ArrayList<Long>();
        for (var row : rows) {
            var one = read.computeIfAbsent(
                    row.id(), id -> memory.find(id, row.version(), event -> reader.isAsKnown(event)));
            if (one == null) {
                unread.add(row.id());
            } else {
                known.put(row.id(), one);
            }
        }
        if (!unread.isEmpty()) {
            known.putAll(readNew(unread));
        }
        return rows.stream()
                .map(row -> {
                    var one = Objects.requireNonNull(known.get(row.id()));
                    return new StoredReport(
                            row.id(),
                            row.event(),
                            row.chain(),
                            one.text(),
                            one.begin(),
                            one.end(),
                            report(one.text(), one.published(), one.event()));
                })
                .toList();
    }

    private Map<Long, KnownReport> readNew(List<Long> unread) {
        var found = new HashMap<Long, KnownReport>();
        jdbc.sql("""
                        select r.id, encode(a.text_hash, 'hex') as text, a.published, a.begin_cp, r.coded::text as coded,
                            r.xmin as version
                        from report r join article a on a.id = r.article_id where r.id = any(?)""").param(unread.toArray(Long[]::new)).query(row -> {
            long id = row.getLong("id");
            var one = known(
                    row.getString("text"),
                    row.getObject("published", LocalDate.class),
                    row.getInt("begin_cp"),
                    reader.read(JSON.readTree(row.getString("coded"))));
            found.put(id, one);
            memory.keep(id, row.getLong("version"), one);
        });
        read.putAll(found);
        return found;
    }

    private static KnownReport known(String text, @Nullable LocalDate published, int begin, CodedEvent event) {
        var evidence = event.evidence().getFirst();
        return new KnownReport(text, published, evidence.begin() - begin, evidence.end() - begin, event);
    }

    /** Writes new reports with all that linking looks at. */
    void insert(Collection<Fresh> reports) {
        remember(reports.stream().map(Fresh::report).toList());
        Copy.rows(
                template,
                INSERT,
                reports.stream()
                        .map(fresh -> {
                            var report = fresh.report();
                            var features = ReportFeatures.of(report.report());
                            return new @Nullable Object[] {
                                report.id(),
                                report.event(),
                                fresh.told().article(),
                                report.codedId(),
                                fresh.coded().toString(),
                                report.chain(),
                                features.family(),
                                features.start(),
                                features.end(),
                                features.published(),
                                Ewkb.array(features.countries()),
                                Ewkb.array(features.places()),
                                features.border(),
                                features.ewkb()
                            };
                        })
                        .toList());
    }

    /** Writes what linking looks at, for reports that are there: as they are now, each in its chain. */
    void writeFeatures(Collection<StoredReport> reports) {
        template.batchUpdate(
                """
                update report set chain = ?, family = ?, start_date = ?::date, end_date = ?::date, published = ?::date,
                    countries = ?::text[], place_ids = ?::text[], border_id = ?, geom = ?::geometry
                where id = ?""",
                reports.stream()
                        .map(report -> {
                            var features = ReportFeatures.of(report.report());
                            return new @Nullable Object[] {
                                report.chain(),
                                features.family(),
                                text(features.start()),
                                text(features.end()),
                                text(features.published()),
                                Ewkb.array(features.countries()),
                                Ewkb.array(features.places()),
                                features.border(),
                                features.ewkb(),
                                report.id()
                            };
                        })
                        .toList());
    }
}
