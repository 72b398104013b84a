package org.marsad.coding.build;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.slot.who.Casualties;

/**
 * Adds up the deaths that an article reports of one incident: within a sentence figures for different people are added,
 * across sentences the same people may be counted again, so the widest bounds hold.
 */
public final class Tolls {
    private Tolls() {}

    /** Deaths of a sentence. */
    private record Toll(int low, @Nullable Integer high, boolean exact, boolean single) {}

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
        // One who is named beside a figure for all is one of them.
        if (tolls.stream().anyMatch(toll -> toll.exact() && toll.low() > 1)) {
            tolls.removeIf(Toll::single);
        }
        var exact = tolls.stream().filter(Toll::exact).toList();
        if (exact.isEmpty()) {
            // Ranges and "dozens": the text has no best figure.
            var widest = tolls.stream()
                    .max(java.util.Comparator.comparingInt(Toll::low))
                    .orElseThrow();
            return new Fatalities(widest.low(), null, widest.high());
        }
        // The figure told most often, of equals the fullest, is the best; counts of a part of the dead do not lower it.
        int best = 0;
        long votes = 0;
        for (var toll : exact) {
            long same =
                    exact.stream().filter(other -> other.low() == toll.low()).count();
            if (same > votes || same == votes && toll.low() > best) {
                best = toll.low();
                votes = same;
            }
        }
        int low = best;
        Integer high = best;
        for (var toll : exact) {
            if (toll.low() * 2 >= best) {
                low = Math.min(low, toll.low());
            }
            var upper = toll.high();
            if (toll.low() >= low) {
                high = upper == null || high == null ? null : Integer.valueOf(Math.max(high, upper));
            }
        }
        return new Fatalities(low, best, high);
    }

    private static Casualties.Count sum(Casualties.Count a, Casualties.Count b) {
        var high = a.high() == null || b.high() == null ? null : Integer.valueOf(a.high() + b.high());
        return new Casualties.Count(
                a.harm(), a.side(), a.at(), a.low() + b.low(), high, a.exact() && b.exact(), a.figure());
    }

    private static @Nullable Toll toll(List<Casualties.Count> counts) {
        Map<Lexicon.Side, Casualties.Count> bySide = new EnumMap<>(Lexicon.Side.class);
        for (var count : counts) {
            if (count.harm() == Lexicon.Harm.KILLED && !count.added()) {
                bySide.merge(count.side(), count, (a, b) -> a.low() >= b.low() ? a : b);
            }
        }
        for (var count : counts) {
            if (count.harm() == Lexicon.Harm.KILLED && count.added()) {
                bySide.merge(count.side(), count, Tolls::sum);
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
        boolean single = counts.stream()
                .filter(count -> count.harm() == Lexicon.Harm.KILLED)
                .allMatch(count -> count.figure() == null && count.low() == 1);
        if (any != null && any.low() > low) {
            return new Toll(any.low(), any.high(), any.exact(), single);
        }
        return new Toll(low, high, exact, single && low == 1);
    }
}
