package org.marsad.coding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the deaths that an article reports of one incident: within a sentence figures for different people are added,
 * across sentences the same people may be counted again, so the widest bounds hold.
 */
final class Tolls {
    private Tolls() {}

    /** Deaths of a sentence. */
    private record Toll(int low, @Nullable Integer high, boolean exact) {}

    static @Nullable Fatalities of(List<List<Casualties.Count>> bySentence) {
        var tolls = new ArrayList<Toll>();
        for (var counts : bySentence) {
            var toll = toll(counts);
            if (toll != null) {
                tolls.add(toll);
            }
        }
        if (tolls.isEmpty()) {
            return null;
        }
        // The fullest exact account is the best figure; vaguer or partial ones only widen the bounds.
        Toll best = null;
        for (var toll : tolls) {
            if (toll.exact() && (best == null || toll.low() > best.low())) {
                best = toll;
            }
        }
        if (best == null) {
            int low = tolls.stream().mapToInt(Toll::low).max().orElse(0);
            return new Fatalities(low, null, null);
        }
        return new Fatalities(best.low(), best.low(), best.high());
    }

    private static @Nullable Toll toll(List<Casualties.Count> counts) {
        Map<Lexicon.Side, Casualties.Count> bySide = new EnumMap<>(Lexicon.Side.class);
        for (var count : counts) {
            if (count.harm() == Lexicon.Harm.KILLED) {
                bySide.merge(count.side(), count, (a, b) -> a.low() >= b.low() ? a : b);
            }
        }
        if (bySide.isEmpty()) {
            return null;
        }
        var any = bySide.get(Lexicon.Side.ANY);
        int low = 0;
        Integer high = 0;
        boolean exact = true;
        for (var entry : bySide.entrySet()) {
            if (entry.getKey() == Lexicon.Side.ANY && bySide.size() > 1) {
                continue;
            }
            var count = entry.getValue();
            low += count.low();
            high = high == null || count.high() == null ? null : Integer.valueOf(high + count.high());
            exact &= count.exact();
        }
        if (any != null && any.low() > low) {
            return new Toll(any.low(), any.high(), any.exact());
        }
        return new Toll(low, high, exact);
    }
}
