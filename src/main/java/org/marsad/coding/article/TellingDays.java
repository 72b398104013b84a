package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.text.ArticleText;
import org.marsad.text.Span;
import org.marsad.text.TextDates;

/**
 * The day of what an article tells, before its events are known: that of the only date of a sentence, or else when the article
 * came out.
 */
public record TellingDays(ArticleText article, List<Span> sentences, TextDates dates) {
    /** The last day of it, or null where it is not known. */
    @Nullable
    public LocalDate at(int index) {
        for (var sentence : sentences) {
            if (sentence.begin() <= index && index < sentence.end()) {
                var own = dates.known().stream()
                        .filter(date -> sentence.begin() <= date.span().begin()
                                && date.span().begin() < sentence.end())
                        .toList();
                return own.size() == 1 ? own.getFirst().end() : article.published();
            }
        }
        return article.published();
    }
}
