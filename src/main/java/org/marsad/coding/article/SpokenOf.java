package org.marsad.coding.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/** The country whose capital "the capital" is: that named last in the paragraph, else the one that the article is about. */
final class SpokenOf {
    private static final int NAMED = 3;
    /** Words of a line that is the heading of what follows, at most. */
    private static final int HEADING = 3;

    private final @Nullable String main;
    private int paragraph = -1;

    SpokenOf(List<Mention> mentions) {
        Map<String, Integer> weights = new HashMap<>();
        int all = 0;
        for (var mention : mentions) {
            var place = mention.place();
            if (place != null && place.country() != null) {
                int weight = mention.kind() == MentionKind.DEMONYM ? 1 : NAMED;
                weights.merge(place.country(), weight, Integer::sum);
                all += weight;
            }
        }
        int half = all / 2;
        main = weights.entrySet().stream()
                .filter(entry -> entry.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The country that more than half of the article's places are of, or null. */
    @Nullable
    String main() {
        return main;
    }

    /** The country for a sentence of a paragraph, where the text named {@code last} before it. */
    @Nullable
    String at(int ofSentence, @Nullable String last) {
        return main == null || paragraph == ofSentence ? last : main;
    }

    /** Takes in a sentence: the country that it names is spoken of to the end of the paragraph, or under it as a heading. */
    void read(Sentence sentence) {
        boolean names = sentence.mentions.stream()
                .anyMatch(item ->
                        item.value().place() != null && item.value().place().country() != null);
        if (names) {
            paragraph = sentence.size() <= HEADING && !sentence.title ? sentence.paragraph + 1 : sentence.paragraph;
        }
    }
}
