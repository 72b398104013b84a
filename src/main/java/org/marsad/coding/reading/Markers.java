package org.marsad.coding.reading;

import java.util.Map;
import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Prepositions and nouns before an actor that say what it did or suffered. */
public final class Markers {
    private static final Set<String> UNREACHED = WordSets.get("unreached");
    private static final Set<String> FATE = WordSets.get("fate");
    private static final Set<String> HELD = WordSets.get("held");

    private Markers() {}

    /** Whether one of the words stands shortly before, in the same breath. */
    public static boolean isMarked(Lexicon lexicon, Sentence sentence, int at, Map<Language, Set<String>> markers) {
        return isMarked(lexicon, sentence, at, -1, markers);
    }

    /** The same for an actor behind a verb at {@code verb}: «ردا على ذلك استدعت الوزارة» marks no ministry. */
    public static boolean isMarked(
            Lexicon lexicon, Sentence sentence, int at, int verb, Map<Language, Set<String>> markers) {
        var words = markers.getOrDefault(lexicon.language, Set.of());
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            var gap = sentence.word(i + 1).before();
            int word = i;
            if (i == verb) {
                return words.contains(sentence.word(i).text())
                        || sentence.word(i).readings().stream().anyMatch(reading -> words.contains(reading.stem()));
            }
            // «شنتها على قوافلها جماعة»: what is somebody's ends the phrase of the preposition.
            boolean owned = lexicon.language == Language.AR
                    && i > 0
                    && Patterns.matches(sentence.word(i).text(), "\\p{L}{3,}(ها|هم|هما)")
                    && !words.contains(sentence.word(i).text());
            if (owned) {
                return false;
            }
            boolean dated = sentence.dates.stream().anyMatch(item -> item.begin() <= word && word < item.end());
            if (gap == Word.Gap.STRONG
                    || gap == Word.Gap.COMMA
                    || dated
                    || UNREACHED.contains(sentence.word(i).text())) {
                return false;
            }
            if (lexicon.language != Language.AR
                    && i > 0
                    && words.contains(sentence.word(i).text())
                    && isOfAnother(lexicon, sentence, i - 1)) {
                return false;
            }
            if (lexicon.language == Language.EN
                    && sentence.isAt(i, "in", "during", "from")
                    && isHarmed(sentence, i - 1)) {
                return false;
            }
            if (sentence.isAt(i, "by") && sentence.isAt(i + 2, "count", "account", "estimate", "reckoning")) {
                return false;
            }
            if (words.contains(sentence.word(i).text())
                    || sentence.word(i).readings().stream().anyMatch(reading -> words.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "five killed in RSF shelling": what follows harmed them. */
    private static boolean isHarmed(Sentence sentence, int at) {
        return sentence.isAt(at, "killed", "wounded", "injured", "dead", "hurt");
    }

    /** « un convoi escorté par l'armée »: a participle that tells of no event has an agent of its own. */
    static boolean isOfAnother(Lexicon lexicon, Sentence sentence, int at) {
        var source = sentence.word(at).source();
        boolean participle = lexicon.language == Language.FR
                ? Patterns.matches(source, "\\p{L}+[ée]e?s?") && Patterns.matches(source, ".*ée?s?")
                : Patterns.matches(source, "\\p{L}+ed");
        return participle
                && lexicon.triggers.at(sentence.words, at).isEmpty()
                && lexicon.supports.at(sentence.words, at).isEmpty();
    }

    /** «يودي بحياة جنود», "the death of three soldiers": it befell them. */
    public static boolean isFate(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (FATE.contains(sentence.word(i).text())) {
                return true;
            }
            boolean link = sentence.word(i).number()
                    || sentence.isAt(
                            i, "of", "de", "des", "d", "du", "l", "the", "les", "two", "three", "deux", "trois");
            if (!link || sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
        }
        return false;
    }

    /** "came under sustained fire from JNIM". */
    public static boolean isUnderFireFrom(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        return sentence.isAt(item.begin() - 1, "from")
                && item.begin() - trigger.end() <= 3
                && item.begin() >= trigger.end()
                && sentence.text(trigger.begin(), trigger.end()).contains("under");
    }

    /** "a vehicle of the national guard hit a mine". */
    public static boolean isOwner(Sentence sentence, Sentence.Item<ActorMention> item) {
        int before = item.begin() - 1;
        return sentence.isAt(sentence.isAt(before, "the") ? before - 1 : before, "of");
    }

    /** « entrés dans Kidal, tenue depuis 2014 par les rebelles »: who holds what is attacked. */
    public static boolean holds(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        for (int i = item.begin() - 1; i >= Math.max(trigger.end(), item.begin() - 7); i--) {
            if (HELD.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }
}
