package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.StatementDays;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/**
 * The day on which the first lines say that an arrest or a seizure was announced, where the article gives it no other: « la police a annoncé
 * jeudi avoir saisi une tonne ». News is of that day or of the one before.
 */
final class NewsDays {
    private static final int LEAD = 2;
    private static final int FRESH_DAYS = 6;
    private static final int WEEK = 7;

    private final @Nullable LocalDate published;

    NewsDays(@Nullable LocalDate published) {
        this.published = published;
    }

    void complete(List<Draft> drafts) {
        for (var draft : drafts) {
            if (draft.date == null && draft.told && isNews(draft) && !isBeforeRelease(draft, drafts)) {
                var date = day(draft);
                if (date != null) {
                    draft.date = draft.kind.isViolence() ? weekTo(date) : date;
                    draft.dateInherited = true;
                }
            }
        }
    }

    private static boolean isNews(Draft draft) {
        return draft.isLead() && (draft.kind.family().equals("arrest") && !draft.earlier || draft.kind.isViolence());
    }

    /** "Lorry drivers taken by fighters were freed, the army said on Saturday": they were taken at some other time. */
    private static boolean isBeforeRelease(Draft draft, List<Draft> drafts) {
        return draft.kind.mode().equals("abduct")
                && drafts.stream()
                        .anyMatch(one -> one.kind.family().equals("release")
                                && one.mentions.stream().anyMatch(draft.mentions::contains));
    }

    /** What a force says that it did, and not when, was in the days before it said so. */
    private static DateExpression weekTo(DateExpression told) {
        return new DateExpression(
                told.span(), told.end().minusDays(WEEK - 1), told.end(), DatePrecision.WEEK, told.basis());
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
                if (!isFresh(item.value()) || !StatementDays.isOfReport(sentence, item, List.of())) {
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
