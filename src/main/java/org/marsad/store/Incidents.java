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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.link.Incident;
import org.marsad.coding.link.IncidentGroups;
import org.marsad.coding.link.IncidentLinker;
import org.marsad.coding.link.Report;
import org.marsad.exchange.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private final EventRows events;

    Incidents(JdbcTemplate template, EventReader reader, BorderDistances distances, ReportMemory memory) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.reports = new StoredReports(template, reader, memory);
        this.hand = new HandLinks(template);
        this.events = new EventRows(template, distances);
    }

    StoredReports reports() {
        return reports;
    }

    HandLinks hand() {
        return hand;
    }

    EventRows events() {
        return events;
    }

    /** A report, and another that is taken for the same incident, and how surely. */
    record Link(StoredReport report, StoredReport other, double confidence) {
        private static Link of(StoredReport report, StoredReport other, double confidence) {
            return new Link(report, other, Math.min(1, confidence));
        }
    }

    /**
     * By report, those that could be of its incident, by id: by what they say, and by what was decided by hand.
     *
     * @param others that are not stored yet, and may be named by a decision
     */
    Map<Long, Map<Long, StoredReport>> listCandidates(Collection<StoredReport> some, Collection<StoredReport> others) {
        var found = new HashMap<Long, Map<Long, StoredReport>>();
        reports.listCandidates(some)
                .forEach((id, candidates) -> candidates.forEach(
                        one -> found.computeIfAbsent(id, _ -> new TreeMap<>()).put(one.id(), one)));
        var partners = hand.listPartners(some.stream().map(StoredReport::text).collect(Collectors.toSet()));
        if (partners.isEmpty()) {
            return found;
        }
        var texts = new TreeSet<String>();
        partners.values().forEach(texts::addAll);
        var named = new ArrayList<>(reports.listOfTexts(texts));
        named.addAll(others);
        var byText = named.stream().collect(Collectors.groupingBy(StoredReport::text));
        for (var report : some) {
            for (var text : partners.getOrDefault(report.text(), Set.of())) {
                byText.getOrDefault(text, List.of()).stream()
                        .filter(one -> one.id() != report.id())
                        .forEach(one -> found.computeIfAbsent(report.id(), _ -> new TreeMap<>())
                                .putIfAbsent(one.id(), one));
            }
        }
        return found;
    }

    /**
     * Which reports are of the same incident as some, each pair once.
     *
     * @param candidates by report, those that could be
     */
    List<Link> links(Collection<StoredReport> some, Map<Long, Map<Long, StoredReport>> candidates) {
        var considered = new LinkedHashMap<Long, StoredReport>();
        some.forEach(one -> considered.put(one.id(), one));
        candidates.values().forEach(found -> found.forEach(considered::putIfAbsent));
        var groups = new IncidentGroups(hand.about(considered.values()).decisions());
        var links = new ArrayList<Link>();
        var pairs = new HashSet<Set<Long>>();
        for (var report : some) {
            for (var other : candidates.getOrDefault(report.id(), Map.of()).values()) {
                double sure = groups.confidence(other.report(), report.report());
                if (sure >= IncidentLinker.THRESHOLD && pairs.add(Set.of(report.id(), other.id()))) {
                    links.add(Link.of(report, other, sure));
                }
            }
        }
        return links;
    }

    void writeEvidence(Collection<StoredReport> reports) {
        Copy.rows(
                template,
                "evidence (report_id, begin_cp, end_cp)",
                reports.stream()
                        .flatMap(one -> one.report().event().evidence().stream()
                                .map(span -> new Object[] {one.id(), span.begin(), span.end()}))
                        .toList());
    }

    /** Links that are not there yet. */
    void writeLinks(Collection<Link> links) {
        Copy.rows(
                template,
                "report_link (a, b, confidence)",
                links.stream()
                        .map(link -> new Object[] {
                            Math.min(link.report().id(), link.other().id()),
                            Math.max(link.report().id(), link.other().id()),
                            link.confidence()
                        })
                        .toList());
    }

    /** Groups the reports of some chains anew, which become one chain. */
    void group(Collection<Long> chains) {
        var members = reports.listOfChains(chains);
        if (members.isEmpty()) {
            return;
        }
        if (chains.size() > 1) {
            jdbc.sql("update report set chain = ? where chain = any(?)")
                    .params(Collections.min(chains), chains.toArray(Long[]::new))
                    .update();
        }
        var decided = hand.about(members);
        seat(grouped(members, links(members, decided), decided), _ -> {});
    }

    /** Incidents among reports, by what links them. */
    static List<List<StoredReport>> grouped(
            Collection<StoredReport> members, Collection<IncidentGroups.Link> links, HandLinks.Decided decided) {
        var byKey = new HashMap<String, StoredReport>();
        members.forEach(one -> byKey.put(one.report().key(), one));
        return new IncidentGroups(decided.decisions())
                .of(members.stream().map(StoredReport::report).toList(), links).stream()
                        .map(group -> group.stream()
                                .map(report -> Objects.requireNonNull(byKey.get(report.key())))
                                .toList())
                        .toList();
    }

    /**
     * Gives each of some groups its event, and writes what has changed.
     *
     * @param groups with all reports that are in any event of theirs; those that are not stored yet are in event 0
     * @param insert told the event of each report when the events are there, to store those that are not
     */
    void seat(List<List<StoredReport>> groups, Consumer<Map<Long, Long>> insert) {
        var seating = Seating.of(groups, events::allocate);
        events.insert(merged(seating.groups(), seating.fresh()));
        insert.accept(seating.eventOfReport());
        seating.changed().forEach(event -> {
            var moved = Objects.requireNonNull(seating.groups().get(event)).stream()
                    .filter(one -> one.event() != 0 && one.event() != event)
                    .map(StoredReport::id)
                    .toArray(Long[]::new);
            if (moved.length > 0) {
                jdbc.sql("update report set event_id = ? where id = any(?)")
                        .params(event, moved)
                        .update();
            }
        });
        events.removeEmpty(seating.left());
        var changed = new TreeSet<>(seating.changed());
        changed.removeAll(seating.fresh());
        events.update(merged(seating.groups(), changed));
    }

    private static Map<Long, Incident> merged(Map<Long, List<StoredReport>> groups, Collection<Long> events) {
        var merged = new TreeMap<Long, Incident>();
        events.forEach(event -> merged.put(
                event,
                IncidentLinker.merge(Objects.requireNonNull(groups.get(event)).stream()
                        .sorted(Comparator.comparingLong(StoredReport::id))
                        .map(one -> one.report().event())
                        .toList())));
        return merged;
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

    /** Takes a document away with all that was read in it. */
    boolean remove(long document) {
        var gone = reports.listOfDocument(document);
        int removed =
                jdbc.sql("delete from document where id = ?").param(document).update();
        group(gone.stream().map(StoredReport::chain).collect(Collectors.toCollection(TreeSet::new)));
        var left = gone.stream().map(StoredReport::event).collect(Collectors.toCollection(TreeSet::new));
        events.removeEmpty(left);
        // Their other reports may be those that they were; what they say together has changed.
        merge(left);
        return removed == 1;
    }

    /** Fills in what linking looks at, in reports that were written before it looked at anything but the JSON. */
    void fillIn() {
        var old = reports.listWithoutFeatures();
        var chains = new HashMap<Long, Long>();
        reports.writeFeatures(old.stream()
                .map(one -> one.in(one.event(), chains.computeIfAbsent(one.event(), _ -> one.id())))
                .toList());
        var links = new ArrayList<Link>();
        old.stream()
                .collect(Collectors.groupingBy(StoredReport::event))
                .values()
                .forEach(together -> {
                    for (var one : together) {
                        for (var other : together) {
                            double sure = IncidentLinker.confidence(one.report(), other.report());
                            if (other.id() < one.id() && sure >= IncidentLinker.THRESHOLD) {
                                links.add(Link.of(one, other, sure));
                            }
                        }
                    }
                });
        writeLinks(links);
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

    /** Writes events' attributes from their reports, of those that have any. */
    void merge(Collection<Long> some) {
        var groups = reports.listOfEvents(some).stream().collect(Collectors.groupingBy(StoredReport::event));
        events.update(merged(groups, groups.keySet()));
    }
}
