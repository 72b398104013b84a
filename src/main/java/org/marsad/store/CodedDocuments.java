package org.marsad.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marsad.coding.CodedArticle;
import org.marsad.exchange.CodePoints;
import org.marsad.text.ArticleText;
import org.marsad.text.SourceDocument;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores documents with all that was found in them. The caller holds a transaction, one a document; documents are
 * stored one after the other, however many processes take them in, so that neither a copy nor an incident is stored
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
        lock(jdbc);
        long version = live.edits().version();
        if (version != reports) {
            incidents.reports().forgetAll();
            reports = version;
        }
        if (document.version() != NewDocument.ANY_VERSION && document.version() != version) {
            return new Saved.Outdated();
        }
        var same = findSame(document.source());
        if (same.isPresent()) {
            return new Saved.AlreadyStored(same.get());
        }
        long documentId = insertDocument(document);
        var points = new CodePoints(document.source().text());
        int copies = 0;
        var counted = Incidents.Counted.NONE;
        for (var article : document.articles()) {
            var original = duplicates.find(article.fingerprint());
            long articleId = insertArticle(documentId, article, original, points);
            if (original.isPresent()) {
                copies++;
            } else {
                counted = counted.plus(insertFindings(articleId, article.coded(), points));
                var footprint = article.footprint();
                if (footprint != null) {
                    articles.writeMarks(articleId, footprint, live.stamp());
                }
            }
        }
        return new Saved.Stored(documentId, document.articles().size(), copies, counted.created(), counted.linked());
    }

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

    private long insertDocument(NewDocument document) {
        return jdbc.sql("insert into document (name, sha256, text, job_id, given_title, given_published, given_known)"
                        + " values (?, ?, ?, ?, ?, ?, true) returning id")
                .params(
                        document.source().id(),
                        sha256(document.source().text()),
                        document.source().text(),
                        document.jobId(),
                        document.source().title(),
                        document.source().published())
                .query(Long.class)
                .single();
    }

    private long insertArticle(
            long documentId, NewDocument.NewArticle fresh, Optional<Long> original, CodePoints points) {
        ArticleText article = fresh.article();
        return jdbc.sql("""
                        insert into article (document_id, ordinal, title, language, published, begin_cp, end_cp, body,
                            text_hash, signature, duplicate_of)
                        values (?, ?, ?, ?, ?, ?, ?, ?::int4multirange, ?, ?, ?) returning id""")
                .params(
                        documentId,
                        article.ordinal(),
                        article.title(),
                        article.language().tag(),
                        article.published(),
                        points.of(article.extent().begin()),
                        points.of(article.extent().end()),
                        article.body().stream()
                                .map(span -> "[" + points.of(span.begin()) + "," + points.of(span.end()) + ")")
                                .collect(Collectors.joining(",", "{", "}")),
                        fresh.fingerprint().hash(),
                        fresh.fingerprint().bands(),
                        original.orElse(null))
                .query(Long.class)
                .single();
    }

    private Incidents.Counted insertFindings(long articleId, CodedArticle coded, CodePoints points) {
        reference.ensurePlaces(coded);
        reference.ensureActors(coded);
        template.batchUpdate(
                MentionRow.INSERT,
                MentionRow.of(coded, points).stream()
                        .map(row -> row.parameters(articleId))
                        .toList());
        template.batchUpdate(
                ActorRow.INSERT,
                ActorRow.of(coded, points).stream()
                        .map(row -> row.parameters(articleId))
                        .toList());
        return incidents.add(articleId, coded);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
