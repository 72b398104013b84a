package org.marsad.coding.article;

import org.jspecify.annotations.Nullable;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.Ways;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;

/** The state that an event's sentence speaks of. */
final class NamedState {
    private NamedState() {}

    /** The country that stands in the event's sentence, or whose adjective does: the last resort. */
    static @Nullable Place of(Draft draft) {
        Place adjective = null;
        for (var item : draft.sentence.mentions) {
            var place = item.value().place();
            if (place == null || place.level() != PlaceLevel.COUNTRY || Ways.isGoalAbroad(draft.sentence, item)) {
                continue;
            }
            if (item.value().kind() != MentionKind.DEMONYM) {
                return place;
            }
            // « cinq morts, un Français, un Belge et trois Maliens »: whose people, not where.
            boolean people = draft.sentence.isAt(item.begin() - 1, "un", "une", "a", "an")
                    || draft.sentence.knownFigures().stream()
                            .anyMatch(figure -> figure.end() <= item.begin() && item.begin() - figure.end() <= 1);
            // «مقاتلي حركة الشباب الصومالية»: whose group, not where.
            people |= draft.sentence.actors.stream()
                    .anyMatch(actor ->
                            (actor.end() == item.begin() || actor.begin() < item.begin() && actor.end() >= item.end())
                                    && actor.value().actor().kind().equals("rebel"));
            adjective = adjective == null && !people ? place : adjective;
        }
        return adjective;
    }
}
