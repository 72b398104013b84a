package org.marsad.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.geocode.Footprint;
import org.marsad.text.ArticleText;
import org.marsad.text.Articles;
import org.marsad.text.SourceDocument;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The articles in the database, and what they have looked at in the gazetteer. Copies of others are none. */
public final class StoredArticles {
    private static final int BATCH = 100;

    /** Marks beyond which all articles are read rather than the index asked. */
    private static final int MANY = 2_000;

    private static final int SIFTED = 2_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    StoredArticles(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    private record Row(
            long id,
            int ordinal,
            String name,
            String text,
            @Nullable String givenTitle,
            @Nullable LocalDate givenPublished,
            boolean givenKnown,
            String title,
            @Nullable LocalDate published,
            String textHash,
            @Nullable String stamp) {}

    /**
     * Articles by their ids, in the order of ids. Leaves out those that the text can no longer be split into, as after a
     * change of how documents are split.
     */
    public List<StoredArticle> list(Collection<Long> ids) {
        return jdbc.sql("""
                        select a.id, a.ordinal, d.name, d.text, d.given_title, d.given_published, d.given_known, a.title,
                            a.published, encode(a.text_hash, 'hex') as text_hash, m.coded as stamp
                        from article a join document d on d.id = a.document_id left join article_marks m on m.article_id = a.id
                        where a.id = any(?) and a.duplicate_of is null order by a.id""").param(ids.toArray(Long[]::new)).query(Row.class).list().parallelStream()
                .flatMap(row -> article(row).stream())
                .toList();
    }

    private static Optional<StoredArticle> article(Row row) {
        var document = new SourceDocument(row.name(), row.text(), row.givenTitle(), row.givenPublished());
        var article = find(document, row.ordinal());
        if (!row.givenKnown() && article.isPresent() && row.ordinal() == 1) {
            // Taken in before this was kept: what the text does not give was given.
            boolean title = !article.get().title().equals(row.title());
            boolean published = !Objects.equals(article.get().published(), row.published());
            if (title || published) {
                document = new SourceDocument(
                        row.name(), row.text(), title ? row.title() : null, published ? row.published() : null);
                article = find(document, row.ordinal());
            }
        }
        var whole = document;
        return article.map(one -> new StoredArticle(
                row.id(),
                whole,
                one,
                ArticleSource.of(row.name()),
                row.textHash(),
                row.stamp() == null ? "" : row.stamp()));
    }

    private static Optional<ArticleText> find(SourceDocument document, int ordinal) {
        var articles = Articles.split(document);
        return ordinal <= articles.size() ? Optional.of(articles.get(ordinal - 1)) : Optional.empty();
    }

    /**
     * The articles that may have looked at something, and those of which it is not known what they have looked at.
     *
     * @param stamp of the gazetteer's sources and the program as they are
     */
    public List<Long> listConcerned(Footprint.Wanted wanted, String stamp) {
        var ids = new java.util.TreeSet<>(listWanted(wanted));
        ids.addAll(listUnmarked(stamp, Integer.MAX_VALUE));
        return List.copyOf(ids);
    }

    /** Those that may have looked at something, as far as it is known what they have looked at. */
    public Set<Long> listWanted(Footprint.Wanted wanted) {
        return wanted.singles().size() + wanted.together().size() > MANY ? sift(wanted) : lookUp(wanted);
    }

    /** By the index, which is for few marks. */
    private Set<Long> lookUp(Footprint.Wanted wanted) {
        var ids = new java.util.TreeSet<Long>();
        ids.addAll(jdbc.sql("select article_id from article_marks where marks && ?")
                .param(wanted.singles().toArray(Integer[]::new))
                .query(Long.class)
                .list());
        for (var words : wanted.together()) {
            ids.addAll(jdbc.sql("select article_id from article_marks where marks @> ?")
                    .param(words)
                    .query(Long.class)
                    .list());
        }
        return ids;
    }

    /** By reading all marks once: of a file of places there are hundreds of thousands to look for. */
    private Set<Long> sift(Footprint.Wanted wanted) {
        var ids = new java.util.TreeSet<Long>();
        var sieve = wanted.sieve();
        for (long last = 0, read = SIFTED; read == SIFTED; ) {
            var rows = jdbc.sql(
                            "select article_id, marks from article_marks where article_id > ? order by article_id limit ?")
                    .params(last, SIFTED)
                    .query((row, _) -> Map.entry(row.getLong("article_id"), (Integer[])
                            row.getArray("marks").getArray()))
                    .list();
            rows.parallelStream()
                    .filter(row -> sieve.test(row.getValue()))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(ids::add);
            read = rows.size();
            last = rows.isEmpty() ? last : rows.getLast().getKey();
        }
        return ids;
    }

    /**
     * The articles that hold, of one of some patterns, a word of each set.
     *
     * @param patterns folded words, as they are looked up; see {@link org.marsad.coding.reading.TriggerWord#listPatterns}
     */
    public Set<Long> listWithWords(List<List<Set<String>>> patterns) {
        var ids = new java.util.TreeSet<Long>();
        for (var pattern : patterns) {
            var sql = new StringBuilder("select article_id from article_marks where true");
            var parameters = new ArrayList<Object>();
            for (var words : pattern) {
                sql.append(" and marks && ?");
                parameters.add(words.stream()
                        .flatMapToInt(word -> java.util.Arrays.stream(Footprint.ofWords(word)))
                        .toArray());
            }
            if (!parameters.isEmpty()) {
                ids.addAll(jdbc.sql(sql.toString())
                        .params(parameters)
                        .query(Long.class)
                        .list());
            }
        }
        return ids;
    }

    /** The articles that name any of some actors, or tell of events with them. */
    public Set<Long> listWithActors(Collection<String> actors) {
        var ids = actors.toArray(String[]::new);
        return new java.util.TreeSet<>(
                jdbc.sql("""
                        select m.article_id from actor_mention m where m.actor_id = any(:actors)
                        union
                        select r.article_id from report r where r.event_id in (
                            select x.event_id from event_actor x where x.actor_id = any(:actors))""").param("actors", ids).query(Long.class).list());
    }

    /** How many articles hold all words of a surface form; see {@link org.marsad.gazetteer.SurfaceForms}. */
    public int countWithWords(String key) {
        return jdbc.sql("select count(*) from article_marks where marks @> ?")
                .param(Footprint.ofWords(key))
                .query(Integer.class)
                .single();
    }

    /** The mentions of articles as they are stored, in order. */
    public Map<Long, List<MentionSpot>> listSpots(Collection<Long> ids) {
        var spots = new HashMap<Long, List<MentionSpot>>();
        jdbc.sql("""
                        select article_id, begin_cp, end_cp, kind, place_id from mention where article_id = any(?)
                        order by article_id, begin_cp, id""").param(ids.toArray(Long[]::new)).query(row -> {
            spots.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add(new MentionSpot(row.getInt(2), row.getInt(3), row.getString(4), row.getString(5)));
        });
        return spots;
    }

    /** Articles of which it is not known, or no longer true, what they have looked at. */
    public List<Long> listUnmarked(String stamp, int limit) {
        var ids = new ArrayList<>(jdbc.sql("""
                        select a.id from article a
                        where a.duplicate_of is null and not exists (select from article_marks m where m.article_id = a.id)
                        limit ?""").param(limit).query(Long.class).list());
        ids.addAll(jdbc.sql("select article_id from article_marks where stamp < ? or stamp > ? limit ?")
                .params(stamp, stamp, limit - ids.size())
                .query(Long.class)
                .list());
        return ids;
    }

    /**
     * Codes every article of which it is not known what it has looked at, and notes that; what is stored of them stays as it
     * is. One article a transaction, so that nobody waits.
     *
     * @param goOn asked before each
     * @return how many
     */
    public int fillIn(LiveGazetteer live, BooleanSupplier goOn) {
        int filled = 0;
        for (var ids = listUnmarked(live.stamp(), BATCH); !ids.isEmpty(); ids = listUnmarked(live.stamp(), BATCH)) {
            var found = list(ids);
            if (found.isEmpty()) {
                return filled;
            }
            for (var article : found) {
                if (!goOn.getAsBoolean()) {
                    return filled;
                }
                fillInMarks(article.id(), live.current().code(article).footprint(), live.stamp());
                filled++;
            }
        }
        return filled;
    }

    /** All of them. */
    public List<Long> listAll() {
        return jdbc.sql("select id from article where duplicate_of is null order by id")
                .query(Long.class)
                .list();
    }

    /** Notes what articles have looked at that are new. */
    void insertMarks(Map<Long, Footprint> footprints, String stamp) {
        Copy.rows(
                template,
                "article_marks (article_id, stamp, coded, marks)",
                footprints.entrySet().stream()
                        .map(one -> new Object[] {one.getKey(), stamp, stamp, literal(one.getValue())})
                        .toList());
    }

    private static String literal(Footprint footprint) {
        return Arrays.stream(footprint.marks()).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Notes what articles have looked at, of which something is stored already. */
    void writeMarks(Map<Long, Footprint> footprints, String stamp) {
        template.batchUpdate(
                """
                insert into article_marks (article_id, stamp, coded, marks) values (?, ?, ?, ?::int[])
                on conflict (article_id) do update
                    set stamp = excluded.stamp, coded = excluded.coded, marks = excluded.marks
                where (article_marks.stamp, article_marks.coded, article_marks.marks)
                    is distinct from (excluded.stamp, excluded.coded, excluded.marks)""",
                footprints.entrySet().stream()
                        .map(one -> new Object[] {one.getKey(), stamp, stamp, literal(one.getValue())})
                        .toList());
    }

    /** Adds to what articles have looked at, of which only the mentions were coded anew. */
    void addMarks(Map<Long, Footprint> footprints) {
        template.batchUpdate(
                """
                update article_marks set marks = (select array_agg(m order by m) from (
                    select unnest(marks) as m union select unnest(?::int[])) x)
                where article_id = ? and not marks @> ?::int[]""",
                footprints.entrySet().stream()
                        .map(one -> new Object[] {literal(one.getValue()), one.getKey(), literal(one.getValue())})
                        .toList());
    }

    /** Notes what an article has looked at, where it was not known; what is stored of it stays as it is. */
    void fillInMarks(long article, Footprint footprint, String stamp) {
        jdbc.sql("""
                        insert into article_marks (article_id, stamp, marks) values (?, ?, ?)
                        on conflict (article_id) do update set stamp = excluded.stamp, marks = excluded.marks""").params(article, stamp, footprint.marks()).update();
    }
}
