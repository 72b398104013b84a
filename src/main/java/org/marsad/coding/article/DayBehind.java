package org.marsad.coding.article;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DatePrecision;

/** The day that the next sentence gives and does nothing else: « … avait abattu trente vacanciers. C'était le 26 juin », "It was on". */
final class DayBehind {
    private static final Pattern OPENS = Pattern.compile(
            "(c etait|ce fut|cela se passait|it was|that was|this was|it happened|و?(كان|حدث|وقع|جري) ذلك)( .*)?");
    private static final int WORDS = 3;
    /** Words before the day, at most. */
    private static final int REACH = 4;

    private DayBehind() {}

    static void complete(List<Sentence> sentences, List<Draft> drafts) {
        for (var sentence : sentences) {
            if (sentence.index == 0 || sentence.dates.isEmpty() || !isOne(sentence)) {
                continue;
            }
            var day = sentence.dates.getFirst();
            var told = sentences.get(sentence.index - 1);
            if (day.value().precision() == DatePrecision.DAY
                    && day.begin() - sentence.start() <= REACH
                    && told.paragraph == sentence.paragraph) {
                drafts.stream()
                        .filter(draft ->
                                draft.sentence == told && draft.told && draft.date == null && draft.kind.isViolence())
                        .max(Comparator.comparingInt(draft -> draft.at))
                        .ifPresent(draft -> draft.date = day.value());
            }
        }
    }

    private static boolean isOne(Sentence sentence) {
        int from = sentence.start();
        return OPENS.matcher(sentence.text(from, Math.min(sentence.size(), from + WORDS)))
                .matches();
    }
}
