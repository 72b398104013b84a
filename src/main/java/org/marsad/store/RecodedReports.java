package org.marsad.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.link.IncidentGroups;
import org.marsad.exchange.ContractJson;
import org.marsad.store.Recodings.Recoded;
import org.marsad.store.Recodings.Seat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exchanges the reports of articles that are coded anew and groups all that they were or are linked with, at once. A report
 * is the same as before where its id is, or else where it was read from the same stretch of text.
 */
final class RecodedReports {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Incidents incidents;

    RecodedReports(JdbcTemplate template, Incidents incidents) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.incidents = incidents;
    }

    private record Stored(long id, long event, long chain, String codedId, JsonNode coded) {
        int begin() {
            return coded.path("evidence").path(0).path("begin").asInt();
        }

        int end() {
            return coded.path("evidence").path(0).path("end").asInt();
        }
    }

    /**
     * An article whose reports are other than those stored.
     *
     * @param changed what reports of before are now
     * @param gone reports that are no more
     * @param fresh reports that are new
     * @param isOther whether any report says something else; otherwise only its actors are others than they were
     */
    record Different(
            Recoded recoded,
            Map<Long, JsonNode> changed,
            List<Long> gone,
            List<JsonNode> fresh,
            Set<Long> chains,
            Set<Long> events,
            boolean isOther) {}

    /** See {@link Recodings.Outcome}. */
    record Grouped(Set<Long> before, Set<Long> after, Set<Long> rewritten, List<Seat> seats, Map<Long, Long> heirs) {}

    /**
     * Those of some articles whose reports are not what is stored.
     *
     * @param others ids of actors that are other than they were; reports with them count too
     */
    List<Different> listDifferent(List<Recoded> recoded, Set<String> others) {
        var stored = new HashMap<Long, List<Stored>>();
        jdbc.sql("""
                        select id, article_id, event_id, chain, coded_id, coded::text as coded from report
                        where article_id = any(?) order by id""")
                .param(recoded.stream().map(one -> one.article().id()).toArray(Long[]::new))
                .query(row -> {
                    stored.computeIfAbsent(row.getLong("article_id"), _ -> new ArrayList<>())
                            .add(new Stored(
                                    row.getLong("id"),
                                    row.getLong("event_id"),
                                    row.getLong("chain"),
                                    row.getString("coded_id"),
                                    JSON.readTree(row.getString("coded"))));
                });
        return recoded.stream()
                .map(one -> compare(one, stored.getOrDefault(one.article().id(), List.of()), others))
                .filter(one -> !one.changed().isEmpty()
                        || !one.gone().isEmpty()
                        || !one.fresh().isEmpty())
                .toList();
    }

    private static Different compare(Recoded recoded, List<Stored> stored, Set<String> others) {
        var fresh = new LinkedHashMap<String, JsonNode>();
        // By way of its text, as what is stored has gone.
        JSON.readTree(ContractJson.tree(recoded.coded()).path("events").toString())
                .values()
                .forEach(event -> fresh.putIfAbsent(event.path("id").asString(), event));
        var changed = new TreeMap<Long, JsonNode>();
        var unpaired = new ArrayList<Stored>();
        var touched = new ArrayList<Stored>();
        boolean same = true;
        for (var old : stored) {
            var now = fresh.remove(old.codedId());
            if (now == null) {
                unpaired.add(old);
            } else if (!now.equals(old.coded()) || hasAny(now, others)) {
                same &= now.equals(old.coded());
                changed.put(old.id(), now);
                touched.add(old);
            }
        }
        same &= unpaired.isEmpty() && fresh.isEmpty();
        for (var old : List.copyOf(unpaired)) {
            var now = fresh.values().stream()
                    .filter(event -> overlap(old, event) > 0)
                    .max(Comparator.comparingInt((JsonNode event) -> overlap(old, event))
                            .thenComparing(event -> event.path("id").asString()));
            if (now.isPresent()) {
                fresh.remove(now.get().path("id").asString());
                changed.put(old.id(), now.get());
                touched.add(old);
                unpaired.remove(old);
            }
        }
        touched.addAll(unpaired);
        return new Different(
                recoded,
                changed,
                unpaired.stream().map(Stored::id).toList(),
                List.copyOf(fresh.values()),
                touched.stream().map(Stored::chain).collect(Collectors.toSet()),
                touched.stream().map(Stored::event).collect(Collectors.toSet()),
                !same);
    }

    private static boolean hasAny(JsonNode event, Set<String> actors) {
        return !actors.isEmpty()
                && event.path("actors").values().stream()
                        .anyMatch(actor -> actors.contains(actor.path("id").asString()));
    }

    private static int overlap(Stored old, JsonNode event) {
        var evidence = event.path("evidence").path(0);
        return Math.min(old.end(), evidence.path("end").asInt())
                - Math.max(old.begin(), evidence.path("begin").asInt());
    }

    /** Writes them, and groups anew. */
    Grouped write(List<Different> different, Map<String, Seat> wanted, Consumer<Set<Long>> observer) {
        if (different.isEmpty()) {
            observer.accept(Set.of());
            return new Grouped(Set.of(), Set.of(), Set.of(), List.of(), Map.of());
        }
        var reports = incidents.reports();
        var chains = new TreeSet<Long>();
        different.forEach(one -> chains.addAll(one.chains()));
        var members = new LinkedHashMap<Long, StoredReport>();
        reports.listOfChains(chains).forEach(one -> members.put(one.id(), one));
        var written = writeReports(different, wanted);
        var linked = link(written);
        // What the new links reach.
        var reached =
                linked.stream().filter(chain -> !chains.contains(chain)).collect(Collectors.toCollection(TreeSet::new));
        var others = reports.listOfChains(reached);
        others.stream().filter(one -> !written.containsKey(one.id())).forEach(one -> members.put(one.id(), one));
        var before = members.values().stream().map(StoredReport::event).collect(Collectors.toCollection(TreeSet::new));
        var seats = seats(members.values());
        // Nothing of an event is written yet: only its reports are others.
        observer.accept(before);
        remove(different);
        chains.addAll(reached);
        chains.addAll(written.keySet());
        var after = group(reports.listOfChains(chains), written.keySet(), wanted, members.values());
        return new Grouped(before, after.events(), after.rewritten(), seats, heirs(members.values(), before, after));
    }

    /** Reports as they are now, by id; each is a chain of its own and linked with nothing yet. */
    private Map<Long, StoredReport> writeReports(List<Different> different, Map<String, Seat> wanted) {
        var reports = incidents.reports();
        var told = reports.listTold(
                different.stream().map(one -> one.recoded().article().id()).toList());
        var changed = new ArrayList<StoredReports.Fresh>();
        var fresh = new ArrayList<StoredReports.Fresh>();
        var ids = reports.allocate(
                        different.stream().mapToInt(one -> one.fresh().size()).sum())
                .iterator();
        for (var one : different) {
            var article =
                    Objects.requireNonNull(told.get(one.recoded().article().id()));
            one.changed().forEach((id, coded) -> changed.add(reports.fresh(article, coded, id)));
            for (var coded : one.fresh()) {
                var report = reports.fresh(article, coded, ids.next());
                fresh.add(report.in(
                        eventFor(report.report(), wanted), report.report().id()));
            }
        }
        rewrite(changed);
        reports.insert(fresh);
        var written = new LinkedHashMap<Long, StoredReport>();
        changed.forEach(one -> written.put(one.report().id(), one.report()));
        fresh.forEach(one -> written.put(one.report().id(), one.report()));
        incidents.writeEvidence(written.values());
        return written;
    }

    private long eventFor(StoredReport report, Map<String, Seat> wanted) {
        var seat = wanted.get(report.report().key());
        var event = report.report().event();
        return seat == null ? incidents.insertEvent(event) : incidents.insertEventAgain(seat, event);
    }

    private void rewrite(List<StoredReports.Fresh> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var ids = changed.stream().map(one -> one.report().id()).toList();
        template.batchUpdate(
                "update report set coded_id = ?, coded = ?::jsonb where id = ?",
                changed.stream()
                        .map(one -> new Object[] {
                            one.report().codedId(),
                            one.coded().toString(),
                            one.report().id()
                        })
                        .toList());
        var array = ids.toArray(Long[]::new);
        jdbc.sql("delete from report_link where a = any(?) or b = any(?)")
                .params(array, array)
                .update();
        jdbc.sql("delete from evidence where report_id = any(?)").param(array).update();
        var reports = changed.stream().map(StoredReports.Fresh::report).toList();
        incidents.reports().writeFeatures(reports);
        incidents.reports().remember(reports);
    }

    private void remove(List<Different> different) {
        var gone = different.stream().flatMap(one -> one.gone().stream()).toArray(Long[]::new);
        if (gone.length > 0) {
            jdbc.sql("delete from report where id = any(?)").param(gone).update();
        }
    }

    /** Links reports with all others that may be of the same incident; returns the chains of those. */
    private Set<Long> link(Map<Long, StoredReport> written) {
        var links = incidents.links(written.values(), incidents.listCandidates(written.values(), List.of()));
        incidents.writeLinks(links);
        return links.stream().map(link -> link.other().chain()).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Seated(Set<Long> events, Set<Long> rewritten, Map<Long, Long> eventOfReport) {}

    /** Groups reports anew and gives each group its event. */
    private Seated group(
            List<StoredReport> members, Set<Long> written, Map<String, Seat> wanted, Collection<StoredReport> before) {
        var byKey = new LinkedHashMap<String, StoredReport>();
        members.forEach(one -> byKey.put(one.report().key(), one));
        var decided = incidents.hand().about(members);
        var links = incidents.links(members, decided);
        writeChains(members, links, byKey);
        var groups = new IncidentGroups(decided.decisions())
                .of(members.stream().map(StoredReport::report).toList(), links);
        var was = before.stream()
                .collect(Collectors.groupingBy(
                        StoredReport::event, Collectors.mapping(StoredReport::id, Collectors.toSet())));
        var order = groups.stream()
                .map(group -> group.stream()
                        .map(report -> Objects.requireNonNull(byKey.get(report.key())))
                        .toList())
                .sorted(Comparator.<List<StoredReport>>comparingLong(
                                group -> -seats(group, wanted).size())
                        .thenComparing(group -> -group.size()))
                .toList();
        var taken = new TreeSet<Long>();
        var seated = new HashMap<Long, Long>();
        var changed = new TreeSet<Long>();
        for (var group : order) {
            long event = eventOf(group, wanted, taken);
            taken.add(event);
            var ids = group.stream().map(StoredReport::id).collect(Collectors.toSet());
            ids.forEach(id -> seated.put(id, event));
            boolean same = ids.equals(was.get(event));
            if (!same) {
                jdbc.sql("update report set event_id = ? where id = any(?) and event_id <> ?")
                        .params(event, ids.toArray(Long[]::new), event)
                        .update();
            }
            if (!same || ids.stream().anyMatch(written::contains)) {
                changed.add(event);
            }
        }
        var left = new TreeSet<>(was.keySet());
        members.forEach(one -> left.add(one.event()));
        left.removeAll(taken);
        incidents.events().removeEmpty(left);
        incidents.merge(changed);
        return new Seated(taken, changed, seated);
    }

    private static List<Seat> seats(List<StoredReport> group, Map<String, Seat> wanted) {
        return group.stream()
                .map(one -> wanted.get(one.report().key()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The event that most of a group's reports are wanted in, or else are in; the oldest of equals; or a new one. */
    private long eventOf(List<StoredReport> group, Map<String, Seat> wanted, Set<Long> taken) {
        var seats = seats(group, wanted);
        return most(seats.stream()
                        .map(Seat::event)
                        .filter(event -> !taken.contains(event))
                        .toList())
                .map(event -> seats.stream()
                        .filter(seat -> seat.event() == event)
                        .findFirst()
                        .orElseThrow())
                .map(seat -> incidents.insertEventAgain(
                        seat, group.getFirst().report().event()))
                .or(() -> most(group.stream()
                        .map(StoredReport::event)
                        .filter(event -> !taken.contains(event))
                        .toList()))
                .orElseGet(() -> incidents.insertEvent(group.getFirst().report().event()));
    }

    private static java.util.Optional<Long> most(List<Long> events) {
        var counts =
                events.stream().collect(Collectors.groupingBy(event -> event, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Long, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    /** Gives each set of reports that links hold together a chain: its least id. */
    private void writeChains(
            List<StoredReport> members, Collection<IncidentGroups.Link> links, Map<String, StoredReport> byKey) {
        var root = new HashMap<Long, Long>();
        members.forEach(one -> root.put(one.id(), one.id()));
        for (var link : links) {
            long a =
                    find(root, Objects.requireNonNull(byKey.get(link.a().key())).id());
            long b =
                    find(root, Objects.requireNonNull(byKey.get(link.b().key())).id());
            root.put(Math.max(a, b), Math.min(a, b));
        }
        template.batchUpdate(
                "update report set chain = ? where id = ?",
                members.stream()
                        .filter(one -> find(root, one.id()) != one.chain())
                        .map(one -> new Object[] {find(root, one.id()), one.id()})
                        .toList());
    }

    private static long find(Map<Long, Long> root, long id) {
        long at = id;
        while (Objects.requireNonNull(root.get(at)) != at) {
            at = Objects.requireNonNull(root.get(at));
        }
        return at;
    }

    private List<Seat> seats(Collection<StoredReport> members) {
        var created = new HashMap<Long, OffsetDateTime>();
        jdbc.sql("select id, created_at from event where id = any(?)")
                .param(members.stream().map(StoredReport::event).distinct().toArray(Long[]::new))
                .query(row -> {
                    created.put(row.getLong("id"), row.getObject("created_at", OffsetDateTime.class));
                });
        return members.stream()
                .map(one -> new Seat(one.report().key(), one.event(), Objects.requireNonNull(created.get(one.event()))))
                .toList();
    }

    private static Map<Long, Long> heirs(Collection<StoredReport> members, Set<Long> before, Seated after) {
        var heirs = new HashMap<Long, Long>();
        for (var one : members) {
            @Nullable Long now = after.eventOfReport().get(one.id());
            if (now != null && before.contains(one.event()) && !after.events().contains(one.event())) {
                heirs.merge(one.event(), now, Math::min);
            }
        }
        return heirs;
    }
}
