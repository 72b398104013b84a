package org.marsad.geocode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.PlaceId;

/**
 * What was decided by hand about the surface forms of one article. Immutable.
 *
 * @param list of several on one form the first counts
 */
public record Decisions(List<Decision> list) {
    /** None. */
    public static final Decisions NONE = new Decisions(List.of());

    /** In place of where a form stands: everywhere in the article. */
    public static final int ANYWHERE = Integer.MIN_VALUE;

    public Decisions {
        list = List.copyOf(list);
    }

    /**
     * @param surface folded, its words parted by single blanks, without particles
     * @param begin code points from the beginning of the article where it stands, or {@link #ANYWHERE} in it
     * @param place that it means, or null for none
     */
    public record Decision(
            String surface, int begin, @Nullable PlaceId place) {}

    boolean isEmpty() {
        return list.isEmpty();
    }

    Optional<Decision> find(String surface, int begin) {
        return list.stream()
                .filter(one -> one.surface().equals(surface) && (one.begin() == ANYWHERE || one.begin() == begin))
                .findFirst();
    }
}
