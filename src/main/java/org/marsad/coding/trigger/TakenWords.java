package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Words that are part of something else: of a date, of a name, of a drone. */
final class TakenWords {
    private static final Set<String> DRONE_WORDS = WordSets.get("drone-words");

    private final Lexicon lexicon;

    TakenWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A word of a date, of a place's name or of an actor's longer name is no trigger: "27 March", « Force conjointe ». */
    boolean areTaken(Sentence sentence, int at) {
        return sentence.dates.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.unknownDates.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                // «فجر أمس»: dawn, no blast.
                // «طائرات مسيرة»: drones, no march.
                || sentence.isAt(at, "مسيره") && sentence.isAt(at - 1, "طايره", "طايرات", "الطايره", "الطايرات")
                || isDrones(sentence, at)
                // "recalled its ambassador in protest at".
                || sentence.isAt(at, "protest")
                        && sentence.isAt(at - 1, "in")
                        && sentence.isAt(at + 1, "at", "over", "against")
                // «طائراتها المسيرة»: her drones.
                || sentence.isAt(at, "المسيره")
                        && sentence.word(Math.max(0, at - 1)).text().startsWith("طاير")
                // « entre l'armée et … »: between; « entre dans » is the verb.
                || lexicon.language == Language.FR
                        && sentence.isAt(at, "entre")
                        && !sentence.isAt(at + 1, "dans", "a", "au", "en", "aux", "sur")
                // «مع أسرهم»: their families.
                || Patterns.matches(sentence.word(at).text(), "[وفبل]?اسر(ته|تها|هم|تهم|هن)")
                        && (sentence.isAt(at - 1, "مع")
                                || Patterns.matches(sentence.word(at).text(), "[ولب].*"))
                || sentence.isAt(at, "فجر") && sentence.dates.stream().anyMatch(item -> item.begin() == at + 1)
                || lexicon.language == Language.EN
                        && isOfName(sentence, at)
                        && !lexicon.operations.contains(sentence.word(at).text())
                || sentence.mentions.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.actors.stream()
                        .anyMatch(item -> item.begin() <= at
                                && at < item.end()
                                && item.end() - item.begin() > 1
                                && !lexicon.operations.contains(
                                        sentence.word(at).text()));
    }

    /** "the National Liberation Council": a word amid the capitals of a longer name. */
    private static boolean isOfName(Sentence sentence, int at) {
        return !sentence.title
                && isCapital(sentence, at - 1)
                && isCapital(sentence, at)
                && isCapital(sentence, at + 1)
                && sentence.word(at).before() == Word.Gap.NONE
                && sentence.word(at + 1).before() == Word.Gap.NONE
                && sentence.mentions.stream().noneMatch(item -> item.end() == at || item.begin() == at + 1)
                && sentence.actors.stream().noneMatch(item -> item.end() == at || item.begin() == at + 1)
                && sentence.dates.stream().noneMatch(item -> item.begin() == at + 1);
    }

    private static boolean isCapital(Sentence sentence, int at) {
        return at > sentence.start()
                && at < sentence.size()
                && Character.isUpperCase(sentence.word(at).source().codePointAt(0));
    }

    /** «أسقط المسيرات», «مسيرات تقصف»: the word for marches is that for drones. */
    private static boolean isDrones(Sentence sentence, int at) {
        return Patterns.matches(sentence.word(at).text(), "[وبفل]?(ال|ل)?مسير(ه|ات)")
                && !sentence.isAt(at + 1, "تضرب", "تقصف", "تستهدف", "تهاجم", "مفخخه", "انتحاريه")
                && sentence.words.stream()
                        .anyMatch(word ->
                                word.readings().stream().anyMatch(reading -> DRONE_WORDS.contains(reading.stem())));
    }
}
