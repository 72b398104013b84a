package org.marsad.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.io.WKBWriter;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.CodedEvent;
import org.marsad.coding.Incident;
import org.marsad.coding.IncidentGroups;
import org.marsad.coding.IncidentLinker;
import org.marsad.coding.Report;
import org.marsad.exchange.ContractJson;
import org.marsad.exchange.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Joins reports into incidents. A report is compared with every report that could be of the same incident; those that it
 * reaches by links, directly or through others, are then grouped anew, all at once. So the incidents are those that any
 * other order of the articles would have given. Two reports of one article are two incidents, no incident holds two
 * reports that contradict each other, and what was decided by hand stays.
 */
final class Incidents {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final StoredReports reports;
    private final HandLinks hand;
    private final BorderDistances distances;

    Incidents(JdbcTemplate template, EventReader reader, BorderDistances distances) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.reports = new StoredReports(jdbc, reader);
        this.hand = new HandLinks(template);
        this.distances = distances;
    }

    /** How many incidents were new, and how many reports joined a known one. */
    record Counted(int created, int linked) {
        static final Counted NONE = new Counted(0, 0);

        Counted plus(Counted other) {
            return new Counted(created + other.created, linked + other.linked);
        }
    }

    StoredReports reports() {
        return reports;
    }

    HandLinks hand() {
        return hand;
    }

    /** Stores the events of an article. */
    Counted add(long articleId, CodedArticle coded) {
        JsonNode json = ContractJson.tree(coded).path("events");
        var byId = new LinkedHashMap<String, JsonNode>();
        json.values().forEach(event -> byId.putIfAbsent(event.path("id").asString(), event));
        if (byId.isEmpty()) {
            return Counted.NONE;
        }
        var told = reports.told(articleId);
        var counted = Counted.NONE;
        for (JsonNode event : byId.values()) {
            counted = counted.plus(add(told, event));
        }
        return counted;
    }

    private Counted add(StoredReports.Told told, JsonNode json) {
        var fresh = StoredReports.fresh(told, reports.read(json));
        var candidates = new ArrayList<>(reports.listCandidates(fresh));
        var partners = reports.listOfTexts(hand.listPartners(fresh.text()));
        partners.stream()
                .filter(one -> candidates.stream().noneMatch(other -> other.id() == one.id()))
                .forEach(candidates::add);
        var links = links(fresh, candidates);
        long event = links.isEmpty()
                ? insertEvent(fresh.report().event())
                : links.keySet().iterator().next().event();
        var stored = reports.insert(fresh, event, told, json);
        writeEvidence(stored.id(), fresh.report().event());
        if (links.isEmpty()) {
            merge(event);
            return new Counted(1, 0);
        }
        writeLinks(stored, links);
        var chains = new TreeSet<Long>();
        links.keySet().forEach(one -> chains.add(one.chain()));
        chains.add(stored.chain());
        var alone = group(chains, stored.id());
        return alone ? new Counted(1, 0) : new Counted(0, 1);
    }

    /** Those of some reports that are taken for the same incident as a report, and how surely. */
    Map<StoredReport, Double> links(StoredReport report, Collection<StoredReport> candidates) {
        var considered = new ArrayList<>(candidates);
        considered.add(report);
        var groups = new IncidentGroups(hand.about(considered).decisions());
        var links = new LinkedHashMap<StoredReport, Double>();
        for (var one : candidates) {
            double sure = groups.confidence(one.report(), report.report());
            if (sure >= IncidentLinker.THRESHOLD) {
                links.put(one, Math.min(1, sure));
            }
        }
        return links;
    }

    void writeEvidence(long report, CodedEvent event) {
        template.batchUpdate(
                "insert into evidence (report_id, begin_cp, end_cp) values (?, ?, ?)",
                event.evidence().stream()
                        .map(span -> new Object[] {report, span.begin(), span.end()})
                        .toList());
    }

    void writeLinks(StoredReport stored, Map<StoredReport, Double> links) {
        template.batchUpdate(
                "insert into report_link (a, b, confidence) values (?, ?, ?) on conflict do nothing",
                links.entrySet().stream()
                        .map(link -> new Object[] {
                            Math.min(stored.id(), link.getKey().id()),
                            Math.max(stored.id(), link.getKey().id()),
                            link.getValue()
                        })
                        .toList());
    }

    /** Groups the reports of some chains anew, which become one chain. */
    void group(Collection<Long> chains) {
        group(chains, 0);
    }

    /**
     * The same after a report came.
     *
     * @param fresh its id; what it is in now is no incident that it has been in
     * @return whether it is alone in its incident
     */
    private boolean group(Collection<Long> chains, long fresh) {
        var members = reports.listOfChains(chains);
        if (members.isEmpty()) {
            return true;
        }
        if (chains.size() > 1) {
            jdbc.sql("update report set chain = ? where chain = any(?)")
                    .params(Collections.min(chains), chains.toArray(Long[]::new))
                    .update();
        }
        var byKey = new LinkedHashMap<String, StoredReport>();
        members.forEach(one -> byKey.put(one.report().key(), one));
        var decided = hand.about(members);
        var groups = new IncidentGroups(decided.decisions())
                .of(members.stream().map(StoredReport::report).toList(), links(members, decided));
        var before = members.stream()
                .filter(one -> one.id() != fresh)
                .collect(Collectors.groupingBy(
                        StoredReport::event, TreeMap::new, Collectors.mapping(StoredReport::id, Collectors.toSet())));
        var taken = new HashSet<Long>();
        boolean alone = true;
        var changed = new ArrayList<Long>();
        var bySize = groups.stream()
                .sorted(Comparator.<List<Report>>comparingInt(List::size).reversed())
                .toList();
        for (var group : bySize) {
            var stored = group.stream()
                    .map(report -> Objects.requireNonNull(byKey.get(report.key())))
                    .toList();
            long event = eventOf(stored, fresh, taken);
            taken.add(event);
            var ids = stored.stream().map(StoredReport::id).collect(Collectors.toSet());
            if (!ids.equals(before.get(event))) {
                changed.add(event);
                jdbc.sql("update report set event_id = ? where id = any(?)")
                        .params(event, ids.toArray(Long[]::new))
                        .update();
            }
            alone &= !ids.contains(fresh) || ids.size() == 1;
        }
        removeEmpty(
                before.keySet().stream().filter(event -> !taken.contains(event)).toList());
        changed.forEach(this::merge);
        return alone;
    }

    /** The event that most of a group's reports are in, the oldest of equals, or a new one. */
    private long eventOf(List<StoredReport> group, long fresh, Set<Long> taken) {
        var counts = group.stream()
                .filter(one -> one.id() != fresh && !taken.contains(one.event()))
                .collect(Collectors.groupingBy(StoredReport::event, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Long, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> insertEvent(group.getFirst().report().event()));
    }

    List<IncidentGroups.Link> links(List<StoredReport> members, HandLinks.Decided decided) {
        var byId = new HashMap<Long, Report>();
        members.forEach(one -> byId.put(one.id(), one.report()));
        var links = new ArrayList<IncidentGroups.Link>();
        jdbc.sql("select a, b, confidence from report_link where a = any(?)")
                .param(byId.keySet().toArray(Long[]::new))
                .query(row -> {
                    var a = byId.get(row.getLong("a"));
                    var b = byId.get(row.getLong("b"));
                    if (a != null && b != null && decided.decisions().find(a, b).isEmpty()) {
                        links.add(new IncidentGroups.Link(a, b, row.getDouble("confidence")));
                    }
                });
        decided.together().forEach(pair -> links.add(new IncidentGroups.Link(pair[0].report(), pair[1].report(), 2)));
        return links;
    }

    void removeEmpty(Collection<Long> events) {
        jdbc.sql(
                        "delete from event e where e.id = any(?) and not exists (select from report r where r.event_id = e.id)")
                .param(events.toArray(Long[]::new))
                .update();
    }

    /** Takes a document away with all that was read in it. */
    boolean remove(long document) {
        var gone = reports.listOfDocument(document);
        int removed =
                jdbc.sql("delete from document where id = ?").param(document).update();
        group(gone.stream().map(StoredReport::chain).collect(Collectors.toCollection(TreeSet::new)));
        var events = gone.stream().map(StoredReport::event).collect(Collectors.toCollection(TreeSet::new));
        removeEmpty(events);
        // Their other reports may be those that they were; what they say together has changed.
        events.stream().filter(event -> !reports.listOfEvent(event).isEmpty()).forEach(this::merge);
        return removed == 1;
    }

    /** Fills in what linking looks at, in reports that were written before it looked at anything but the JSON. */
    void fillIn() {
        var old = reports.listWithoutFeatures();
        var chains = new TreeMap<Long, Long>();
        for (var one : old) {
            long chain = chains.computeIfAbsent(one.event(), _ -> one.id());
            reports.writeFeatures(one.id(), one.report(), chain);
            var known = new LinkedHashMap<StoredReport, Double>();
            old.stream()
                    .filter(other -> other.event() == one.event() && other.id() < one.id())
                    .forEach(other -> known.put(other, IncidentLinker.confidence(one.report(), other.report())));
            known.values().removeIf(sure -> sure < IncidentLinker.THRESHOLD);
            writeLinks(one, known);
        }
    }

    /** An event by the id that it had, where it is gone; else it is as it is. */
    long insertEventAgain(Recodings.Seat seat, CodedEvent report) {
        jdbc.sql("""
                        insert into event (id, plover, acled, acled_sub, date_precision, where_precision, confidence, created_at)
                        overriding system value values (?, ?, ?, ?, 'unknown', ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        seat.event(),
                        report.type().plover(),
                        report.type().acled(),
                        report.type().acledSub(),
                        report.wherePrecision(),
                        report.confidence(),
                        seat.created())
                .update();
        return seat.event();
    }

    long insertEvent(CodedEvent report) {
        return jdbc.sql("""
                        insert into event (plover, acled, acled_sub, date_precision, where_precision, confidence)
                        values (?, ?, ?, 'unknown', ?, ?) returning id""")
                .params(
                        report.type().plover(),
                        report.type().acled(),
                        report.type().acledSub(),
                        report.wherePrecision(),
                        report.confidence())
                .query(Long.class)
                .single();
    }

    /** Writes an incident's attributes from its reports. */
    void merge(long event) {
        var merged = IncidentLinker.merge(reports.listOfEvent(event).stream()
                .map(one -> one.report().event())
                .toList());
        update(event, merged);
        replace(
                event,
                "event_actor (event_id, actor_id, role)",
                merged.actors().stream()
                        .map(actor -> new Object[] {
                            event, actor.actor().id().value(), actor.role().word()
                        })
                        .toList());
        replace(
                event,
                "event_place (event_id, place_id)",
                merged.places().stream()
                        .map(place -> place.id().value())
                        .distinct()
                        .map(place -> new Object[] {event, place})
                        .toList());
        replace(
                event,
                "event_border (event_id, border_id, km, km_along, side)",
                distances.list(merged.geometry(), distances.known(merged.border())).stream()
                        .map(near ->
                                new Object[] {event, near.border().toString(), near.km(), near.kmAlong(), near.side()})
                        .toList());
    }

    private void update(long event, Incident merged) {
        var geometry = merged.geometry();
        var border = distances.known(merged.border());
        var fatalities = merged.fatalities();
        jdbc.sql("""
                        update event set plover = :plover, mode = :mode, acled = :acled, acled_sub = :acledSub,
                            ucdp_violence = :ucdp, start_date = :start, end_date = :end, date_precision = :precision,
                            where_precision = :where, geom = ST_GeomFromWKB(:geom, 4326), border_id = :border,
                            fatalities_low = :low, fatalities_best = :best, fatalities_high = :high,
                            confidence = :confidence, revised_at = now()
                        where id = :id""")
                .paramSource(new MapSqlParameterSource()
                        .addValue("id", event)
                        .addValue("plover", merged.type().plover())
                        .addValue("mode", merged.type().mode())
                        .addValue("acled", merged.type().acled())
                        .addValue("acledSub", merged.type().acledSub())
                        .addValue("ucdp", merged.type().ucdpViolence())
                        .addValue("start", merged.date().start())
                        .addValue("end", merged.date().end())
                        .addValue("precision", merged.date().precision().word())
                        .addValue("where", merged.wherePrecision())
                        .addValue("geom", geometry == null ? null : new WKBWriter().write(geometry))
                        .addValue("border", border == null ? null : border.toString())
                        .addValue("low", fatalities == null ? null : fatalities.low())
                        .addValue("best", fatalities == null ? null : fatalities.best())
                        .addValue("high", fatalities == null ? null : fatalities.high())
                        .addValue("confidence", merged.confidence()))
                .update();
    }

    /** Rows of an event in one of its tables; places, actors and borders are in it no more than once. */
    private void replace(long event, String target, List<Object[]> rows) {
        String table = target.substring(0, target.indexOf(' '));
        jdbc.sql("delete from " + table + " where event_id = ?").param(event).update();
        if (!rows.isEmpty()) {
            String places = "?" + ", ?".repeat(rows.getFirst().length - 1);
            template.batchUpdate("insert into " + target + " values (" + places + ")", rows);
        }
    }
}
