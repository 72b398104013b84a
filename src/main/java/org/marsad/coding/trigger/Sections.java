package org.marsad.coding.trigger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/**
 * What the headings of a round-up say of the lines under them: the day ("Tuesday, 27 May") of all items down to the next such
 * line, and the country or region ("MALI") of all down to the next heading.
 */
public final class Sections {
    private static final int LONGEST = 8;
    /** Paragraphs that open with their day, in a chronology, at least. */
    private static final int LEAST = 2;

    /** Words of a heading's day that no date covers: "Day 3 –", "Night of". */
    private static final int REST = 2;

    private Sections() {}

    public static void mark(List<Sentence> sentences) {
        boolean daily = sentences.stream().filter(one -> isDay(sentences, one)).count() >= 2;
        openings(sentences);
        MonthHeadings.mark(sentences, sentence -> isAlone(sentences, sentence));
        Sentence day = null;
        Sentence place = null;
        Place country = null;
        for (var sentence : sentences) {
            if (isAlone(sentences, sentence)) {
                boolean ofDay = daily && isDay(sentences, sentence);
                day = ofDay ? sentence : sentence.mentions.isEmpty() ? null : day;
                place = sentence.topic != null ? sentence : ofDay ? place : null;
                continue;
            }
            sentence.day = day == null ? sentence.day : day.dates.getFirst().value();
            if (isOther(at(sentences, sentence.index - 1), sentence)) {
                country = scene(sentence);
            } else if (sentence.topic == null) {
                sentence.topic = country;
            }
            sentence.topic = sentence.topic == null && place != null ? place.topic : sentence.topic;
        }
    }

    /** "29 October: Zobe junction again. Two cars explode": the day that opens a paragraph is that of all of it. */
    private static void openings(List<Sentence> sentences) {
        long chronology = sentences.stream()
                .filter(one -> opening(sentences, one) != null)
                .count();
        DateExpression day = null;
        for (var sentence : sentences) {
            if (isOther(at(sentences, sentence.index - 1), sentence)) {
                var own = opening(sentences, sentence);
                own = own == null && chronology >= LEAST ? leading(sentence) : own;
                day = chronology >= LEAST || own != null && sentence.size() <= LONGEST ? own : null;
            }
            sentence.day = day;
        }
    }

    /** The day that opens a paragraph, with a stop behind it. */
    private static @Nullable DateExpression opening(List<Sentence> sentences, Sentence sentence) {
        if (sentence.title || sentence.index == 0 || !isOther(at(sentences, sentence.index - 1), sentence)) {
            return null;
        }
        return sentence.dates.stream()
                .filter(item -> opens(sentence, item))
                .map(Sentence.Item::value)
                .findFirst()
                .orElse(null);
    }

    /** "Monday 26 was a ghost town". */
    private static @Nullable DateExpression leading(Sentence sentence) {
        return sentence.dates.stream()
                .filter(item -> item.begin() == sentence.start()
                        && item.end() - item.begin() > 1
                        && item.value().precision() == DatePrecision.DAY)
                .map(Sentence.Item::value)
                .findFirst()
                .orElse(null);
    }

    /** Whether a date opens its sentence, and a stop, a colon or a dash, or its end, stands behind it. */
    static boolean opens(Sentence sentence, Sentence.Item<DateExpression> item) {
        return item.begin() <= sentence.start() + 1
                && item.value().precision() == DatePrecision.DAY
                && (item.end() >= sentence.size()
                        || sentence.word(item.end()).before() == Word.Gap.STRONG
                        || sentence.isDashed(item.end()));
    }

    /** "In Mali, violence rose …": the country that opens a paragraph. */
    private static @Nullable Place scene(Sentence sentence) {
        return sentence.mentions.stream()
                .filter(item -> !sentence.title
                        && item.value().kind() == MentionKind.LITERAL
                        && item.begin() > sentence.start()
                        && item.begin() <= sentence.start() + 2
                        && sentence.isAt(sentence.start(), "in", "en", "au", "aux", "dans", "في")
                        && item.end() < sentence.size()
                        && sentence.word(item.end()).before() == Word.Gap.COMMA)
                .map(item -> item.value().place())
                .filter(place -> place != null && place.level() == PlaceLevel.COUNTRY)
                .findFirst()
                .orElse(null);
    }

    private static boolean isDay(List<Sentence> sentences, Sentence sentence) {
        if (!isAlone(sentences, sentence) || sentence.dates.isEmpty() || !sentence.mentions.isEmpty()) {
            return false;
        }
        int covered = 0;
        for (var item : sentence.dates) {
            if (item.value().precision() != DatePrecision.DAY) {
                return false;
            }
            covered += item.end() - item.begin();
        }
        return sentence.size() - covered <= REST;
    }

    /** Whether a line of few words stands by itself without a stop. */
    private static boolean isAlone(List<Sentence> sentences, Sentence sentence) {
        return sentence.index > 0
                && !sentence.title
                && sentence.size() <= LONGEST
                && !sentence.isClosed()
                && sentence.sayings.isEmpty()
                && isOther(at(sentences, sentence.index - 1), sentence)
                && isOther(at(sentences, sentence.index + 1), sentence);
    }

    private static @Nullable Sentence at(List<Sentence> sentences, int index) {
        return index >= 0 && index < sentences.size() ? sentences.get(index) : null;
    }

    private static boolean isOther(@Nullable Sentence one, Sentence sentence) {
        return one == null || one.paragraph != sentence.paragraph;
    }
}
