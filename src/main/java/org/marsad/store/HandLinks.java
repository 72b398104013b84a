package org.marsad.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.coding.link.LinkDecisions;
import org.marsad.coding.link.Report;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was decided by hand about reports. A report is known again by its article's text and its id there, or, where the
 * coder now gives it another id, by the stretch of text that it was read from.
 */
final class HandLinks {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    HandLinks(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
    }

    private record Side(String text, String codedId, int begin, int end) {
        List<StoredReport> find(Map<String, List<StoredReport>> byText) {
            var all = byText.getOrDefault(text, List.of());
            var same = all.stream().filter(one -> one.codedId().equals(codedId)).toList();
            return same.isEmpty()
                    ? all.stream()
                            .filter(one -> one.begin() < end && begin < one.end())
                            .toList()
                    : same;
        }
    }

    private record Decision(Side a, Side b, boolean together) {}

    /** The decisions about some reports, and the pairs that were put together. */
    record Decided(LinkDecisions decisions, List<StoredReport[]> together) {}

    /** By text of some, the texts that a decision to put together names beside it. */
    Map<String, Set<String>> listPartners(Collection<String> texts) {
        var partners = new HashMap<String, Set<String>>();
        jdbc.sql("""
                        with t as (select decode(x, 'hex') as text from unnest(cast(:texts as text[])) x)
                        select encode(t.text, 'hex') as text, encode(d.b_text, 'hex') as partner
                            from t join link_decision d on d.a_text = t.text where d.together
                        union
                        select encode(t.text, 'hex'), encode(d.a_text, 'hex')
                            from t join link_decision d on d.b_text = t.text where d.together""").param("texts", texts.toArray(String[]::new)).query(row -> {
            partners.computeIfAbsent(row.getString("text"), _ -> new TreeSet<>())
                    .add(row.getString("partner"));
        });
        return partners;
    }

    Decided about(Collection<StoredReport> reports) {
        var byText = reports.stream().collect(Collectors.groupingBy(StoredReport::text));
        var texts = byText.keySet().toArray(String[]::new);
        var pairs = new HashMap<Set<String>, Boolean>();
        var together = new ArrayList<StoredReport[]>();
        var decisions = jdbc.sql("""
                        select encode(a_text, 'hex') as a, a_coded_id, a_begin, a_end, encode(b_text, 'hex') as b, b_coded_id,
                            b_begin, b_end, together
                        from link_decision
                        where a_text in (select decode(t, 'hex') from unnest(:texts) t)
                            and b_text in (select decode(t, 'hex') from unnest(:texts) t)
                        order by decided_at, a_text, b_text""")
                .param("texts", texts)
                .query((row, _) -> new Decision(
                        new Side(
                                row.getString("a"),
                                row.getString("a_coded_id"),
                                row.getInt("a_begin"),
                                row.getInt("a_end")),
                        new Side(
                                row.getString("b"),
                                row.getString("b_coded_id"),
                                row.getInt("b_begin"),
                                row.getInt("b_end")),
                        row.getBoolean("together")))
                .list();
        for (var decision : decisions) {
            for (var one : decision.a().find(byText)) {
                for (var other : decision.b().find(byText)) {
                    if (one != other) {
                        // The last word counts.
                        pairs.put(pair(one.report(), other.report()), decision.together());
                        if (decision.together()) {
                            together.add(new StoredReport[] {one, other});
                        }
                    }
                }
            }
        }
        together.removeIf(pair -> !pairs.get(pair(pair[0].report(), pair[1].report())));
        return new Decided(
                new Pairs(pairs, pairs.keySet().stream().flatMap(Set::stream).collect(Collectors.toSet())), together);
    }

    /**
     * @param reports keys of all that are in a pair
     */
    private record Pairs(Map<Set<String>, Boolean> pairs, Set<String> reports) implements LinkDecisions {
        @Override
        public Optional<Boolean> find(Report a, Report b) {
            return concern(a) && concern(b) ? Optional.ofNullable(pairs.get(pair(a, b))) : Optional.empty();
        }

        @Override
        public boolean concern(Report report) {
            return reports.contains(report.key());
        }
    }

    private static Set<String> pair(Report a, Report b) {
        return Set.copyOf(new TreeSet<>(List.of(a.key(), b.key())));
    }

    /** Notes that each of some reports is of one incident, or of another, with each of others. */
    void decide(List<StoredReport> some, List<StoredReport> others, boolean together, String by) {
        var rows = new ArrayList<Object[]>();
        for (var one : some) {
            for (var other : others) {
                boolean inOrder =
                        (one.text() + " " + one.codedId()).compareTo(other.text() + " " + other.codedId()) < 0;
                var a = inOrder ? one : other;
                var b = inOrder ? other : one;
                rows.add(new Object[] {
                    a.text(), a.codedId(), a.begin(), a.end(), b.text(), b.codedId(), b.begin(), b.end(), together, by
                });
            }
        }
        template.batchUpdate("""
                insert into link_decision (a_text, a_coded_id, a_begin, a_end, b_text, b_coded_id, b_begin, b_end, together,
                    decided_by)
                values (decode(?, 'hex'), ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, ?)
                on conflict (a_text, a_coded_id, b_text, b_coded_id)
                    do update set together = excluded.together, decided_by = excluded.decided_by, decided_at = now()""", rows);
    }
}
