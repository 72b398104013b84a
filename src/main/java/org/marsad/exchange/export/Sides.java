package org.marsad.exchange.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.export.ExportEvent.ExportActor;

/**
 * The two sides that tables with two actors a row know. Where one does it to another these are the sides; where all take
 * part, the first is one side and the rest is the other.
 */
record Sides(List<ExportActor> first, List<ExportActor> second) {
    static Sides of(ExportEvent event) {
        var first = new ArrayList<>(event.actors("perpetrator"));
        var second = new ArrayList<>(event.actors("target"));
        for (var one : event.actors("participant", "claimant", "mediator")) {
            boolean known = first.stream().anyMatch(other -> other.id().equals(one.id()));
            if (known) {
                continue;
            }
            (first.isEmpty()
                                    || !one.role().equals("participant")
                                    || !event.actors("target").isEmpty()
                            ? first
                            : second)
                    .add(one);
        }
        return first.isEmpty() ? new Sides(second, List.of()) : new Sides(first, second);
    }

    @Nullable
    ExportActor one() {
        return first.isEmpty() ? null : first.getFirst();
    }

    @Nullable
    ExportActor other() {
        return second.isEmpty() ? null : second.getFirst();
    }

    /** All of a side but its first, by name. */
    static String others(List<ExportActor> side) {
        return String.join("; ", side.stream().skip(1).map(ExportActor::name).toList());
    }
}
