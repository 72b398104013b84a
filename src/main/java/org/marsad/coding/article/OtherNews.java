package org.marsad.coding.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** News in whose language everything is an attack: games, markets, and explanations that answer questions. */
final class OtherNews {
    private static final Set<String> SPORT = WordSets.get("sport");
    private static final Set<String> MARKETS = WordSets.get("markets");

    /** Different words of a field that make an article one of it. */
    private static final int WORDS = 5;
    /** The same of one that is of nothing else, so that a single person who is shot is a player. */
    private static final int MANY = 8;
    /** Questions of a text that explains. */
    private static final int QUESTIONS = 3;

    private OtherNews() {}

    /** Takes out what only sounds like events. */
    static void clean(List<Sentence> sentences, List<Draft> drafts) {
        if (isAbout(sentences, MARKETS, MANY, 15)) {
            drafts.clear();
        } else if (isAbout(sentences, SPORT, MANY, 30)) {
            drafts.removeIf(draft -> !isOfPeople(draft));
        } else if (isAbout(sentences, SPORT, WORDS, 50) || isAbout(sentences, MARKETS, WORDS, 25)) {
            drafts.removeIf(draft -> draft.counts.isEmpty());
        }
        boolean explains = drafts.stream().allMatch(draft -> draft.date == null)
                && sentences.stream().filter(Sentence::isQuestion).count() >= QUESTIONS;
        if (explains) {
            drafts.clear();
        }
    }

    /** Whether people are numbered who were hurt, as in an attack on those who watch a game. */
    private static boolean isOfPeople(Draft draft) {
        return draft.counts.stream().anyMatch(count -> count.figure() != null && count.low() > 1);
    }

    /** Whether words of a field are many, and one in {@code share} of all. */
    private static boolean isAbout(List<Sentence> sentences, Set<String> field, int many, int share) {
        int words = 0;
        int hits = 0;
        var seen = new HashSet<String>();
        for (var sentence : sentences) {
            words += sentence.size();
            for (var word : sentence.words) {
                var stem = word.readings().stream()
                        .map(Word.Reading::stem)
                        .filter(field::contains)
                        .findFirst();
                if (stem.isPresent()) {
                    hits++;
                    seen.add(stem.get());
                }
            }
        }
        return seen.size() >= many && hits * share >= words;
    }
}
