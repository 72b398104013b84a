package org.marsad.geocode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.marsad.text.Folding;
import org.marsad.text.Language;

/** The words around place names, from {@code gazetteer/lexicon}, and how common the words of each language are. */
final class Lexicon {
    /** The rank of a word that is not among the common ones. */
    static final int UNCOMMON = Integer.MAX_VALUE;

    private static final List<String> TABLES = List.of("terms.tsv", "given-names.tsv");
    private static final String CLITICS = "وفبكل";

    private final Map<Language, Map<String, Long>> terms = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Integer>> ranks = new EnumMap<>(Language.class);
    private final Map<Language, Set<String>> nestingBefore = new EnumMap<>(Language.class);
    private final Map<Language, Set<String>> nestingAfter = new EnumMap<>(Language.class);

    private final ArabicWords arabicWords;

    Lexicon() {
        try {
            for (var language : Language.values()) {
                terms.put(language, new HashMap<>());
                nestingBefore.put(language, new HashSet<>());
                nestingAfter.put(language, new HashSet<>());
                ranks.put(language, readRanks(language));
            }
            for (var table : TABLES) {
                readTerms(table);
            }
            readNesting();
            arabicWords = readStems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The terms of a folded word as a bit set of {@link Term#bit}; of an Arabic word also without clitics and article. */
    long terms(String word, Language language) {
        var table = terms.get(language);
        long found = table.getOrDefault(word, 0L);
        if (language == Language.AR) {
            var stem = word;
            for (int cut = 0; cut < 2 && stem.length() > 3 && CLITICS.indexOf(stem.charAt(0)) >= 0; cut++) {
                stem = stem.startsWith("لل") ? "ا" + stem.substring(1) : stem.substring(1);
                long stemTerms = table.getOrDefault(stem, 0L);
                // «غابو وولد ينجة» are two towns, «محمد ولد أحمد» is one man.
                found |= stemTerms & ~(Term.NEVER.bit | Term.KIN.bit) | withoutArticle(stem, table);
                found |= Term.NEVER.in(stemTerms) ? Term.NEVERSTEM.bit : 0;
            }
            found |= withoutArticle(word, table);
        }
        return found;
    }

    private static long withoutArticle(String word, Map<String, Long> table) {
        return word.length() > 4 && word.startsWith("ال")
                ? table.getOrDefault(word.substring(2), 0L)
                        & ~(Term.NEVER.bit | Term.EVERYDAY.bit | Term.PREPOSITION.bit)
                : 0;
    }

    /** How common a folded word is: 0 for the commonest, {@link #UNCOMMON} for one outside the ten thousand or so. */
    int rank(String word, Language language) {
        return ranks.get(language).getOrDefault(word, UNCOMMON);
    }

    /** Whether these folded words, parted by single spaces, right before a place name put it inside another name. */
    boolean isNestingBefore(String words, Language language) {
        return nestingBefore.get(language).contains(words);
    }

    /** As {@link #isNestingBefore}, for words after the name. */
    boolean isNestingAfter(String words, Language language) {
        return nestingAfter.get(language).contains(words);
    }

    /** How surely a folded Arabic word is a word of the dictionary: 1 as it stands, 0.5 or less in some form, 0 not at all. */
    double arabicWordness(String word) {
        return arabicWords.wordness(word);
    }

    /** Whether a folded Arabic word is in the dictionary, in some form. */
    boolean isArabicWord(String word) {
        return arabicWords.wordness(word) > ArabicWords.HARDLY;
    }

    private void readNesting() throws IOException {
        try (var in = open("lexicon/nesting.tsv")) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var columns = line.split("\t");
                    var sequences = (columns[1].equals("before") ? nestingBefore : nestingAfter)
                            .get(Language.ofTag(columns[0]));
                    for (var words : columns[2].split("\\|")) {
                        sequences.add(Folding.key(words));
                    }
                }
            }
        }
    }

    private void readTerms(String table) throws IOException {
        try (var in = open("lexicon/" + table)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var columns = line.split("\t");
                var term = Term.valueOf(columns[1].toUpperCase(Locale.ROOT));
                var language = Language.ofTag(columns[0]);
                for (var word : columns[2].split("\\|")) {
                    if (term == Term.GIVEN && language != Language.AR) {
                        // Names cross languages: Malians are in English reports too.
                        terms.get(Language.FR).merge(Folding.key(word), term.bit, (a, b) -> a | b);
                        terms.get(Language.EN).merge(Folding.key(word), term.bit, (a, b) -> a | b);
                    }
                    terms.get(language).merge(Folding.key(word), term.bit, (a, b) -> a | b);
                }
            }
        }
    }

    private static ArabicWords readStems() throws IOException {
        try (var in = open("derived/stems-ar.txt.gz")) {
            var stems = HashSet.<String>newHashSet(280_000);
            in.lines().forEach(stems::add);
            return new ArabicWords(stems);
        }
    }

    private static Map<String, Integer> readRanks(Language language) throws IOException {
        var ranks = new HashMap<String, Integer>();
        listWords(language).forEach(word -> ranks.putIfAbsent(word, ranks.size()));
        return ranks;
    }

    static List<String> listWords(Language language) throws IOException {
        try (var in = open("derived/words-" + language.tag() + ".txt.gz")) {
            return in.lines().toList();
        }
    }

    private static BufferedReader open(String name) throws IOException {
        var in = Lexicon.class.getResourceAsStream("/gazetteer/" + name);
        if (in == null) {
            throw new IllegalStateException("the class path lacks /gazetteer/" + name);
        }
        return new BufferedReader(new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, UTF_8));
    }
}
