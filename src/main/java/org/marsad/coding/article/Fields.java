package org.marsad.coding.article;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.geocode.CommonWords;
import org.marsad.text.Language;
import org.marsad.text.Table;

/**
 * What kind of event the words of a sentence suggest where none of them names one: the words of the triggers' phrases,
 * each by itself and whatever its ending, weigh for the kinds that they occur with. "Closed their frontiers" is of the
 * field of a closed border though only "closed the border" is in the table.
 */
final class Fields {
    /** Letters of a word that count; Arabic words are shorter. */
    private static final int STEM = 6;

    private static final int STEM_AR = 5;
    /** Words more common than that say nothing. */
    private static final int COMMON = 100;

    private static final int UNCOMMON = 20_000;
    /** How much the words after a phrase's first weigh. */
    private static final double REST = 0.6;
    /** How much a word of {@code fields.csv} weighs. */
    private static final double HOME = 5;
    /** How far kinds with many words in the table are held back. */
    private static final double CROWD = 0.2;
    /** How much a word gains that is of one type only. */
    private static final double PURE = 1.25;
    /** Occurrences in the table that make a word half as sure as it can be. */
    private static final double RARE = 1.5;

    private static final double RANK_BASE = 20;
    /** Words that stand for one another in a phrase, from which on they are a class. */
    private static final int CLASS = 40;

    /** What is no event has words of its own. */
    private static final EventKind NONE =
            new EventKind("none", "NONE", "", "", "", "", EventKind.Frame.ACT, false, false, 0, Set.of(), Set.of());

    /** Shares of types and kinds for a stem. */
    private record Field(Map<String, Double> types, Map<EventKind, Double> kinds) {}

    private final Language language;
    private final Map<String, Field> fields = new HashMap<>();

    /**
     * A guess.
     *
     * @param at the word that says most
     * @param score of its type, about 3 for a faint hint and 10 for a clear one
     * @param rival score of the next type
     */
    record Guess(EventKind kind, int at, double score, double rival) {}

    /** From the words that come with Marsad: what is guessed of an article does not hang on an edit of words that it has not. */
    private static final class BuiltIn {
        static final Map<Language, Fields> ALL = read();

        private static Map<Language, Fields> read() {
            var all = new EnumMap<Language, Fields>(Language.class);
            Lexicon.all(TriggerWord.builtIn()).forEach((language, lexicon) -> all.put(language, new Fields(lexicon)));
            return all;
        }
    }

    static Fields of(Language language) {
        return Objects.requireNonNull(BuiltIn.ALL.get(language));
    }

    private Fields(Lexicon lexicon) {
        language = lexicon.language;
        var counts = new HashMap<String, Map<EventKind, Double>>();
        lexicon.triggers.forEach((first, rest, form) -> {
            count(counts, first, form.kind(), 1);
            for (var words : rest) {
                // Of a class of words each says little.
                if (words.size() < CLASS) {
                    words.stream().map(this::stem).distinct().forEach(stem -> count(counts, stem, form.kind(), REST));
                }
            }
        });
        var kinds = EventKind.table();
        for (var row : Table.rows("/org/marsad/coding/fields.csv")) {
            if (row.get("language").equals(language.tag())) {
                var key = row.get("kind");
                var kind = key.equals(NONE.key()) ? NONE : Objects.requireNonNull(kinds.get(key), key);
                row.list("words").forEach(phrase -> {
                    for (var word : Phrases.words(phrase)) {
                        if (word != null) {
                            count(counts, word, kind, HOME);
                        }
                    }
                });
            }
        }
        var crowds = new HashMap<String, Double>();
        var types = new HashMap<String, Map<String, Double>>();
        counts.forEach((stem, byKind) -> {
            var sums = new LinkedHashMap<String, Double>();
            byKind.forEach((kind, count) -> sums.merge(kind.plover(), count, Double::sum));
            sums.replaceAll((type, count) -> Math.sqrt(count));
            sums.forEach((type, count) -> crowds.merge(type, count, Double::sum));
            types.put(stem, sums);
        });
        var ranks = ranks();
        types.forEach((stem, sums) -> {
            double rank = Math.min(UNCOMMON, ranks.getOrDefault(stem, UNCOMMON));
            if (rank < COMMON) {
                return;
            }
            double all = sums.values().stream().mapToDouble(count -> count).sum();
            double weight = all / (all + RARE) * Math.log(rank / RANK_BASE);
            var shares = new LinkedHashMap<String, Double>();
            sums.forEach((type, count) -> shares.put(type, count / Math.pow(crowds.get(type), CROWD)));
            double total = shares.values().stream().mapToDouble(share -> share).sum();
            shares.replaceAll((type, share) -> weight * Math.pow(share / total, PURE));
            fields.put(stem, new Field(shares, counts.get(stem)));
        });
    }

