package org.marsad.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.geo.Borders;
import org.marsad.store.NewDocument;
import org.marsad.store.Store;
import org.marsad.text.Articles;
import org.marsad.text.Fingerprint;
import org.marsad.text.Folding;
import org.marsad.text.SourceDocument;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store with the gazetteer that comes with Marsad, and curation upon it. */
final class Desk {
    private static final Gazetteer GAZETTEER = new Gazetteers(Path.of("target/test-gazetteer")).compiled(List.of());

    final JdbcClient jdbc;
    final JdbcTemplate template;
    final TransactionTemplate transaction;
    final Store store;
    final GazetteerCuration curation;
    final Lexicography lexicography;

    final JdbcTransactionManager transactions;

    Desk(DataSource database) {
        this(database, GAZETTEER);
    }

    /** One whose gazetteer knows files besides. */
    Desk(DataSource database, Gazetteer gazetteer) {
        template = new JdbcTemplate(database);
        jdbc = JdbcClient.create(template);
        transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        store = Store.over(database, gazetteer, ActorRegistry.builtIn(), Borders.builtIn());
        curation = new GazetteerCuration(template, transactions, store);
        lexicography = new VocabularyLookup(template, store);
    }

    /** Files of places in a directory, with what comes with Marsad compiled already. */
    static Gazetteers gazetteers(Path data) {
        try {
            Files.createDirectories(data);
            if (!Files.exists(data.resolve("cache"))) {
                Files.createSymbolicLink(
                        data.resolve("cache"),
                        Path.of("target/test-gazetteer/cache").toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Gazetteers(data);
    }

    /** Nothing stored and nothing edited. */
    void empty() {
        jdbc.sql("""
                truncate document, event, place_version, place_version_name, gazetteer_change, gazetteer_change_report,
                    mention_decision, place_name, place_report, actor_version, trigger_version, gazetteer_sources cascade""").update();
        jdbc.sql("update gazetteer_edition set version = 0").update();
        jdbc.sql("delete from place where id like 'marsad:%'").update();
        store.live().refresh();
        store.forgetReports();
    }

    private record Name(String text, @Nullable String language, String kind) {}

    /** Reading all files again takes seconds, and the index keeps no names as they are written. */
    private static SoftReference<Map<Integer, List<Name>>> names = new SoftReference<>(null);

    private static synchronized Map<Integer, List<Name>> names() {
        var known = names.get();
        if (known == null) {
            var all = new HashMap<Integer, List<Name>>();
            Gazetteer.builtInAnd(
                    List.of(),
                    (place, name, kind, language) -> all.computeIfAbsent(place, _ -> new ArrayList<>(2))
                            .add(new Name(
                                    name,
                                    language == null ? null : language.tag(),
                                    kind.name().toLowerCase(Locale.ROOT))));
            known = all;
            names = new SoftReference<>(all);
        }
        return known;
    }

    /** The names of some places, as the gazetteer's files have them, into the database. */
    void writeNames(Predicate<String> wanted) {
        var places = GAZETTEER.places();
        var all = new ArrayList<Object[]>();
        names().forEach((place, names) -> {
            var id = places.id(place).value();
            if (wanted.test(id)) {
                var one = places.get(place);
                jdbc.sql("""
                                insert into place (id, name, country, admin1, level, feature, point, population)
                                values (?, ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?)
                                on conflict (id) do nothing""")
                        .params(
                                id,
                                one.name(),
                                one.country(),
                                one.admin1(),
                                one.level().word(),
                                one.feature(),
                                one.lon(),
                                one.lat(),
                                one.population())
                        .update();
                names.forEach(name -> all.add(
                        new Object[] {id, name.text(), Folding.key(name.text()), name.language(), name.kind()}));
            }
        });
        template.batchUpdate(
                "insert into place_name (place_id, name, folded, language, kind) values (?, ?, ?, ?, ?)", all);
    }

    void take(String name, @Nullable String published, String text) {
        var document = new SourceDocument(name, text, null, published == null ? null : LocalDate.parse(published));
        var edition = store.live().refresh();
        var articles = Articles.split(document).stream()
                .map(article -> {
                    var fingerprint = Fingerprint.of(text, article);
                    var coded = edition.code(document, article, fingerprint);
                    return new NewDocument.NewArticle(article, fingerprint, coded.article(), coded.footprint());
                })
                .toList();
        Objects.requireNonNull(transaction.execute(
                _ -> store.documents().save(new NewDocument(document, articles, null, edition.version()))));
    }

    /** What taking in all articles anew would give; nothing of it is kept. */
    List<String> codedAnew(Collection<Map.Entry<String, String>> articles) {
        var findings = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("truncate document, event cascade").update();
            store.forgetReports();
            articles.forEach(article -> take(article.getKey(), null, article.getValue()));
            return findings();
        }));
        store.forgetReports();
        return findings;
    }

    /** The project's sample articles, by file name. */
    static Map<String, String> samples() {
        try (var files = Files.list(Path.of("samples/articles"))) {
            var texts = new java.util.TreeMap<String, String>();
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is stored of mentions, reports and events, without what numbers rows. */
    List<String> findings() {
        return jdbc.sql("""
                        select concat_ws(' ', 'mention', d.name, a.ordinal, m.begin_cp, m.end_cp, m.kind, m.place_id, m.confidence,
                            m.because::text, m.alternatives::text)
                        from mention m join article a on a.id = m.article_id join document d on d.id = a.document_id
                        union all
                        select concat_ws(' ', 'actor', d.name, a.ordinal, m.begin_cp, m.end_cp, m.actor_id)
                        from actor_mention m join article a on a.id = m.article_id join document d on d.id = a.document_id
                        union all
                        select concat_ws(' ', 'report', d.name, a.ordinal, r.coded::text)
                        from report r join article a on a.id = r.article_id join document d on d.id = a.document_id
                        union all
                        select concat_ws(' ', 'event', (select string_agg(d.name || '/' || r.coded_id, ',' order by d.name, r.coded_id)
                                from report r join article a on a.id = r.article_id join document d on d.id = a.document_id
                                where r.event_id = e.id),
                            e.plover, e.mode, e.acled_sub, e.start_date, e.end_date, e.where_precision, ST_AsText(e.geom), e.border_id,
                            e.fatalities_low, e.fatalities_best, e.fatalities_high, e.confidence,
                            (select string_agg(p.place_id, ',' order by p.place_id) from event_place p where p.event_id = e.id),
                            (select string_agg(x.actor_id || x.role, ',' order by x.actor_id, x.role) from event_actor x where x.event_id = e.id),
                            (select string_agg(b.border_id || round(b.km::numeric, 3) || b.side, ',' order by b.border_id)
                                from event_border b where b.event_id = e.id))
                        from event e
                        order by 1""").query(String.class).list();
    }

    /** The events with their ids, as the map's read model loads them. */
    List<String> events() {
        return jdbc.sql("""
                        select concat_ws(' ', e.id, e.created_at, e.plover, e.start_date, e.where_precision, ST_AsText(e.geom), e.border_id,
                            e.confidence, (select string_agg(p.place_id, ',' order by p.place_id) from event_place p where p.event_id = e.id),
                            (select string_agg(r.article_id || r.coded_id, ',' order by r.article_id, r.coded_id) from report r
                                where r.event_id = e.id))
                        from event e order by e.id""").query(String.class).list();
    }
}
