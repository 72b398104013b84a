package org.marsad.coding.trigger;

import java.time.LocalDate;
import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Language;

/** What is told ahead with its day: "he would meet chiefs in Gusau on Friday", "is to host the talks on 15 April". */
public final class Announced {
    private static final Set<String> WILL = WordSets.get("will-en");
    private static final Set<String> DUE = WordSets.get("due-en");
    private static final Set<String> BE = WordSets.get("be");
    private static final Set<String> NOT = Set.of("not", "never", "no", "if", "unless", "whether", "have");

    private static final int REACH = 4;

    private Announced() {}

    /** Whether an English infinitive is of something announced for a day to come. */
    static boolean isFor(Sentence sentence, int verb) {
        return isAhead(sentence, verb)
                && sentence.dates.stream().anyMatch(item -> isToCome(sentence, item.value()))
                && sentence.words.stream().noneMatch(word -> word.is("if", "unless", "whether"));
    }

    private static boolean isToCome(Sentence sentence, DateExpression date) {
        var today = sentence.published;
        return today != null
                && date.precision() == DatePrecision.DAY
                && !date.start().isBefore(today);
    }

    /** Whether "will", "would", "is to", "are due to" stands shortly before. */
    private static boolean isAhead(Sentence sentence, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
            var word = sentence.word(i).text();
            if (NOT.contains(word) || sentence.clause(i) != sentence.clause(verb)) {
                return false;
            }
            if (isMarker(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarker(Sentence sentence, int at) {
        var word = sentence.word(at).text();
        if (WILL.contains(word)) {
            return true;
        }
        int before = at - 1;
        return before >= 0
                && sentence.isAt(at, "to")
                && (DUE.contains(sentence.word(before).text())
                        || BE.contains(sentence.word(before).text()) && !sentence.isAt(before, "been", "being"));
    }

    /** Takes weekdays that an English sentence tells ahead for those to come: "will sign … on Saturday". */
    public static void turnAhead(Sentence sentence, Language language) {
        var today = sentence.published;
        if (language != Language.EN || today == null) {
            return;
        }
        for (int i = 0; i < sentence.dates.size(); i++) {
            var item = sentence.dates.get(i);
            var date = item.value();
            boolean weekday = date.basis() == DateExpression.Basis.RELATIVE
                    && date.precision() == DatePrecision.DAY
                    && item.end() - item.begin() == 1
                    && sentence.word(item.begin()).text().endsWith("day")
                    && !sentence.isAt(item.begin(), "today", "yesterday")
                    && !sentence.isAt(item.begin() - 1, "last");
            if (weekday && date.start().isBefore(today) && isToldAhead(sentence, item.begin())) {
                sentence.dates.set(i, new Sentence.Item<>(later(date, today), item.begin(), item.end()));
            }
        }
    }

    private static DateExpression later(DateExpression date, LocalDate today) {
        var day = date.start();
        while (day.isBefore(today)) {
            day = day.plusWeeks(1);
        }
        return new DateExpression(date.span(), day, day, date.precision(), date.basis());
    }

    /** Whether a word of what is to come governs a weekday: before it with no word of reporting between, or after it at the beginning of a clause. */
    private static boolean isToldAhead(Sentence sentence, int at) {
        int clause = sentence.clause(at);
        for (int i = at - 1; i >= 0 && sentence.clause(i) == clause; i--) {
            if (sentence.sayings.contains(i)) {
                return false;
            }
            if (isMarker(sentence, i) || DUE.contains(sentence.word(i).text()) && isAfterBe(sentence, i)) {
                return !isPerfect(sentence, i + 1);
            }
        }
        if (at - sentence.start() > 1) {
            return false;
        }
        for (int i = at + 1; i < sentence.size() && sentence.clause(i) == clause; i++) {
            if (sentence.sayings.contains(i)) {
                return false;
            }
            if (isMarker(sentence, i)) {
                return !isPerfect(sentence, i + 1);
            }
        }
        return false;
    }

    private static boolean isAfterBe(Sentence sentence, int at) {
        return at > 0 && BE.contains(sentence.word(at - 1).text());
    }

    private static boolean isPerfect(Sentence sentence, int at) {
        return sentence.isAt(at, "have", "not", "never");
    }
}
