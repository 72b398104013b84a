package org.marsad.coding.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.StatementDays;
import org.marsad.coding.slot.where.PlaceWords;
import org.marsad.gazetteer.Place;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/**
 * A town and its own day in a sentence that lists several: "Bourem on the 12th, Léré on the 17th".
 *
 * @param at index of the latter of the two in its sentence
 */
public record DatedPlace(Place place, DateExpression date, int at) {
    /** The pairs of a sentence in which towns and days alternate; a single one is no list. */
    static List<DatedPlace> list(Sentence sentence, List<Trigger> triggers) {
        record Entry(
                int at, @Nullable Place place, @Nullable DateExpression date) {}
        var entries = new ArrayList<Entry>();
        for (var item : sentence.dates) {
            if (StatementDays.isOfReport(sentence, item, triggers)) {
                continue;
            }
            if (item.value().precision() == DatePrecision.DAY || item.value().precision() == DatePrecision.WEEK) {
                entries.add(new Entry(item.begin(), null, item.value()));
            }
        }
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place != null
                    && (item.value().kind().isGeographic() || PlaceWords.isSite(sentence, item))
                    && Where.rank(place) == 0
                    && !PlaceWords.isReference(sentence, item)) {
                entries.add(new Entry(item.begin(), place, null));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::at));
        var pairs = new ArrayList<DatedPlace>();
        for (int i = 0; i + 1 < entries.size(); i++) {
            var place = entries.get(i).place() == null
                    ? entries.get(i + 1).place()
                    : entries.get(i).place();
            var date = entries.get(i).date() == null
                    ? entries.get(i + 1).date()
                    : entries.get(i).date();
            if (place != null
                    && date != null
                    && entries.get(i + 1).at() - entries.get(i).at() <= 8) {
                pairs.add(new DatedPlace(place, date, entries.get(i + 1).at()));
                i++;
            }
        }
        boolean differ = pairs.stream()
                                .map(pair -> pair.place().id())
                                .distinct()
                                .count()
                        == pairs.size()
                && pairs.stream().map(pair -> pair.date().start()).distinct().count() == pairs.size();
        return differ && pairs.size() > 1 ? pairs : List.of();
    }

    /**
     * "abducted in A on Sunday, then freed near B on Wednesday", "surrendered in A on the 3rd, while police arrested two in
     * B on the 20th": each day has its own verb.
     */
    static boolean areOfOthers(Draft draft, List<DatedPlace> pairs, List<Trigger> triggers) {
        var days = draft.sentence.dates.stream()
                .filter(item -> pairs.stream().anyMatch(pair -> pair.date().equals(item.value())))
                .toList();
        if (days.size() < 2) {
            return false;
        }
        int first = days.getFirst().begin();
        int last = days.getLast().begin();
        return isAfter(draft.sentence, days.getFirst().end(), days.getLast().end())
                || triggers.stream()
                        .anyMatch(other -> !other.isNoun()
                                && !other.kind().family().equals(draft.kind.family())
                                && (other.begin() > first && other.begin() < last
                                        || other.begin() < first && draft.at > first && draft.at < last));
    }

    /** "raided A on Sunday, a week after an attack on B": two incidents, with words of their own. */
    private static boolean isAfter(Sentence sentence, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (sentence.isAt(i, "after", "before", "apres", "avant", "بعد", "قبل")
                    && sentence.isAt(i + 1, "a", "an", "the", "une", "un", "l", "la", "من", "هجوم", "اسبوع", "يومين")) {
                return true;
            }
        }
        return false;
    }

    /** The pair that a word stands nearest to. */
    static DatedPlace nearest(Sentence sentence, List<DatedPlace> pairs, int at) {
        return pairs.stream()
                .min(Comparator.comparingInt(
                        pair -> sentence.distance(Math.min(at, pair.at()), Math.max(at, pair.at()))))
                .orElseThrow();
    }
}
