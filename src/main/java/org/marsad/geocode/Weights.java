package org.marsad.geocode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The geoparser's weights, from {@code gazetteer/lexicon/weights.tsv}, which says where they come from. */
final class Weights {
    private final Map<String, Double> values;

    final double population = get("population");
    final double curated = get("curated");
    final double capital = get("capital");
    final double country = get("country");
    final double region = get("region");
    final double admin1 = get("admin1");
    final double admin2 = get("admin2");
    final double feature = get("feature");
    final double ownFeature = get("ownFeature");
    final double section = get("section");
    final double abandoned = get("abandoned");
    final double official = get("official");
    final double article = get("article");
    final double cueMatch = get("cueMatch");
    final double cueMismatch = get("cueMismatch");
    final double countryMismatch = get("countryMismatch");
    final double countryEvidence = get("countryEvidence");
    final double localCountry = get("localCountry");
    final double localOtherCountry = get("localOtherCountry");
    final double nearby = get("nearby");
    final double container = get("container");
    final double soundDistance = get("soundDistance");
    final double noEvidence = get("noEvidence");
    final double consonant = get("consonant");
    final double generated = get("generated");
    final double bare = get("bare");
    final double threshold = get("threshold");
    final double cue = get("cue");
    final double nearWord = get("nearWord");
    final double preposition = get("preposition");
    final double listed = get("listed");
    final double enclosed = get("enclosed");
    final double capitalInSentence = get("capitalInSentence");
    final double manyWords = get("manyWords");
    final double sharedName = get("sharedName");
    final double unpeopled = get("unpeopled");
    final double veryCommonWord = get("veryCommonWord");
    final double commonWord = get("commonWord");
    final double fairlyCommonWord = get("fairlyCommonWord");
    final double shortWord = get("shortWord");
    final double dictionaryWord = get("dictionaryWord");
    final double foreignWord = get("foreignWord");
    final double given = get("given");
    final double person = get("person");
    final double namesake = get("namesake");
    final double stranger = get("stranger");
    final double compound = get("compound");
    final double cutWeak = get("cutWeak");
    final double temperature = get("temperature");

    /** The confidence model's, in the order of {@link Confidence#NAMES}. */
    final double[] confidence = Confidence.NAMES.stream().mapToDouble(this::get).toArray();

    /** Those that come with Marsad. */
    Weights() {
        this(read());
    }

    /** Others, by the names of the file. */
    Weights(Map<String, Double> values) {
        this.values = Map.copyOf(values);
        super();
    }

    private double get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("gazetteer/lexicon/weights.tsv lacks " + name);
        }
        return value;
    }

    private static Map<String, Double> read() {
        var values = new HashMap<String, Double>();
        try (var in = Weights.class.getResourceAsStream("/gazetteer/lexicon/weights.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks /gazetteer/lexicon/weights.tsv");
            }
            new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(columns -> values.put(columns[0], Double.valueOf(columns[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
