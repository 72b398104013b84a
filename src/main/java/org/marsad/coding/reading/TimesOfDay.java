package org.marsad.coding.reading;

import java.util.List;
import java.util.Set;

/** « peu après 9 heures », "shortly before midnight", «بعد منتصف الليل»: an hour, which begins no clause. */
final class TimesOfDay {
    private static final Set<String> HOURS = WordSets.get("hours");
    private static final Set<String> UNITS = WordSets.get("hour-units");
    private static final int REACH = 2;

    private TimesOfDay() {}

    /** Whether a time of the day stands right behind "after" or "before". */
    static boolean follows(List<Word> words, int at) {
        for (int i = at + 1; i < words.size() && i <= at + REACH; i++) {
            var word = words.get(i);
            if (word.readings().stream().anyMatch(reading -> HOURS.contains(reading.stem()))) {
                return true;
            }
            if (word.number()) {
                return i + 1 < words.size() && UNITS.contains(words.get(i + 1).text());
            }
            if (!word.is("the", "l", "la", "le")) {
                return false;
            }
        }
        return false;
    }
}
