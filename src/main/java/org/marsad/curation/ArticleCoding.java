package org.marsad.curation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.marsad.curation.Curation.Progress;
import org.marsad.exchange.ContractJson;
import org.marsad.geocode.Mention;
import org.marsad.store.Edition;
import org.marsad.store.MentionSpot;
import org.marsad.store.Recodings.Recoded;
import org.marsad.store.StoredArticle;
import org.marsad.store.StoredArticles;

/** Codes stored articles with another edition: by all processors; the next ones are read while those before are coded. */
final class ArticleCoding {
    private static final int BATCH = 250;

    private final StoredArticles articles;
    private final Supplier<Edition> current;
    private final Edition next;
    private final Unchanged unchanged;

    /** Whether mentions are such that the events of their article stay as they are stored. */
    interface Unchanged {
        boolean test(StoredArticle article, java.util.Map<Long, List<MentionSpot>> stored, List<Mention> mentions);
    }

    /**
     * @param current the edition in force; asked for only where an article was coded by another program or with other sources
     * @param unchanged asked of articles that were coded with the sources and the program of today
     */
    ArticleCoding(StoredArticles articles, Supplier<Edition> current, Edition next, Unchanged unchanged) {
        this.articles = articles;
        this.current = current;
        this.next = next;
        this.unchanged = unchanged;
    }

    List<Recoded> code(List<Long> ids, Progress progress) {
        var recoded = new ArrayList<Recoded>();
        try (var processors = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            var coding = new ArrayDeque<ForkJoinTask<List<Recoded>>>();
            for (int from = 0; from < ids.size(); from += BATCH) {
                if (progress.getAsBoolean()) {
                    processors.shutdownNow();
                    throw new CancellationException("given up after " + from + " of " + ids.size() + " articles");
                }
                var batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
                var stored = articles.list(batch);
                var spots = articles.listSpots(batch);
                coding.add(processors.submit(() -> stored.parallelStream()
                        .flatMap(
                                article -> code(article, mentions -> unchanged.test(article, spots, mentions)).stream())
                        .toList()));
                if (coding.size() > 1) {
                    recoded.addAll(coding.remove().join());
                }
                progress.coded(from, ids.size());
            }
            coding.forEach(task -> recoded.addAll(task.join()));
        }
        progress.coded(ids.size(), ids.size());
        return recoded;
    }

    /** Empty where the edit makes no difference, though another program or other sources of the gazetteer may. */
    private Optional<Recoded> code(StoredArticle article, Predicate<List<Mention>> asStored) {
        if (article.stamp().equals(next.stamp())) {
            var coded = next.code(article, asStored);
            return Optional.of(new Recoded(article, coded.article(), coded.footprint(), coded.mentionsOnly()));
        }
        var coded = next.code(article);
        var known = current.get().code(article);
        return ContractJson.tree(known.article()).equals(ContractJson.tree(coded.article()))
                ? Optional.empty()
                : Optional.of(new Recoded(article, coded.article(), coded.footprint(), false));
    }
}
