package org.marsad.curation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.coding.Coder;
import org.marsad.exchange.CodePoints;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geocode.Mention;
import org.marsad.store.MentionSpot;
import org.marsad.store.StoredArticle;

/**
 * Whether mentions are such that an edit leaves the events of their article as they are stored: each stands where one did
 * and means the place that it did, and none means a place that is other than it was.
 */
final class UnchangedMentions implements ArticleCoding.Unchanged {
    private final Set<String> others;
    private final boolean anywhere;

    /**
     * @param others ids of the places that are other than they were
     * @param coders of the editions before and after the edit
     */
    UnchangedMentions(Set<String> others, List<Coder> coders) {
        this.others = others;
        // A capital stands in events of articles that do not name it.
        anywhere = others.stream()
                .map(PlaceId::new)
                .anyMatch(place -> coders.stream().anyMatch(coder -> coder.knowsById(place)));
    }

    /**
     * @param stored mentions by article, in order
     */
    @Override
    public boolean test(StoredArticle article, Map<Long, List<MentionSpot>> stored, List<Mention> mentions) {
        if (anywhere) {
            return false;
        }
        var points = new CodePoints(article.document().text());
        var spots = mentions.stream().map(one -> MentionSpot.of(one, points)).toList();
        return spots.stream().noneMatch(spot -> spot.place() != null && others.contains(spot.place()))
                && spots.equals(stored.getOrDefault(article.id(), List.of()));
    }
}
