package org.marsad.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which reports make an incident, seen and decided by hand. What is decided stays, however the articles come again. */
public final class Links {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Incidents incidents;

    Links(JdbcClient jdbc, TransactionTemplate transaction, Incidents incidents) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.incidents = incidents;
    }

    /**
     * A report of an incident.
     *
     * @param confidence of the surest link to another report of the incident; null where there is no other, 1 where it
     *     was decided by hand
     */
    public record LinkedReport(
            long id,
            long article,
            String title,
            String document,
            String codedId,
            @Nullable Double confidence) {}

    /** Nothing was changed: for the user. */
    public static final class CannotLink extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        CannotLink(String reason) {
            super(reason);
        }
    }

    public List<LinkedReport> list(long event) {
        return jdbc.sql("""
                        select r.id, r.article_id, a.title, d.name, r.coded_id,
                            (select max(l.confidence) from report_link l join report o
                                on o.id = case when l.a = r.id then l.b else l.a end
                                where r.id in (l.a, l.b) and o.event_id = r.event_id) as confidence,
                            (select count(*) from report o where o.event_id = r.event_id) as reports
                        from report r join article a on a.id = r.article_id join document d on d.id = a.document_id
                        where r.event_id = ? order by a.published nulls last, r.id""")
                .param(event)
                .query((row, _) -> new LinkedReport(
                        row.getLong("id"),
                        row.getLong("article_id"),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("coded_id"),
                        row.getInt("reports") == 1
                                ? null
                                : Optional.ofNullable(row.getObject("confidence", Double.class))
                                        .orElse(1.0)))
                .list();
    }

    /**
     * Takes reports out of an incident, and keeps them apart from those that stay.
     *
     * @param reportIds some of its reports, not all
     * @return the incidents that they are in now
     * @throws CannotLink where the incident has no such reports, or no others
     */
    public List<Long> split(long event, List<Long> reportIds, String by) {
        return decide(() -> {
            var members = incidents.reports().listOfEvents(List.of(event));
            var wanted = new HashSet<>(reportIds);
            var out = members.stream().filter(one -> wanted.contains(one.id())).toList();
            var stay =
                    members.stream().filter(one -> !wanted.contains(one.id())).toList();
            if (out.size() != wanted.size() || out.isEmpty()) {
                throw new CannotLink("event " + event + " has not all of the reports " + reportIds);
            }
            if (stay.isEmpty()) {
                throw new CannotLink("all reports of event " + event + " were named; nothing would be left of it");
            }
            incidents.hand().decide(out, stay, false, by);
            incidents.group(members.stream().map(StoredReport::chain).collect(Collectors.toCollection(TreeSet::new)));
            return out;
        });
    }

    /**
     * Makes one incident of several.
     *
     * @return the incident; several, where earlier decisions forbid it
     * @throws CannotLink where one of them has no reports: it does not exist, or is a row of another data set
     */
    public List<Long> join(List<Long> events, String by) {
        return decide(() -> {
            var all = new ArrayList<StoredReport>();
            var distinct = new TreeSet<>(events);
            if (distinct.size() < 2) {
                throw new CannotLink("at least two events are wanted");
            }
            for (long event : distinct) {
                var members = incidents.reports().listOfEvents(List.of(event));
                if (members.isEmpty()) {
                    throw new CannotLink("event " + event + " is not coded from articles, or does not exist");
                }
                incidents.hand().decide(all, members, true, by);
                all.addAll(members);
            }
            incidents.group(all.stream().map(StoredReport::chain).collect(Collectors.toCollection(TreeSet::new)));
            return all;
        });
    }

    private List<Long> decide(java.util.function.Supplier<List<StoredReport>> action) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            CodedDocuments.lock(jdbc);
            var ids = action.get().stream().map(StoredReport::id).toArray(Long[]::new);
            return jdbc.sql("select distinct event_id from report where id = any(?) order by 1")
                    .param(ids)
                    .query(Long.class)
                    .list();
        }));
    }
}
