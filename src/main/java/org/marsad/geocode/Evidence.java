package org.marsad.geocode;

import java.util.Arrays;
import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;

/**
 * Which countries an article is about: every country named, by name or by adjective, and every place that is already
 * fairly sure, counts for its country, the more the nearer it stands.
 */
final class Evidence {
    private static final double NAME = 1, ADJECTIVE = 0.7, CURATED = 0.6, OTHER = 0.3;

    /** Words after which the weight of a piece of evidence has fallen by half. */
    private static final double REACH = 80;

    /** What counts at any distance. */
    private static final double BASE = 0.3;

    private final Places places;
    private int size;
    private short[] country = new short[64];
    private int[] position = new int[64];
    private double[] weight = new double[64];
    private final double[] share = new double[27 * 26 + 1];

    Evidence(Gazetteer gazetteer) {
        places = gazetteer.places();
    }

    /** Starts again from the hits as they stand, each counting by its candidates' probabilities. */
    void gather(List<Hit> hits) {
        size = 0;
        for (var hit : hits) {
            double plausible = hit.plausibility();
            for (var candidate : hit.candidates) {
                if (plausible * candidate.probability > 0.2 && places.country(candidate.place) != Places.NO_COUNTRY) {
                    add(hit, candidate);
                }
            }
        }
    }

    private void add(Hit hit, Candidate candidate) {
        double kind = places.level(candidate.place) == PlaceLevel.COUNTRY
                ? hit.isDemonym() ? ADJECTIVE : NAME
                : places.isCurated(candidate.place) ? CURATED : OTHER;
        if (size == country.length) {
            country = Arrays.copyOf(country, size * 2);
            position = Arrays.copyOf(position, size * 2);
            weight = Arrays.copyOf(weight, size * 2);
        }
        country[size] = places.country(candidate.place);
        position[size] = hit.first;
        weight[size++] = kind * candidate.probability * hit.plausibility();
    }

    /**
     * Turns to one word of the article: {@link #share} answers for it until the next call. What a hit itself
     * contributed does not count for it.
     */
    void lookFrom(int word) {
        Arrays.fill(share, 0);
        double most = 0;
        for (int i = 0; i < size; i++) {
            if (position[i] != word) {
                double near = BASE + REACH / (REACH + Math.abs(position[i] - word));
                share[country[i]] += weight[i] * near;
            }
        }
        for (double s : share) {
            most = Math.max(most, s);
        }
        for (int i = 0; most > 0 && i < share.length; i++) {
            share[i] /= most + 0.5;
        }
    }

    /** How much the article speaks for a country here: 0 for not at all, nearly 1 for the country it is about. */
    double share(short country) {
        return country == Places.NO_COUNTRY ? 0 : share[country];
    }
}
