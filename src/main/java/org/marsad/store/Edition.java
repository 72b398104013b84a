package org.marsad.store;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.Coder;
import org.marsad.coding.reading.Vocabulary;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Footprint;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.Fingerprint;
import org.marsad.text.SourceDocument;

/**
 * The gazetteer of one version, with what was decided by hand, the actors and words for events that go with it, and the
 * coder that uses them all. Immutable; safe for use by many
 * threads.
 *
 * @param stamp of the gazetteer's sources and the program: what is coded under another may come out otherwise
 */
public record Edition(
        long version, Gazetteer gazetteer, Coder coder, DecisionTable decisions, Vocabulary vocabulary, String stamp) {
    /**
     * An article, and what of the gazetteer was looked at for it.
     *
     * @param mentionsOnly whether it was coded no further than to its mentions: all else is as it is stored
     */
    public record Coded(CodedArticle article, Footprint footprint, boolean mentionsOnly) {}

    public Coded code(StoredArticle stored) {
        return code(stored.document(), stored.article(), stored.source(), stored.textHash());
    }

    public Coded code(SourceDocument document, ArticleText article, Fingerprint fingerprint) {
        return code(
                document,
                article,
                ArticleSource.of(document.id()),
                HexFormat.of().formatHex(fingerprint.hash()));
    }

    /**
     * Codes an article no further than to its mentions where these are such that all else comes out as it is stored.
     *
     * @param asStored whether mentions are such
     */
    public Coded code(StoredArticle stored, Predicate<List<Mention>> asStored) {
        var footprint = new Footprint();
        var mentions = coder.listMentions(
                stored.document(), stored.article(), decisions.of(stored.source(), stored.textHash()), footprint);
        return asStored.test(mentions)
                ? new Coded(
                        new CodedArticle(stored.document(), stored.article(), mentions, List.of(), List.of()),
                        footprint,
                        true)
                : new Coded(coder.code(stored.document(), stored.article(), mentions, footprint), footprint, false);
    }

    private Coded code(SourceDocument document, ArticleText article, String source, String textHash) {
        var footprint = new Footprint();
        return new Coded(coder.code(document, article, decisions.of(source, textHash), footprint), footprint, false);
    }
}
