package org.marsad.coding.draft;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.text.Language;

/**
 * Towns that no gazetteer knows and no noun calls a village: "In Djoaka, a drone of the army killed", "took control of
 * Kanyabayonga". What happened there did not happen in the town named before.
 */
final class StrangeTowns {
    private static final Set<String> IN = Set.of("in", "at", "near", "around", "outside");
    private static final Set<String> KINDS = Set.of(
            "forest", "village", "town", "villages", "district", "commune", "hamlet", "locality", "area", "quarter");

    private static final int LEAST = 4;

    private StrangeTowns() {}

    /** The name, folded, or null. */
    static @Nullable String named(Language language, Trigger trigger) {
        if (language != Language.EN) {
            return null;
        }
        var sentence = trigger.sentence();
        for (int i = sentence.start(); i < sentence.size(); i++) {
            boolean there = i > 0
                    && IN.contains(sentence.word(i - 1).text())
                    && sentence.clause(i) == sentence.clause(trigger.begin());
            boolean taken = !trigger.isNoun()
                    && trigger.kind().isViolence()
                    && (i == trigger.end() || i == trigger.end() + 1 && sentence.isAt(i - 1, "of", "in", "into"));
            there |= i > 1
                    && sentence.isAt(i - 1, "of")
                    && KINDS.contains(sentence.word(i - 2).text())
                    && sentence.clause(i) == sentence.clause(trigger.begin());
            // "in al-Harsha"
            int name = sentence.isAt(i, "al", "el", "as", "ad", "ar") && i + 1 < sentence.size() ? i + 1 : i;
            if ((there || taken) && isName(sentence, name)) {
                return sentence.word(name).text();
            }
        }
        return null;
    }

    /** Whether a word has a capital letter and is no place, party or date that is known. */
    private static boolean isName(Sentence sentence, int at) {
        var source = sentence.word(at).source();
        return !sentence.title
                && source.length() >= LEAST
                && Character.isUpperCase(source.codePointAt(0))
                && !source.equals(source.toUpperCase(Locale.ROOT))
                && sentence.mentions.stream().noneMatch(item -> item.begin() <= at && at < item.end() + 1)
                && sentence.actors.stream().noneMatch(item -> item.begin() <= at + 1 && at < item.end())
                && sentence.dates.stream().noneMatch(item -> item.begin() <= at && at < item.end())
                && sentence.unknownDates.stream().noneMatch(item -> item.begin() <= at && at < item.end());
    }
}
