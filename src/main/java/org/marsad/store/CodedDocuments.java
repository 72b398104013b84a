package org.marsad.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.CodePoints;
import org.marsad.text.ArticleText;
import org.marsad.text.SourceDocument;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores documents with all that was found in them. The caller holds a transaction; documents are stored one after the
 * other, however many processes take them in, so that neither a copy nor an incident is stored
 * twice.
 */
public final class CodedDocuments {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ReferenceData reference;
    private final Duplicates duplicates;
    private final Incidents incidents;
    private final StoredArticles articles;
    private final LiveGazetteer live;
    /** The gazetteer's version that the reports in memory were read with. */
    private long reports = -1;
    /** Whether articles waited to be coded anew then: others exchange their reports, and the version stays. */
    private boolean recoding;

    CodedDocuments(
            JdbcTemplate template,
            ReferenceData reference,
            Duplicates duplicates,
            Incidents incidents,
            StoredArticles articles,
            LiveGazetteer live) {
        this.articles = articles;
        this.live = live;
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.reference = reference;
        this.duplicates = duplicates;
        this.incidents = incidents;
    }

    /** The document with the same text. */
    public Optional<Long> findSame(SourceDocument document) {
        return jdbc.sql("select id from document where sha256 = ?")
                .param(sha256(document.text()))
                .query(Long.class)
                .optional();
    }

    public Saved save(NewDocument document) {
        return saveAll(List.of(document)).getFirst();
    }

    /**
     * Stores several documents in the caller's one transaction, with as many statements as one takes. What is stored is the
     * same as if they came one by one.
     *
     * @return what came of each, in their order
     */
    public List<Saved> saveAll(List<NewDocument> documents) {
        lock(jdbc);
        long version = live.edits().version();
        boolean waiting = jdbc.sql("select exists (select from recoding)")
                .query(Boolean.class)
                .single();
        if (version != reports || waiting || recoding) {
            incidents.reports().forgetAll();
            reports = version;
            recoding = waiting;
        }
        var known = listSame(documents);
        var saved = new ArrayList<@Nullable Saved>();
        var fresh = new ArrayList<NewDocument>();
        for (var document : documents) {
            boolean outdated = document.version() != NewDocument.ANY_VERSION && document.version() != version;
            saved.add(outdated ? new Saved.Outdated() : null);
            if (!outdated && known.putIfAbsent(hex(document), 0L) == null) {
                fresh.add(document);
            }
        }
        var stored = store(fresh).iterator();
        for (int i = 0; i < documents.size(); i++) {
            var hash = hex(documents.get(i));
            if (saved.get(i) == null && Objects.requireNonNull(known.get(hash)) == 0) {
                var one = stored.next();
                saved.set(i, one);
                known.put(hash, one.documentId());
            } else if (saved.get(i) == null) {
                saved.set(i, new Saved.AlreadyStored(Objects.requireNonNull(known.get(hash))));
            }
        }
        return saved.stream().map(Objects::requireNonNull).toList();
    }

    private List<Saved.Stored> store(List<NewDocument> documents) {
        var ids = Sequences.next(jdbc, "document", documents.size());
        insertDocuments(documents, ids);
        var articles = new ArrayList<PlacedArticle>();
        for (int i = 0; i < documents.size(); i++) {
            var points = new CodePoints(documents.get(i).source().text());
            for (var article : documents.get(i).articles()) {
                articles.add(new PlacedArticle(ids.get(i), article, points));
            }
        }
        var stored = insertArticles(articles);
        var originals = stored.stream().filter(one -> one.original().isEmpty()).toList();
        var counted = insertFindings(originals);
        var results = new ArrayList<Saved.Stored>();
        for (int i = 0; i < documents.size(); i++) {
            long id = ids.get(i);
            var own =
                    stored.stream().filter(one -> one.placed().document() == id).toList();
            var sum = own.stream()
                    .map(one -> counted.getOrDefault(one.id(), FreshReports.Counted.NONE))
                    .reduce(FreshReports.Counted.NONE, FreshReports.Counted::plus);
            int copies =
                    (int) own.stream().filter(one -> one.original().isPresent()).count();
            results.add(new Saved.Stored(id, own.size(), copies, sum.created(), sum.linked()));
        }
        return results;
    }

    private record PlacedArticle(long document, NewDocument.NewArticle fresh, CodePoints points) {}

    private record StoredOne(long id, PlacedArticle placed, Optional<Long> original) {}