    private void count(Map<String, Map<EventKind, Double>> counts, String word, EventKind kind, double weight) {
        if (word.length() > 1) {
            counts.computeIfAbsent(stem(word), _ -> new LinkedHashMap<>()).merge(kind, weight, Double::sum);
        }
    }

    private String stem(String word) {
        int length = language == Language.AR ? STEM_AR : STEM;
        return word.length() > length ? word.substring(0, length) : word;
    }

    /**
     * What a sentence is about.
     *
     * @param masked words that do not count: of names and dates
     * @param hints what else speaks for types
     * @return null where its words say nothing
     */
    @Nullable
    Guess guess(Sentence sentence, IntPredicate masked, Map<String, Double> hints) {
        var scores = new HashMap<>(hints);
        var seen = new HashMap<String, Integer>();
        for (int i = sentence.start(); i < sentence.size(); i++) {
            if (masked.test(i)) {
                continue;
            }
            for (var reading : sentence.word(i).readings()) {
                if (reading.stem().length() > 1) {
                    seen.putIfAbsent(stem(reading.stem()), i);
                }
            }
        }
        seen.keySet().removeIf(stem -> !fields.containsKey(stem));
        seen.keySet()
                .forEach(
                        stem -> field(stem).types().forEach((type, weight) -> scores.merge(type, weight, Double::sum)));
        String best = null;
        double rival = 0;
        for (var entry : scores.entrySet()) {
            if (best == null || entry.getValue() > scores.get(best)) {
                rival = best == null ? 0 : scores.get(best);
                best = entry.getKey();
            } else {
                rival = Math.max(rival, entry.getValue());
            }
        }
        return best == null || seen.isEmpty() || best.equals(NONE.plover())
                ? null
                : ofType(best, seen, scores.get(best), rival);
    }

    private @Nullable Guess ofType(String type, Map<String, Integer> seen, double score, double rival) {
        var kinds = new HashMap<EventKind, Double>();
        int at = -1;
        double most = 0;
        for (var entry : seen.entrySet()) {
            var field = field(entry.getKey());
            double weight = field.types().getOrDefault(type, 0.0);
            if (weight > most) {
                most = weight;
                at = entry.getValue();
            }
            double all = field.kinds().entrySet().stream()
                    .filter(one -> one.getKey().plover().equals(type))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            field.kinds().forEach((kind, count) -> {
                if (kind.plover().equals(type)) {
                    kinds.merge(kind, weight * count / all, Double::sum);
                }
            });
        }
        int word = at;
        return kinds.entrySet().stream()
                .max(Map.Entry.<EventKind, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().key()))
                .map(entry -> new Guess(entry.getKey(), word, score, rival))
                .orElse(null);
    }

    private Field field(String stem) {
        return Objects.requireNonNull(fields.get(stem));
    }

    /** Of each stem the rank of its commonest word. */
    private Map<String, Integer> ranks() {
        var ranks = new HashMap<String, Integer>();
        int rank = 1;
        for (var word : CommonWords.list(language)) {
            ranks.putIfAbsent(stem(word), rank++);
        }
        return ranks;
    }
}
