package org.marsad.coding.draft;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.PlaceWords;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Folding;
import org.marsad.text.Language;

/**
 * English and French names of villages that no gazetteer has: "hacked to death in Bukanga, a hamlet", "armed elements raided
 * Karidi", « le village d'Azimini ».
 */
public final class UnknownTowns {
    private static final Set<String> LOCATIVE = Set.of("in", "at", "near", "outside", "around");
    private static final Set<String> KINDS = WordSets.get("villages-en");
    private static final Set<String> VILLAGES = WordSets.get("villages-fr");
    private static final Set<String> NO_TOWN = WordSets.get("no-town-en");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{Ll}'’-]+[\\p{L}'’-]*");
    private static final int LEAST = 4;
    private static final int REACH = 14;
    private static final int BACK = 3;
    private static final int BESIDE = 5;

    private UnknownTowns() {}

    /** The name of the unknown place where an act of violence is said to have happened, or null. */
    static @Nullable String near(Lexicon lexicon, Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.kind().isViolence() || sentence.title) {
            return null;
        }
        var unplaced = unplacedName(trigger);
        if (unplaced != null) {
            return unplaced;
        }
        if (lexicon.language == Language.FR) {
            var village = french(lexicon, trigger);
            return village == null ? unplaced(trigger) : village;
        }
        if (lexicon.language != Language.EN) {
            return null;
        }
        for (int i = sentence.start() + 1; i < sentence.size(); i++) {
            if (sentence.distance(trigger.begin(), i) <= REACH
                    && isName(lexicon, sentence, i)
                    && (isLed(sentence, i)
                            || i == trigger.end()
                                    && !trigger.isNoun()
                                    && sentence.word(i).before() == Word.Gap.NONE)) {
                return sentence.word(i).text();
            }
        }
        return null;
    }

    /** A name that was found to be a place's, where the clause says that it happened there. */
    private static @Nullable String unplacedName(Trigger trigger) {
        var sentence = trigger.sentence();
        return sentence.mentions.stream()
                .filter(item -> item.value().place() == null
                        && item.value().kind() == MentionKind.LITERAL
                        && sentence.clause(item.begin()) == sentence.clause(trigger.begin())
                        && PlaceWords.isScenery(sentence, item))
                .map(item -> Folding.key(item.value().text()))
                .findFirst()
                .orElse(null);
    }

    /** « le village d'Azimini », « le village Masome », « à Karidi, un village ». */
    private static @Nullable String french(Lexicon lexicon, Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = sentence.start() + 1; i < sentence.size(); i++) {
            if (sentence.distance(trigger.begin(), i) <= REACH
                    && isName(lexicon, sentence, i)
                    && sentence.word(i).before() == Word.Gap.NONE
                    && (VILLAGES.contains(sentence.word(i - 1).text())
                            || sentence.isAt(i - 1, "de", "d", "du")
                                    && i > 1
                                    && VILLAGES.contains(sentence.word(i - 2).text())
                            || sentence.word(i - 1).source().equalsIgnoreCase("à") && isExplained(sentence, i))) {
                return sentence.word(i).text();
            }
        }
        return null;
    }

    /** A name that was found to be a place's and that no gazetteer has, right behind the word for a village. */
    private static @Nullable String unplaced(Trigger trigger) {
        var sentence = trigger.sentence();
        return sentence.mentions.stream()
                .filter(item -> item.value().place() == null
                        && item.value().kind() == MentionKind.LITERAL
                        && sentence.distance(trigger.begin(), item.begin()) <= REACH
                        && (VILLAGES.contains(sentence.textAt(item.begin() - 1))
                                || sentence.isAt(item.begin() - 1, "de", "d", "du")
                                        && VILLAGES.contains(sentence.textAt(item.begin() - 2))))
                .map(item -> item.value().text())
                .findFirst()
                .orElse(null);
    }

    private static boolean isExplained(Sentence sentence, int at) {
        for (int i = at + 1; i < Math.min(sentence.size() - 1, at + 3); i++) {
            if (sentence.word(i).before() == Word.Gap.COMMA) {
                return sentence.isAt(i, "un", "une", "le", "la")
                                && VILLAGES.contains(sentence.word(i + 1).text())
                        || VILLAGES.contains(sentence.word(i).text());
            }
        }
        return false;
    }

    private static boolean isLed(Sentence sentence, int at) {
        return sentence.word(at).before() == Word.Gap.NONE
                && (LOCATIVE.contains(sentence.word(at - 1).text())
                        || sentence.isAt(at - 1, "of")
                                && at > 1
                                && KINDS.contains(sentence.word(at - 2).text())
                        || KINDS.contains(sentence.word(at - 1).text()));
    }

    private static boolean isName(Lexicon lexicon, Sentence sentence, int at) {
        var source = sentence.word(at).source();
        return source.length() >= LEAST
                && NAME.matcher(source).matches()
                && !NO_TOWN.contains(sentence.word(at).text())
                && lexicon.persons.at(sentence.words, at).isEmpty()
                && isFree(sentence, at);
    }

    private static boolean isFree(Sentence sentence, int at) {
        return sentence.mentions.stream().noneMatch(item -> item.begin() <= at && at <= item.end())
                && sentence.actors.stream().noneMatch(item -> item.begin() <= at && at < item.end())
                && sentence.dates.stream().noneMatch(item -> item.begin() <= at && at < item.end());
    }

    /** The town or division beside which the name stood when it was told first: "in Zawiya - al-Harsha -". */
    public static @Nullable Place beside(List<Sentence> sentences, Draft draft) {
        var name = draft.unknownTown;
        if (name == null) {
            return null;
        }
        for (var sentence : sentences.subList(0, draft.sentence.index)) {
            for (int i = sentence.start(); i < sentence.size(); i++) {
                if (sentence.word(i).text().equals(name)) {
                    int at = i;
                    return sentence.mentions.stream()
                            .filter(item -> item.value().kind() == MentionKind.LITERAL
                                    && item.value().place() != null
                                    && Where.rank(item.value().place()) <= 2
                                    && sentence.distance(at, item.begin()) <= BESIDE)
                            .map(item -> item.value().place())
                            .findFirst()
                            .orElse(null);
                }
            }
        }
        return null;
    }

    /** The division that the text named last before, or that its title names: the unknown village is in it. */
    public static @Nullable Place area(List<Sentence> sentences, Draft draft) {
        int index = draft.sentence.index;
        for (int i = index; i >= Math.max(0, index - BACK); i--) {
            var found = area(sentences.get(i));
            if (found != null) {
                return found;
            }
        }
        return sentences.stream()
                .filter(sentence -> sentence.title)
                .map(UnknownTowns::area)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Place area(Sentence sentence) {
        return sentence.mentions.reversed().stream()
                .filter(item -> item.value().kind() == MentionKind.LITERAL)
                .map(item -> item.value().place())
                .filter(place -> place != null
                        && (place.level() == PlaceLevel.ADMIN1
                                || place.level() == PlaceLevel.ADMIN2
                                || place.level() == PlaceLevel.REGION && place.country() != null))
                .findFirst()
                .orElse(null);
    }
}
