package org.marsad.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geocode.Decisions;
import org.marsad.geocode.Decisions.Decision;

/** What was decided by hand about surface forms, by how far it reaches. Immutable. */
public final class DecisionTable {
    /** None. */
    public static final DecisionTable NONE = new DecisionTable(List.of());

    private final List<Decision> everywhere = new ArrayList<>();
    private final Map<String, List<Decision>> ofSource = new HashMap<>();
    private final Map<String, List<Decision>> ofText = new HashMap<>();

    /**
     * A decision, as it is kept.
     *
     * @param scope {@code all}, {@code source} or {@code mention}
     * @param source empty but for {@code source}
     * @param textHash empty but for {@code mention}
     * @param begin code points from the article's beginning, for {@code mention}
     * @param place null for no place
     */
    public record Kept(
            String surface,
            String scope,
            String source,
            String textHash,
            int begin,
            @Nullable String place) {
        /** Whether it is about the same mentions. */
        public boolean hasKeyOf(Kept other) {
            return surface.equals(other.surface)
                    && scope.equals(other.scope)
                    && source.equals(other.source)
                    && textHash.equals(other.textHash)
                    && begin == other.begin;
        }
    }

    public DecisionTable(List<Kept> all) {
        for (var one : all) {
            var decision = new Decision(
                    one.surface(),
                    one.scope().equals("mention") ? one.begin() : Decisions.ANYWHERE,
                    one.place() == null ? null : new PlaceId(one.place()));
            switch (one.scope()) {
                case "mention" ->
                    ofText.computeIfAbsent(one.textHash(), _ -> new ArrayList<>())
                            .add(decision);
                case "source" ->
                    ofSource.computeIfAbsent(one.source(), _ -> new ArrayList<>())
                            .add(decision);
                default -> everywhere.add(decision);
            }
        }
    }

    /** Of one article, the narrowest first. */
    Decisions of(String source, String textHash) {
        var narrow = ofText.getOrDefault(textHash, List.of());
        var wider = ofSource.getOrDefault(source, List.of());
        if (narrow.isEmpty() && wider.isEmpty() && everywhere.isEmpty()) {
            return Decisions.NONE;
        }
        var all = new ArrayList<Decision>(narrow);
        all.addAll(wider);
        all.addAll(everywhere);
        return new Decisions(all);
    }
}