    /** One at a time changes which reports make an incident. */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('marsad documents'))")
                .query((_, _) -> 0)
                .list();
    }

    /**
     * Takes a document away with all that was read in it; incidents keep their other reports. What was decided by hand
     * about its reports is kept, for when it comes again.
     *
     * @return whether there was one
     */
    public boolean remove(long document) {
        lock(jdbc);
        return incidents.remove(document);
    }

    /** Of those among documents whose text is there already, by its hash: the document. */
    private Map<String, Long> listSame(List<NewDocument> documents) {
        var same = new HashMap<String, Long>();
        jdbc.sql("""
                        select d.id, encode(d.sha256, 'hex') as hash from document d
                        where d.sha256 in (select decode(x, 'hex') from unnest(cast(? as text[])) x)""")
                .param(documents.stream().map(CodedDocuments::hex).toArray(String[]::new))
                .query(row -> {
                    same.put(row.getString("hash"), row.getLong("id"));
                });
        return same;
    }

    private void insertDocuments(List<NewDocument> documents, List<Long> ids) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            rows.add(new @Nullable Object[] {
                ids.get(i),
                document.source().id(),
                "\\x" + hex(document),
                document.source().text(),
                document.jobId(),
                document.source().title(),
                document.source().published(),
                true
            });
        }
        Copy.rows(
                template, "document (id, name, sha256, text, job_id, given_title, given_published, given_known)", rows);
    }

    private List<StoredOne> insertArticles(List<PlacedArticle> placed) {
        var ids = Sequences.next(jdbc, "article", placed.size());
        var originals = duplicates.listOriginals(
                placed.stream().map(one -> one.fresh().fingerprint()).toList(), ids);
        var stored = new ArrayList<StoredOne>();
        for (int i = 0; i < placed.size(); i++) {
            stored.add(new StoredOne(ids.get(i), placed.get(i), originals.get(i)));
        }
        Copy.rows(template, """
                article (id, document_id, ordinal, title, language, published, begin_cp, end_cp, body, text_hash, signature,
                    duplicate_of)""", stored.stream().map(CodedDocuments::row).toList());
        return stored;
    }

    private static @Nullable Object[] row(StoredOne one) {
        ArticleText article = one.placed().fresh().article();
        var fingerprint = one.placed().fresh().fingerprint();
        var points = one.placed().points();
        return new @Nullable Object[] {
            one.id(),
            one.placed().document(),
            article.ordinal(),
            article.title(),
            article.language().tag(),
            article.published(),
            points.of(article.extent().begin()),
            points.of(article.extent().end()),
            article.body().stream()
                    .map(span -> "[" + points.of(span.begin()) + "," + points.of(span.end()) + ")")
                    .collect(Collectors.joining(",", "{", "}")),
            "\\x" + HexFormat.of().formatHex(fingerprint.hash()),
            Arrays.stream(fingerprint.bands()).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}")),
            one.original().orElse(null)
        };
    }

    private Map<Long, FreshReports.Counted> insertFindings(List<StoredOne> stored) {
        var coded = stored.stream().map(one -> one.placed().fresh().coded()).toList();
        reference.ensurePlacesOf(coded);
        reference.ensureActorsOf(coded);
        var mentions = new ArrayList<@Nullable Object[]>();
        var actors = new ArrayList<@Nullable Object[]>();
        var fresh = new ArrayList<FreshReports.Article>();
        for (var one : stored) {
            var article = one.placed().fresh();
            var points = one.placed().points();
            MentionRow.of(article.coded(), points).forEach(row -> mentions.add(row.values(one.id())));
            ActorRow.of(article.coded(), points).forEach(row -> actors.add(row.values(one.id())));
            fresh.add(new FreshReports.Article(
                    new StoredReports.Told(
                            one.id(),
                            HexFormat.of().formatHex(article.fingerprint().hash()),
                            article.article().published(),
                            points.of(article.article().extent().begin())),
                    article.coded()));
        }
        Copy.rows(template, MentionRow.COLUMNS, mentions);
        Copy.rows(template, ActorRow.COLUMNS, actors);
        articles.insertMarks(
                stored.stream()
                        .filter(one -> one.placed().fresh().footprint() != null)
                        .collect(Collectors.toMap(
                                StoredOne::id,
                                one -> Objects.requireNonNull(
                                        one.placed().fresh().footprint()))),
                live.stamp());
        return new FreshReports(template, incidents).add(fresh);
    }

    private static String hex(NewDocument document) {
        return HexFormat.of().formatHex(sha256(document.source().text()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
