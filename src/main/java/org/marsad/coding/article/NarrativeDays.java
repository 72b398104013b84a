package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.StatementDays;
import org.marsad.coding.slot.when.When;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Language;

/**
 * The day that news goes on telling of from one paragraph to the next: agencies give each sentence a paragraph, name the day
 * once, and often only in the second sentence: "Gunmen took 38 guests, residents said. The guests were on their way home on
 * Monday when the attackers …".
 */
final class NarrativeDays {
    private static final Set<String> OPENERS = WordSets.get("resumed-en");
    private static final Set<String> HAVE = Set.of("has", "have", "ve", "is", "are");
    private static final int BACK = 2;
    private static final int AHEAD = 3;
    private static final int LEAD = 2;
    private static final int NEWS_DAYS = 10;

    private final List<Sentence> sentences;
    private final Language language;

    NarrativeDays(List<Sentence> sentences, Language language) {
        this.sentences = sentences;
        this.language = language;
    }

    /** Dates an event that the first lines tell without a day by the sentence that goes on with it. */
    void lendAhead(Draft draft, List<Draft> drafts) {
        if (isOpen(draft, false)
                && drafts.stream().noneMatch(one -> one.sentence == draft.sentence && one.at < draft.at)) {
            draft.date = ahead(draft, drafts);
        }
    }

    /** Dates events that stand without a day by the news told just before. */
    void lendBefore(List<Draft> drafts) {
        for (var draft : drafts) {
            if (isOpen(draft, true) && EventCoder.isEvent(draft)) {
                draft.date = before(draft, drafts);
                draft.dateInherited = draft.date != null;
            }
        }
    }

    /** Whether it is told as past, and its own sentences name no day. */
    private boolean isOpen(Draft draft, boolean simple) {
        return !(language != Language.EN
                || draft.date != null
                || !draft.told
                || draft.earlier
                || draft.mentions.stream().anyMatch(one -> !one.dates.isEmpty() && !isReported(one))
                || simple && isPerfect(draft));
    }

    /** Whether all its dates are of what was said: "officials said on Wednesday". */
    private static boolean isReported(Sentence sentence) {
        return sentence.dates.stream().allMatch(item -> StatementDays.isOfReport(sentence, item, List.of()));
    }

    private static boolean isPerfect(Draft draft) {
        var sentence = draft.sentence;
        for (int i = Math.max(0, draft.at - 3); i < draft.at; i++) {
            if (HAVE.contains(sentence.word(i).text()) && sentence.clause(i) == sentence.clause(draft.at)) {
                return true;
            }
        }
        return false;
    }

    /** The one day of a sentence that goes on with what the first lines tell, or that the same paragraph takes up. */
    private @Nullable DateExpression ahead(Draft draft, List<Draft> drafts) {
        for (var mention : draft.mentions) {
            boolean lead = mention.index <= LEAD;
            for (int i = mention.index + 1; i <= Math.min(sentences.size() - 1, mention.index + AHEAD); i++) {
                var sentence = sentences.get(i);
                boolean same = sentence.paragraph == mention.paragraph && i == mention.index + 1;
                boolean others = drafts.stream().anyMatch(one -> one != draft && one.mentions.contains(sentence));
                if (!lead && !same || others) {
                    break;
                }
                var date = day(sentence);
                if (date != null) {
                    return isResuming(sentence) ? date : null;
                }
            }
        }
        return null;
    }

    private static boolean isResuming(Sentence sentence) {
        return sentence.start() < sentence.size()
                && OPENERS.contains(sentence.word(sentence.start()).text());
    }

    /** The day told last, of news, where nothing else was dated since. */
    private @Nullable DateExpression before(Draft draft, List<Draft> drafts) {
        int first = draft.sentence.index;
        for (int i = first - 1; i >= Math.max(0, first - BACK); i--) {
            var sentence = sentences.get(i);
            if (sentence.title) {
                return null;
            }
            var date = day(sentence);
            if (date != null) {
                var told = drafts.stream()
                        .filter(one -> one != draft && one.mentions.contains(sentence))
                        .toList();
                boolean all = told.stream().anyMatch(one -> date.equals(one.date))
                        && told.stream().noneMatch(one -> one.date == null);
                return all && isNews(sentence, date) ? date : null;
            }
            if (!sentence.dates.isEmpty()) {
                return null;
            }
        }
        return null;
    }

    private static boolean isNews(Sentence sentence, DateExpression date) {
        var today = sentence.published;
        return today != null
                && !date.start().isBefore(today.minusDays(NEWS_DAYS))
                && !date.start().isAfter(today);
    }

    /** The only day of a sentence that is no day of a statement, a beginning or a relative clause. */
    private static @Nullable DateExpression day(Sentence sentence) {
        var days = sentence.dates.stream()
                .filter(item ->
                        !StatementDays.isOfReport(sentence, item, List.of()) && sentence.island(item.begin()) == 0)
                .toList();
        if (days.size() != 1) {
            return null;
        }
        var item = days.getFirst();
        // "The assailants, who arrived on Saturday night, …".
        boolean arrival = item.begin() - sentence.start() <= 7
                && sentence.isAt(sentence.start() + 1, "assailants", "attackers", "gunmen", "raiders", "assaillants");
        boolean fits = item.value().precision() == DatePrecision.DAY && (!sentence.isRelative(item.begin()) || arrival);
        boolean begins = When.isBeginning(sentence, item)
                && !sentence.isAt(item.begin() - 1, "from")
                && !sentence.isAt(item.begin() - 2, "from");
        return fits && !begins ? item.value() : null;
    }
}
