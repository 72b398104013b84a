package org.marsad.geocode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marsad.text.Folding;

/**
 * How well an Arabic word writes a name in Latin letters, by the rules of {@code transliteration.tsv}: the cheapest way
 * to spell the one by the other, by dynamic programming over both. Time is the product of the two lengths.
 */
final class Transliteration {
    /** A consonant too many or too few. */
    private static final double STRANGE = 1;

    /** An Arabic long vowel that the Latin name does not show. */
    private static final double EXTRA_VOWEL = 0.25;

    private static final double FAR = 1e9;

    private static final char ARABIC = 0x600;

    /** The bucket of rules that write nothing, and that of letters outside the Arabic block, of which there are none. */
    private static final int SILENT = 0x100, OTHER = 0x101;

    /** By the Latin letter, and by the first Arabic one. */
    private final Rule[][][] rules = new Rule[128][OTHER + 1][];

    private record Rule(String latin, String arabic, double cost, boolean initial, boolean atEnd) {}

    Transliteration() {
        var byLetter = new ArrayList<List<Rule>>();
        for (int i = 0; i < rules.length; i++) {
            byLetter.add(new ArrayList<>());
        }
        try (var in = Transliteration.class.getResourceAsStream("/gazetteer/lexicon/transliteration.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks /gazetteer/lexicon/transliteration.tsv");
            }
            new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        var columns = line.split("\t");
                        for (var choice : Arrays.asList(columns).subList(1, columns.length)) {
                            byLetter.get(columns[0].charAt(0)).add(rule(columns[0], choice));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int letter = 0; letter < rules.length; letter++) {
            var all = byLetter.get(letter);
            Arrays.setAll(
                    rules[letter],
                    bucket -> all.stream()
                            .filter(rule -> bucket == (rule.arabic.isEmpty() ? SILENT : bucket(rule.arabic.charAt(0))))
                            .toArray(Rule[]::new));
        }
    }

    private static Rule rule(String latin, String choice) {
        var parts = choice.strip().split(" ");
        var arabic = parts[0];
        boolean initial = arabic.startsWith("^");
        boolean atEnd = arabic.endsWith("$");
        arabic = arabic.replace("^", "").replace("$", "");
        return new Rule(
                latin, arabic.equals("-") ? "" : Folding.key(arabic), Double.parseDouble(parts[1]), initial, atEnd);
    }

    /**
     * The cost of writing a folded Latin name as a folded Arabic one; blanks in either do not count. 0 for the usual
     * spelling; about 0.1 for each vowel left out or letter of second choice; 1 for a consonant that does not fit.
     */
    double cost(String latinName, String arabicName) {
        return cost(latinName, arabicName, FAR);
    }

    /** As {@link #cost(String, String)} up to a limit; anything above it where the cost is above it. */
    double cost(String latinName, String arabicName, double limit) {
        return cost(latinName, arabicName, limit, new double[(latinName.length() + 1) * (arabicName.length() + 1)]);
    }

    /** The same in an array of at least (letters of the one + 1) · (letters of the other + 1), whatever it holds. */
    double cost(String latinName, String arabicName, double limit, double[] costs) {
        var latin = withoutBlanks(latinName);
        var arabic = withoutBlanks(arabicName);
        int width = arabic.length() + 1;
        int size = (latin.length() + 1) * width;
        Arrays.fill(costs, 0, size, FAR);
        costs[0] = 0;
        for (int i = 0; i <= latin.length(); i++) {
            for (int j = 0; j <= arabic.length(); j++) {
                double here = costs[i * width + j];
                if (here >= FAR || here > limit) {
                    continue;
                }
                if (j < arabic.length()) {
                    char c = arabic.charAt(j);
                    boolean vowel = c == 'ا' || c == 'و' || c == 'ي' || c == 'ه' || c == 'ع';
                    relax(costs, i * width + j + 1, here + (vowel ? EXTRA_VOWEL : STRANGE));
                }
                if (i < latin.length()) {
                    spell(latin, arabic, i, j, costs, width, here);
                }
            }
        }
        return costs[size - 1];
    }

    private static String withoutBlanks(String name) {
        return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
    }

    private void spell(String latin, String arabic, int i, int j, double[] costs, int width, double here) {
        relax(costs, (i + 1) * width + j, here + STRANGE);
        char letter = latin.charAt(i);
        if (letter >= rules.length) {
            return;
        }
        spell(rules[letter][SILENT], latin, arabic, i, j, costs, width, here);
        if (j < arabic.length()) {
            spell(rules[letter][bucket(arabic.charAt(j))], latin, arabic, i, j, costs, width, here);
        }
    }

    private static void spell(
            Rule[] rules, String latin, String arabic, int i, int j, double[] costs, int width, double here) {
        for (var rule : rules) {
            if ((!rule.initial || i == 0)
                    && (rule.latin.length() == 1 || latin.startsWith(rule.latin, i))
                    && (rule.arabic.length() <= 1 || arabic.startsWith(rule.arabic, j))
                    && (!rule.atEnd || j + rule.arabic.length() == arabic.length())) {
                relax(costs, (i + rule.latin.length()) * width + j + rule.arabic.length(), here + rule.cost);
            }
        }
    }

    /** Where the rules stand whose Arabic side begins with a letter: one bucket for each of the Arabic block. */
    private static int bucket(char arabic) {
        return arabic >= ARABIC && arabic < ARABIC + SILENT ? arabic - ARABIC : OTHER;
    }

    private static void relax(double[] costs, int at, double cost) {
        costs[at] = Math.min(costs[at], cost);
    }
}
