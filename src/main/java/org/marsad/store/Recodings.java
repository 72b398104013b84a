package org.marsad.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.CodedArticle;
import org.marsad.exchange.CodePoints;
import org.marsad.geocode.Footprint;
import org.marsad.text.Span;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts other codings of stored articles in the place of those that are there. What is the same stays untouched, down to its
 * row; reports that only changed stay the same report, and events keep their ids as long as any of their reports is left.
 * Afterwards mentions, reports and incidents are those that taking in all articles anew would have given. The caller holds a
 * transaction and the lock of documents.
 */
public final class Recodings {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ReferenceData reference;
    private final StoredArticles articles;
    private final RecodedReports reports;

    Recodings(JdbcTemplate template, ReferenceData reference, StoredArticles articles, Incidents incidents) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.reference = reference;
        this.articles = articles;
        this.reports = new RecodedReports(template, incidents);
    }

    /**
     * An article, coded anew.
     *
     * @param mentionsOnly whether only its mentions are; all else stays as it is
     */
    public record Recoded(StoredArticle article, CodedArticle coded, Footprint footprint, boolean mentionsOnly) {}

    /**
     * A stretch of an article.
     *
     * @param begin code points from the document's start
     * @param end exclusive
     */
    public record Stretch(long article, String title, int begin, int end, String text) {
        private static Stretch of(Recoded one, Span span) {
            var text = one.coded().document().text();
            int from = text.offsetByCodePoints(0, span.begin());
            return new Stretch(
                    one.article().id(),
                    one.article().article().title(),
                    span.begin(),
                    span.end(),
                    text.substring(from, text.offsetByCodePoints(from, span.end() - span.begin())));
        }
    }

    /**
     * A mention that is other than it was.
     *
     * @param before its place, or null for none
     * @param was whether it was a mention before
     * @param is whether it is one now
     */
    public record MentionChange(
            Stretch at, @Nullable String before, @Nullable String after, boolean was, boolean is) {
        /** Whether more is different than how sure it is. */
        public boolean isOfPlace() {
            return was != is || !Objects.equals(before, after);
        }
    }

    /**
     * A mention of an actor that is other than it was.
     *
     * @param before the actor's id, or null where it was no mention
     * @param after the same now
     */
    public record ActorChange(
            Stretch at, @Nullable String before, @Nullable String after) {}

    /**
     * Where a report is.
     *
     * @param report its article's text and its id in it
     * @param created when the event came in
     */
    public record Seat(String report, long event, OffsetDateTime created) {}

    /**
     * What came of it.
     *
     * @param changed articles in which anything is different
     * @param mentions that are different, if only in how sure they are
     * @param actors mentions of actors that are different
     * @param before events that had reports of those that changed or were grouped anew, before
     * @param after the same, after
     * @param rewritten those of them that are not as they were
     * @param seats of those reports, before
     * @param heirs of each event that is gone, the one that took over a report of it, where there is one
     */
    public record Outcome(
            List<Long> changed,
            List<MentionChange> mentions,
            List<ActorChange> actors,
            Set<Long> before,
            Set<Long> after,
            Set<Long> rewritten,
            List<Seat> seats,
            Map<Long, Long> heirs) {}

    /** Waits until nobody else changes documents, and keeps others waiting to the end of the transaction. */
    public static void lock(JdbcClient jdbc) {
        CodedDocuments.lock(jdbc);
    }

    /**
     * Writes codings.
     *
     * @param stamp of what they were made with
     * @param seats events that reports are to be in where there is a choice, by the report
     * @param others ids of actors that are other than they were: events with them are linked and merged anew though their
     *     articles come out the same
     * @param observer told which events may be others afterwards, before any is touched
     */
    public Outcome write(
            List<Recoded> recoded,
            String stamp,
            Map<String, Seat> seats,
            Set<String> others,
            Consumer<Set<Long>> observer) {
        var changes = new ArrayList<MentionChange>();
        var actorChanges = new ArrayList<ActorChange>();
        var changed = new LinkedHashSet<Long>();
        var ids = recoded.stream().map(one -> one.article().id()).toArray(Long[]::new);
        var mentions = storedMentions(ids);
        var actors = storedActors(ids);
        var mentioned = new LinkedHashMap<Recoded, List<MentionRow>>();
        var spoken = new LinkedHashMap<Recoded, List<ActorRow>>();
        for (var one : recoded) {
            long article = one.article().id();
            var points = new CodePoints(one.coded().document().text());
            var was = mentions.getOrDefault(article, List.of());
            var is = MentionRow.of(one.coded(), points);
            if (!was.equals(is)) {
                changes.addAll(changes(one, was, is));
                mentioned.put(one, is);
                changed.add(article);
            }
            if (one.mentionsOnly()) {
                continue;
            }
            var speakers = ActorRow.of(one.coded(), points);
            var knownSpeakers = actors.getOrDefault(article, Set.of());
            if (!new HashSet<>(speakers).equals(knownSpeakers)) {
                spoken.put(one, speakers);
                changed.add(article);
                actorChanges.addAll(actorChanges(one, knownSpeakers, speakers));
            }
        }
        var whole = recoded.stream().filter(one -> !one.mentionsOnly()).toList();
        var different = reports.listDifferent(whole, others);
        different.stream()
                .filter(RecodedReports.Different::isOther)
                .forEach(one -> changed.add(one.recoded().article().id()));
        var coded = recoded.stream()
                .filter(one -> changed.contains(one.article().id()))
                .map(Recoded::coded)
                .toList();
        reference.ensurePlacesOf(coded);
        reference.ensureActorsOf(coded);
        replace("mention", MentionRow.COLUMNS, mentioned, MentionRow::values);
        replace("actor_mention", ActorRow.COLUMNS, spoken, ActorRow::values);
        articles.writeMarks(footprints(whole), stamp);
        articles.addMarks(
                footprints(recoded.stream().filter(Recoded::mentionsOnly).toList()));
        var grouped = reports.write(different, seats, observer);
        return new Outcome(
                List.copyOf(changed),
                changes,
                actorChanges,
                grouped.before(),
                grouped.after(),
                grouped.rewritten(),
                grouped.seats(),
                grouped.heirs());
    }

    private static Map<Long, Footprint> footprints(List<Recoded> recoded) {
        return recoded.stream().collect(Collectors.toMap(one -> one.article().id(), Recoded::footprint));
    }

    private <R> void replace(
            String table, String columns, Map<Recoded, List<R>> rows, BiFunction<R, Long, @Nullable Object[]> values) {
        if (!rows.isEmpty()) {
            jdbc.sql("delete from " + table + " where article_id = any(?)")
                    .param(rows.keySet().stream().map(one -> one.article().id()).toArray(Long[]::new))
                    .update();
            Copy.rows(
                    template,
                    columns,
                    rows.entrySet().stream()
                            .flatMap(one -> one.getValue().stream()
                                    .map(row -> values.apply(
                                            row, one.getKey().article().id())))
                            .toList());
        }
    }

    private Map<Long, List<MentionRow>> storedMentions(Long[] ids) {
        var rows = new HashMap<Long, List<MentionRow>>();
        jdbc.sql("select * from mention where article_id = any(?) order by begin_cp, id")
                .param(ids)
                .query(row -> {
                    rows.computeIfAbsent(row.getLong("article_id"), _ -> new ArrayList<>())
                            .add(MentionRow.read(row));
                });
        return rows;
    }

    private Map<Long, Set<ActorRow>> storedActors(Long[] ids) {
        var rows = new HashMap<Long, Set<ActorRow>>();
        jdbc.sql("select * from actor_mention where article_id = any(?)")
                .param(ids)
                .query(row -> {
                    rows.computeIfAbsent(row.getLong("article_id"), _ -> new HashSet<>())
                            .add(new ActorRow(row.getInt("begin_cp"), row.getInt("end_cp"), row.getString("actor_id")));
                });
        return rows;
    }

    private static List<MentionChange> changes(Recoded one, Collection<MentionRow> was, Collection<MentionRow> is) {
        var before = new TreeMap<Span, MentionRow>();
        var after = new TreeMap<Span, MentionRow>();
        was.forEach(row -> before.put(new Span(row.begin(), row.end()), row));
        is.forEach(row -> after.put(new Span(row.begin(), row.end()), row));
        return changes(
                before,
                after,
                (span, old, now) -> new MentionChange(
                        Stretch.of(one, span),
                        old == null ? null : old.place(),
                        now == null ? null : now.place(),
                        old != null,
                        now != null));
    }

    private static List<ActorChange> actorChanges(Recoded one, Collection<ActorRow> was, Collection<ActorRow> is) {
        var before = new TreeMap<Span, String>();
        var after = new TreeMap<Span, String>();
        was.forEach(row -> before.merge(new Span(row.begin(), row.end()), row.actor(), Recodings::both));
        is.forEach(row -> after.merge(new Span(row.begin(), row.end()), row.actor(), Recodings::both));
        return changes(before, after, (span, old, now) -> new ActorChange(Stretch.of(one, span), old, now));
    }

    /** What becomes of a stretch that is other than it was. */
    private interface Change<V, C> {
        C of(Span span, @Nullable V before, @Nullable V after);
    }

    private static <V, C> List<C> changes(Map<Span, V> before, Map<Span, V> after, Change<V, C> change) {
        var spans = new TreeSet<>(before.keySet());
        spans.addAll(after.keySet());
        var changes = new ArrayList<C>();
        for (var span : spans) {
            var old = before.get(span);
            var now = after.get(span);
            if (!Objects.equals(old, now)) {
                changes.add(change.of(span, old, now));
            }
        }
        return changes;
    }

    /** "French and American troops" are two by one stretch. */
    private static String both(String one, String other) {
        return one.compareTo(other) <= 0 ? one + ", " + other : other + ", " + one;
    }
}
