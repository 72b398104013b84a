package org.marsad.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of a title a text takes up again: tells whose title it is. */
final class Cohesion {
    private static final int SHORTEST = 3;
    private static final int STEM = 5;

    private Cohesion() {}

    /** The stems of the words of some lines that mean something. */
    static Set<String> stems(String text, List<Span> lines, int most) {
        var stems = new HashSet<String>();
        int length = 0;
        for (var line : lines) {
            var part = new Span(line.begin(), Math.min(line.end(), line.begin() + most - length));
            for (var token : Tokens.list(Folding.fold(text, part))) {
                if (token.is(Token.Kind.WORD)) {
                    add(stems, token);
                }
            }
            length += part.length();
            if (length >= most) {
                break;
            }
        }
        return stems;
    }

    /** The share of the first's stems among the second's; 0 where the first has none. */
    static double of(Set<String> title, Set<String> text) {
        return title.isEmpty() ? 0 : title.stream().filter(text::contains).count() / (double) title.size();
    }

    private static void add(Set<String> stems, Token token) {
        var word = token.text();
        if (token.script() == Token.Script.ARABIC) {
            for (int cut = 0; cut < 2 && word.length() > STEM && "وفبكل".indexOf(word.charAt(0)) >= 0; cut++) {
                word = word.substring(1);
            }
            word = word.startsWith("ال") ? word.substring(2) : word;
        } else if (Languages.isFrequent(word)) {
            return;
        }
        if (word.length() > SHORTEST) {
            stems.add(word.substring(0, Math.min(STEM, word.length())));
        }
    }
}
