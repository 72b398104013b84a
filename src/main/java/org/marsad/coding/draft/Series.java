package org.marsad.coding.draft;

import java.util.stream.IntStream;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** "a series of attacks", « deux attaques », «سلسلة هجمات»: several incidents at once, each of which the text may tell by itself. */
final class Series {
    private static final int REACH = 4;
    /** Words between two states of one list, at most. */
    private static final int STATES_REACH = 6;

    private Series() {}

    /** Whether a word for violence, or the noun in its phrase, is of several incidents. */
    static boolean is(Trigger trigger) {
        if (!trigger.kind().isViolence()) {
            return false;
        }
        var sentence = trigger.sentence();
        if (isOfStates(trigger)) {
            return true;
        }
        for (int i = Math.max(sentence.start(), trigger.begin() - REACH); i < trigger.end(); i++) {
            if (isSeries(sentence, i) && isIncidents(sentence, i + 1, trigger.end() + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "attacks in the north of Burkina Faso and in central Mali", « des embuscades au Burkina Faso et au Mali ». */
    private static boolean isOfStates(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.isDefinite() || !isIncidents(sentence, trigger.begin(), trigger.end())) {
            return false;
        }
        String state = null;
        int last = 0;
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (item.begin() < trigger.end()
                    || item.value().kind() != MentionKind.LITERAL
                    || place == null
                    || place.country() == null) {
                continue;
            }
            if (state != null && !state.equals(place.country()) && isJoined(sentence, last, item.begin())) {
                return true;
            }
            state = place.country();
            last = item.end();
        }
        return false;
    }

    private static boolean isJoined(Sentence sentence, int from, int to) {
        return to - from <= STATES_REACH
                && IntStream.rangeClosed(from, to)
                        .anyMatch(i -> sentence.isAt(i, "and", "et")
                                || sentence.word(i).text().startsWith("و"));
    }

    private static boolean isSeries(Sentence sentence, int at) {
        return sentence.isAt(
                        at,
                        "series",
                        "serie",
                        "vague",
                        "wave",
                        "spate",
                        "string",
                        "سلسله",
                        "عده",
                        "موجه",
                        "two",
                        "three",
                        "four",
                        "several",
                        "deux",
                        "trois",
                        "quatre",
                        "plusieurs")
                && !sentence.isAt(at - 1, "the", "these", "both", "les", "ces");
    }

    private static boolean isIncidents(Sentence sentence, int from, int to) {
        for (int i = from; i < Math.min(sentence.size(), Math.min(to, from + 3)); i++) {
            if (sentence.isAt(
                    i,
                    "attacks",
                    "raids",
                    "ambushes",
                    "incidents",
                    "strikes",
                    "bombings",
                    "attaques",
                    "embuscades",
                    "attentats",
                    "frappes",
                    "raids",
                    "هجمات",
                    "غارات",
                    "عمليات",
                    "تفجيرات",
                    "كماين")) {
                return true;
            }
        }
        return false;
    }

    /** "thirty people died in the two attacks": a sum, of no incident by itself. */
    static boolean isPointedAt(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return trigger.isNoun()
                && (sentence.isAt(at - 1, "two", "both", "three", "deux", "trois")
                                && sentence.isAt(at - 2, "the", "these", "les", "ces")
                        || sentence.isAt(at - 1, "both")
                        || Patterns.matches(sentence.word(at).text(), "[وفبل]?(ال|ل)\\p{L}+(ين|ان)"));
    }
}
