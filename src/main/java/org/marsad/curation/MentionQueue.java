package org.marsad.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.PlaceReport.State;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.store.ArticleSource;
import org.marsad.store.LiveGazetteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** {@link ReviewQueue} over the stored mentions. */
@Service
@Transactional(readOnly = true)
public class MentionQueue implements ReviewQueue {

    /** How near another place must come to be a rival. */
    private static final double RIVAL = 0.3;

    private static final int SAMPLES = 8;
    private static final int CONTEXT = 120;
    private static final int MOST_SUGGESTIONS = 6;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The literal condition of the index. */
    private static final String DOUBTFUL_MENTION =
            "m.kind in ('literal', 'metonym') and (m.place_id is null or m.confidence < 0.6) and m.surface <> ''";

    private final JdbcClient jdbc;
    private final PlaceReports reports;
    private final LiveGazetteer live;

    public MentionQueue(JdbcClient jdbc, PlaceReports reports, LiveGazetteer live) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.live = live;
    }

    private record Group(String surface, int mentions, int articles, int events, double confidence) {}

    @Override
    public int count() {
        var surfaces =
                new java.util.TreeSet<>(jdbc.sql("select distinct m.surface from mention m where " + DOUBTFUL_MENTION)
                        .query(String.class)
                        .list());
        surfaces.addAll(reported().keySet());
        return surfaces.size();
    }

    @Override
    public List<Item> list(int offset, int limit) {
        var reported = reported();
        // Reports come first: somebody waits for an answer.
        var items = new ArrayList<Item>();
        reported.forEach((surface, about) -> items.add(item(group(surface), about)));
        items.sort(Comparator.comparingInt((Item item) -> -item.events()).thenComparing(Item::surface));
        int skipped = Math.min(offset, items.size());
        var page = new ArrayList<>(items.subList(skipped, Math.min(items.size(), skipped + limit)));
        if (page.size() < limit) {
            groups(reported.keySet().toArray(String[]::new), offset - skipped, limit - page.size())
                    .forEach(group -> page.add(item(group, List.of())));
        }
        return page;
    }

    /** Open reports by the folded name of the place that they are about. */
    private Map<String, List<PlaceReport>> reported() {
        var bySurface = new TreeMap<String, List<PlaceReport>>();
        for (var report : reports.list(State.OPEN)) {
            var surface = surfaceOf(report);
            if (!surface.isEmpty()) {
                bySurface.computeIfAbsent(surface, _ -> new ArrayList<>()).add(report);
            }
        }
        return bySurface;
    }

    /** As the event's sources write the place, where they name it; else what the analyst calls it. */
    private String surfaceOf(PlaceReport report) {
        if (report.place() != null) {
            var written = jdbc.sql("""
                            select m.surface from mention m join report r on r.article_id = m.article_id
                            join evidence v on v.report_id = r.id and m.begin_cp >= v.begin_cp and m.end_cp <= v.end_cp
                            where r.event_id = ? and m.place_id = ? and m.surface <> ''
                            group by 1 order by count(*) desc, 1 limit 1""")
                    .params(report.event(), report.place())
                    .query(String.class)
                    .optional();
            if (written.isPresent()) {
                return written.get();
            }
        }
        var suggested = report.suggested();
        return SurfaceForms.key(
                report.place() == null && suggested != null ? suggested.split("[,،(]")[0] : report.placeName());
    }

    private List<Group> groups(String[] except, int offset, int limit) {
        return jdbc.sql("""
                        with doubtful as materialized (select m.* from mention m where %s and m.surface <> all(?))
                        select m.surface, count(distinct m.id) as mentions, count(distinct m.article_id) as articles,
                            count(distinct r.event_id) as events, avg(m.confidence) as confidence
                        from doubtful m left join report r on r.article_id = m.article_id
                            and exists (select from evidence v where v.report_id = r.id
                                and m.begin_cp >= v.begin_cp and m.end_cp <= v.end_cp)
                        group by m.surface order by events desc, mentions desc, m.surface limit ? offset ?""".formatted(DOUBTFUL_MENTION))
                .params(except, limit, offset)
                .query(Group.class)
                .list();
    }

    private Group group(String surface) {
        return jdbc.sql("""
                        select cast(? as text) as surface, count(distinct m.id) as mentions, count(distinct m.article_id) as articles,
                            count(distinct r.event_id) as events, coalesce(avg(m.confidence), 0) as confidence
                        from mention m left join report r on r.article_id = m.article_id
                            and exists (select from evidence v where v.report_id = r.id
                                and m.begin_cp >= v.begin_cp and m.end_cp <= v.end_cp)
                        where m.surface = ? and m.kind in ('literal', 'metonym')""").params(surface, surface).query(Group.class).single();
    }

    private record Row(Sample sample, List<String> because, Map<String, Double> alternatives) {}

    private Item item(Group group, List<PlaceReport> about) {
        var rows = jdbc.sql("""
                        select m.id, m.article_id, a.title, d.name, m.place_id, m.confidence, m.because,
                            m.alternatives::text as alternatives,
                            substring(d.text from greatest(1, m.begin_cp + 1 - :context) for least(:context, m.begin_cp)) as before,
                            substring(d.text from m.begin_cp + 1 for m.end_cp - m.begin_cp) as text,
                            substring(d.text from m.end_cp + 1 for :context) as after,
                            array(select distinct r.event_id from report r join evidence v on v.report_id = r.id
                                where r.article_id = m.article_id and m.begin_cp >= v.begin_cp and m.end_cp <= v.end_cp) as events
                        from mention m join article a on a.id = m.article_id join document d on d.id = a.document_id
                        where m.surface = :surface and m.kind in ('literal', 'metonym')
                            and (:all or m.place_id is null or m.confidence < 0.6)
                        order by cardinality(array(select r.event_id from report r where r.article_id = m.article_id)) desc, m.id
                        limit :limit""")
                .param("context", CONTEXT)
                .param("surface", group.surface())
                .param("all", !about.isEmpty())
                .param("limit", SAMPLES)
                .query((row, _) -> row(row))
                .list();
        var suggestions = suggestions(rows);
        var shown = rows.stream().map(row -> row.sample().text()).findFirst().orElse(group.surface());
        return new Item(
                group.surface(),
                shown,
                reason(rows, suggestions, about),
                group.mentions(),
                group.articles(),
                group.events(),
                group.confidence(),
                suggestions,
                rows.stream().map(Row::sample).toList(),
                about);
    }

    private static Reason reason(List<Row> rows, List<Suggestion> suggestions, List<PlaceReport> about) {
        if (!about.isEmpty()) {
            return Reason.REPORTED;
        }
        if (rows.stream().anyMatch(row -> row.sample().place() == null)) {
            return Reason.UNRESOLVED;
        }
        boolean rival = suggestions.size() > 1 && suggestions.get(1).confidence() >= RIVAL;
        return rival ? Reason.AMBIGUOUS : Reason.LOW_CONFIDENCE;
    }

    private static Row row(ResultSet row) throws SQLException {
        var alternatives = new LinkedHashMap<String, Double>();
        JSON.readTree(row.getString("alternatives"))
                .values()
                .forEach(one -> alternatives.put(
                        one.path("id").asString(), one.path("confidence").asDouble()));
        return new Row(
                new Sample(
                        row.getLong("id"),
                        row.getLong("article_id"),
                        row.getString("title"),
                        ArticleSource.of(row.getString("name")),
                        row.getString("before"),
                        row.getString("text"),
                        row.getString("after"),
                        row.getString("place_id"),
                        row.getDouble("confidence"),
                        Arrays.asList((Long[]) row.getArray("events").getArray())),
                Arrays.asList((String[]) row.getArray("because").getArray()),
                alternatives);
    }

    /** The places that the samples were taken for or nearly taken for, by the mean of how sure the resolver was. */
    private List<Suggestion> suggestions(List<Row> rows) {
        var sums = new HashMap<String, Double>();
        var reasons = new HashMap<String, List<String>>();
        for (var row : rows) {
            var place = row.sample().place();
            if (place != null) {
                sums.merge(place, row.sample().confidence(), Double::sum);
                reasons.putIfAbsent(place, row.because());
            }
            row.alternatives().forEach((id, sure) -> sums.merge(id, sure, Double::sum));
        }
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SUGGESTIONS)
                .map(entry -> suggestion(
                        entry.getKey(),
                        entry.getValue() / rows.size(),
                        reasons.getOrDefault(entry.getKey(), List.of())))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Suggestion suggestion(String id, double sure, List<String> reasons) {
        return live.find(new PlaceId(id))
                .map(place -> new Suggestion(
                        id, place.name(), place.country(), place.admin1(), place.lon(), place.lat(), sure, reasons))
                .orElse(null);
    }
}
