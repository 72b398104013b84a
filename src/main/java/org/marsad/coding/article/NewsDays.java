package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.When;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/**
 * The day on which the first lines say that an arrest or a seizure was announced, where the article gives it no other: « la police a annoncé
 * jeudi avoir saisi une tonne ». News is of that day or of the one before.
 */
final class NewsDays {
    private static final int LEAD = 2;
    private static final int FRESH_DAYS = 2;

    private final @Nullable LocalDate published;

    NewsDays(@Nullable LocalDate published) {
        this.published = published;
    }

    void complete(List<Draft> drafts) {
        for (var draft : drafts) {
            if (draft.date == null && draft.told && !draft.earlier && isNews(draft)) {
                var date = day(draft);
                if (date != null) {
                    draft.date = date;
                    draft.dateInherited = true;
                }
            }
        }
    }

    private static boolean isNews(Draft draft) {
        return draft.isLead() && draft.kind.family().equals("arrest");
    }

    /** The only date of the sentences that tell it, if it is that of what was said. */
    private @Nullable DateExpression day(Draft draft) {
        DateExpression found = null;
        for (var sentence : draft.mentions) {
            for (var item : sentence.dates) {
                if (sentence.index > LEAD
                        || found != null && !found.start().equals(item.value().start())) {
                    return null;
                }
                if (!isFresh(item.value()) || !When.isOfReport(sentence, item, List.of())) {
                    return null;
                }
                found = item.value();
            }
        }
        return found;
    }

    private boolean isFresh(DateExpression date) {
        return published != null
                && date.precision() == DatePrecision.DAY
                && !date.start().isBefore(published.minusDays(FRESH_DAYS))
                && !date.start().isAfter(published);
    }
}
