package org.marsad.actor;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The countries that a text speaks of, and where: whose a bare «الجيش» or "police" is. Not for reuse. */
final class SpokenCountries {
    /** The reach of a country's name, in characters, over which its weight for a bare institution halves. */
    private static final double REACH = 250;

    /** How much more a country says of a bare institution after it in its own sentence. */
    private static final double SENTENCE = 3;

    private static final double PARAGRAPH = 1.5;

    /** How much the country says that the text's last heading names: "Guinea. Authorities …", "MALI" on a line. */
    private static final double HEADING = 4;

    private static final Pattern HEADS = Pattern.compile("\\p{L}[\\p{L}' -]{2,40}?(?::|\\.(?=\\s)|\\s*(?=\n)| [–—-] )");
    private static final Pattern BULLETS = Pattern.compile("[\\s\\p{Punct}•·▪●–—>\\d]{0,6}");

    private final TreeMap<Integer, String> headings = new TreeMap<>();
    private final TreeMap<Integer, String> countries = new TreeMap<>();
    /** Where sentences and lines end, ascending: a distance is looked up and not walked. */
    private final int[] sentenceEnds;

    private final int[] lineEnds;

    SpokenCountries(String text, List<CountryHint> hints) {
        sentenceEnds = IntStream.range(0, text.length())
                .filter(i -> endsSentence(text, i))
                .toArray();
        lineEnds = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .toArray();
        hints.forEach(hint -> countries.put(hint.at(), hint.iso2()));
        hints.stream().filter(hint -> heads(text, hint.at())).forEach(hint -> headings.put(hint.at(), hint.iso2()));
    }

    /** Notes a country named at an index, unless one is known there. */
    void note(int at, String iso2) {
        countries.putIfAbsent(at, iso2);
    }

    /**
     * The country with the most evidence around an index: each mention weighs less the farther it is.
     *
     * @param named actors that are named with their country
     * @param has whether a country has the institution at all
     */
    Optional<String> nearest(int at, Institution institution, List<ActorMention> named, Predicate<String> has) {
        Map<String, Double> weights = new HashMap<>();
        countries.forEach((where, iso2) -> {
            double distance = where <= at ? at - where : 1.5 * (where - at);
            weights.merge(iso2, 0.05 + nearness(where, at) * Math.pow(0.5, distance / REACH), Double::sum);
        });
        var heading = headings.floorEntry(at);
        if (heading != null) {
            weights.merge(heading.getValue(), HEADING, Double::sum);
        }
        weights.replaceAll((iso2, weight) -> has.test(iso2) ? weight : weight / 20);
        // An institution named with its country is the one that the bare word takes up again.
        for (var mention : named) {
            var actor = mention.actor();
            if (mention.span().begin() < at
                    && actor.country() != null
                    && actor.id().value().endsWith("-" + institution.suffix())) {
                weights.merge(
                        actor.country(), 5 * Math.pow(0.5, (at - mention.span().begin()) / (2 * REACH)), Double::sum);
            }
        }
        return weights.isEmpty()
                ? Optional.empty()
                : Optional.of(Collections.max(weights.entrySet(), Map.Entry.comparingByValue())
                        .getKey());
    }

    /** How much what stands at an index says of what stands at another: most in the same sentence before it. */
    private double nearness(int where, int at) {
        int from = Math.min(where, at);
        int to = Math.max(where, at);
        if (isAny(lineEnds, from, to)) {
            return 1;
        }
        return where >= at || isAny(sentenceEnds, from, to) ? PARAGRAPH : SENTENCE;
    }

    /** Whether any of some ascending indexes is in {@code [from, to)}. */
    private static boolean isAny(int[] indexes, int from, int to) {
        int at = Arrays.binarySearch(indexes, from);
        int first = at >= 0 ? at : -at - 1;
        return first < indexes.length && indexes[first] < to;
    }

    /** Whether the name at an index begins a line, not the first, and ends it, or a stop or colon follows. */
    private static boolean heads(String text, int at) {
        int line = text.lastIndexOf('\n', Math.max(0, at - 1));
        return line > 0
                && BULLETS.matcher(text.substring(line, at)).matches()
                && HEADS.matcher(text)
                        .region(at, Math.min(text.length(), at + 50))
                        .lookingAt();
    }

    private static boolean endsSentence(String text, int at) {
        return switch (text.charAt(at)) {
            case '!', '?', '؟' -> true;
            case '.' -> at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
            default -> false;
        };
    }
}
