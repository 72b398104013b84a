package org.marsad.coding.trigger;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Span;

/** "MARCH 2021", and under it "4th - Gunmen storm the post": a month stands above paragraphs that open with their day only. */
final class MonthHeadings {
    private static final Pattern DAY = Pattern.compile(
            "(?iu)[\\s•*·\\-–—]*(?:(?:le|on the|the|في|يوم)\\s+)?([\\d٠-٩]{1,2})(?:st|nd|rd|th|er|e)?\\s*[-–—:،,]\\s");

    /** Words of a heading that its month does not cover. */
    private static final int REST = 1;

    private MonthHeadings() {}

    /** The first of the month that a line names and nothing else; null for any other line. */
    static @Nullable DateExpression month(Sentence sentence) {
        if (sentence.dates.size() != 1 || !sentence.mentions.isEmpty()) {
            return null;
        }
        var item = sentence.dates.getFirst();
        return item.value().precision() == DatePrecision.MONTH
                        && item.value().start().getDayOfMonth() == 1
                        && sentence.size() - (item.end() - item.begin()) <= REST
                ? item.value()
                : null;
    }

    /** The day of a month with which a sentence opens; null where it opens with none. */
    static @Nullable DateExpression day(Sentence sentence, DateExpression month) {
        var matcher = DAY.matcher(sentence.source()).region(sentence.span.begin(), sentence.span.end());
        boolean dated = sentence.dates.stream().anyMatch(item -> item.begin() <= sentence.start() + 1);
        if (dated || !matcher.lookingAt()) {
            return null;
        }
        int day = Integer.parseInt(matcher.group(1));
        LocalDate start = month.start();
        if (day < 1 || day > start.lengthOfMonth()) {
            return null;
        }
        var date = start.withDayOfMonth(day);
        var span = new Span(matcher.start(1), matcher.end(1));
        return new DateExpression(span, date, date, DatePrecision.DAY, DateExpression.Basis.COMPLETED);
    }

    /** Gives the paragraphs under a month their days. */
    static void mark(List<Sentence> sentences, java.util.function.Predicate<Sentence> alone) {
        DateExpression month = null;
        DateExpression day = null;
        int paragraph = -1;
        for (var sentence : sentences) {
            if (alone.test(sentence)) {
                month = month(sentence);
                continue;
            }
            if (sentence.paragraph != paragraph) {
                day = month == null ? null : day(sentence, month);
                paragraph = sentence.paragraph;
            }
            sentence.day = day == null ? sentence.day : day;
        }
    }
}
