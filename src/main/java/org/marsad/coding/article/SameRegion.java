package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.PlaceWords;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;

/** "Elsewhere in the state", « dans la même région », «في الولاية ذاتها»: the division named last. */
final class SameRegion {
    private static final Set<String> FIRST = WordSets.get("first-divisions");
    private static final Set<String> SECOND = WordSets.get("second-divisions");
    private static final Set<String> POINTING = WordSets.get("pointing");
    private static final Set<String> WITHIN = WordSets.get("within");
    private static final int REACH = 15;
    private static final int BACK = 4;

    private SameRegion() {}

    /** The division that a draft's sentence points back at, or null. */
    static @Nullable Place of(List<Sentence> sentences, Draft draft) {
        var sentence = draft.sentence;
        for (int i = sentence.start() + 1; i < sentence.size(); i++) {
            var word = sentence.word(i).text();
            boolean first = FIRST.contains(word);
            if ((first || SECOND.contains(word))
                    && sentence.distance(i, draft.at) <= REACH
                    && isPointedAt(sentence, i)
                    && !isNamed(sentence, i)) {
                var division = last(sentences, sentence.index, first);
                return division == null && isSame(sentence, i) ? town(sentences, sentence.index) : division;
            }
        }
        return null;
    }

    private static boolean isPointedAt(Sentence sentence, int at) {
        int from = at - 1;
        // "in the same volatile region"
        if (sentence.isAt(at - 2, "same", "meme")
                && !POINTING.contains(sentence.word(from).text())) {
            from--;
        }
        while (from > at - 4
                && from >= 0
                && POINTING.contains(sentence.word(from).text())) {
            from--;
        }
        boolean arabic = sentence.word(at).source().codePointAt(0) > 0x5FF;
        return from >= 0
                && (from < at - 1 || arabic)
                && sentence.word(from).readings().stream().anyMatch(reading -> WITHIN.contains(reading.stem()));
    }

    private static boolean isSame(Sentence sentence, int at) {
        return sentence.isAt(at - 1, "same", "meme", "نفس", "ذات")
                || sentence.isAt(at - 2, "same", "meme") && sentence.word(at).before() == Word.Gap.NONE
                || sentence.isAt(at + 1, "نفسها", "ذاتها", "نفسه", "ذاته");
    }

    /** Where no division was told: the town told last, which is in it. */
    private static @Nullable Place town(List<Sentence> sentences, int index) {
        for (var sentence : sentences.subList(Math.max(0, index - BACK), index).reversed()) {
            for (var item : sentence.mentions.reversed()) {
                var place = item.value().place();
                if (place != null
                        && item.value().kind() == MentionKind.LITERAL
                        && Where.rank(place) == 0
                        && PlaceWords.isScenery(sentence, item)) {
                    return place;
                }
            }
        }
        return null;
    }

    private static boolean isNamed(Sentence sentence, int at) {
        return sentence.isAt(at + 1, "of", "de", "du", "d", "des")
                || sentence.mentions.stream().anyMatch(item -> item.begin() == at + 1 || item.end() == at)
                || at + 1 < sentence.size()
                        && Character.isUpperCase(sentence.word(at + 1).source().codePointAt(0))
                        && sentence.word(at + 1).before() == Word.Gap.NONE;
    }

    private static @Nullable Place last(List<Sentence> sentences, int index, boolean first) {
        for (var sentence : sentences.subList(Math.max(0, index - BACK), index).reversed()) {
            for (var item : sentence.mentions.reversed()) {
                var place = item.value().place();
                if (place != null && item.value().kind() == MentionKind.LITERAL && isDivision(place, first)) {
                    return place;
                }
            }
        }
        return null;
    }

    private static boolean isDivision(Place place, boolean first) {
        return first
                ? place.level() == PlaceLevel.ADMIN1 || place.level() == PlaceLevel.REGION && place.country() != null
                : place.level() == PlaceLevel.ADMIN2;
    }
}
