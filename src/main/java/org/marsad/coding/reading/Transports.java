package org.marsad.coding.reading;

import java.util.List;
import java.util.Set;

/** «سيارات نقل», «نقل الجرحى إلى المستشفى»: the Arabic verb for reporting also carries. */
final class Transports {
    private static final Set<String> FORMS = Set.of("نقل", "ونقل", "نقلت", "ونقلت", "ينقل", "تنقل");
    private static final Set<String> CARRIERS = WordSets.get("carriers-ar");
    private static final Set<String> CARRIED = WordSets.get("carried-ar");

    private Transports() {}

    /** Whether the word at an index carries somebody or something, and tells nothing. */
    static boolean isOne(List<Word> words, int at) {
        return FORMS.contains(words.get(at).text())
                && (at > 0 && CARRIERS.contains(words.get(at - 1).text())
                        || at + 1 < words.size()
                                && CARRIED.contains(words.get(at + 1).text()));
    }
}
