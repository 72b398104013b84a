package org.marsad.coding.slot.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.text.Patterns;

/** Which border a sentence speaks of for one of its triggers, and whether what it tells was along it. */
final class BorderWords {
    private static final Set<String> BORDER = WordSets.get("border");
    private static final Set<String> POLICY = WordSets.get("policy");

    private final Borders borders;

    BorderWords(Borders borders) {
        this.borders = borders;
    }

    /** "along the border between Mali and Senegal", «على طول حدودهما المشتركة», « la frontière malo-sénégalaise ». */
    @Nullable
    BorderId find(Sentence sentence, Trigger trigger, List<SceneCandidate> candidates) {
        int at = -1;
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.distance(i, trigger.begin()) <= 25
                    && isBorder(sentence.word(i))
                    && !isPolicy(sentence, i)
                    && !Flight.isAfter(trigger, i)
                    && (at < 0 || sentence.distance(i, trigger.begin()) < sentence.distance(at, trigger.begin()))) {
                at = i;
            }
        }
        if (at < 0) {
            return null;
        }
        int word = at;
        boolean settled =
                candidates.stream().anyMatch(candidate -> Where.rank(candidate.place()) <= 1 && candidate.cost() < 20);
        boolean linear = isLinear(sentence, at)
                || trigger.kind().family().equals("cooperation")
                || trigger.kind().family().equals("restriction");
        if (settled && !linear) {
            return null;
        }
        var near = new ArrayList<String>();
        sentence.mentions.stream()
                .filter(item -> item.value().place() != null
                        && item.value().place().level() == PlaceLevel.COUNTRY
                        && item.value().place().country() != null)
                .sorted((a, b) -> Integer.compare(Math.abs(a.begin() - word), Math.abs(b.begin() - word)))
                .forEach(item -> {
                    var country = String.valueOf(item.value().place().country());
                    if (!near.contains(country)) {
                        near.add(country);
                    }
                });
        for (var own : java.util.Arrays.asList(sentence.home, sentence.subject)) {
            if (near.size() == 1 && own != null && !near.contains(own)) {
                near.add(own);
            }
        }
        if (near.size() < 2) {
            return null;
        }
        var border = BorderId.between(near.get(0), near.get(1));
        return borders.find(border).isPresent() ? border : null;
    }

    /** Patrols and closures are along a border by nature; else the text has to say so. */
    static boolean isAlong(Sentence sentence, Trigger trigger) {
        if (Patterns.matches(trigger.kind().family(), "cooperation|restriction")) {
            return true;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (isBorder(sentence.word(i)) && isLinear(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    /** "border security" is a policy, not a place. */
    private static boolean isPolicy(Sentence sentence, int at) {
        for (int i = Math.max(0, at - 1); i <= at + 1; i++) {
            if (i < sentence.size()
                    && sentence.word(i).readings().stream().anyMatch(reading -> POLICY.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    static boolean isBorder(Word word) {
        return word.readings().stream().anyMatch(reading -> BORDER.contains(reading.stem()));
    }

    private static boolean isLinear(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (sentence.word(i).is("along", "long", "طول", "على", "علي", "entre", "closed", "close")) {
                return true;
            }
        }
        return false;
    }
}
