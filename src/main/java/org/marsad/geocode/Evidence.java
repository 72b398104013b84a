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

    private static final int CODES = 27 * 26 + 1;

    private final Places places;
    private int size;
    /** Each piece of evidence: its country as an index into {@link #share}, where it stands and what it weighs. */
    private int[] slot = new int[64];

    private int[] position = new int[64];
    private double[] weight = new double[64];
    /** By country code, 1 and more for the countries met. */
    private final int[] slots = new int[CODES];

    private int countries;
    private double[] share = new double[16];

    Evidence(Gazetteer gazetteer) {
        places = gazetteer.places();
    }

    /** Starts again from the hits as they stand, each counting by its candidates' probabilities. */
    void gather(List<Hit> hits) {
        size = 0;
        for (var hit : hits) {
            double plausible = hit.plausibility();
            for (var candidate : hit.candidates) {
                double sure = plausible * candidate.probability;
                if (sure > 0.2 && places.country(candidate.place) != Places.NO_COUNTRY) {
                    add(hit, candidate, sure);
                }
            }
        }
    }

    private void add(Hit hit, Candidate candidate, double sure) {
        double kind = places.level(candidate.place) == PlaceLevel.COUNTRY
                ? hit.isDemonym() ? ADJECTIVE : NAME
                : places.isCurated(candidate.place) ? CURATED : OTHER;
        if (size == slot.length) {
            slot = Arrays.copyOf(slot, size * 2);
            position = Arrays.copyOf(position, size * 2);
            weight = Arrays.copyOf(weight, size * 2);
        }
        int code = places.country(candidate.place);
        if (slots[code] == 0) {
            slots[code] = ++countries;
            share = countries > share.length ? Arrays.copyOf(share, countries * 2) : share;
        }
        slot[size] = slots[code] - 1;
        position[size] = hit.first;
        weight[size++] = kind * sure;
    }

    /**
     * Turns to one word of the article: {@link #share} answers for it until the next call. What a hit itself
     * contributed does not count for it.
     */
    void lookFrom(int word) {
        Arrays.fill(share, 0, countries, 0);
        for (int i = 0; i < size; i++) {
            if (position[i] != word) {
                double near = BASE + REACH / (REACH + Math.abs(position[i] - word));
                share[slot[i]] += weight[i] * near;
            }
        }
        double most = 0;
        for (int i = 0; i < countries; i++) {
            most = Math.max(most, share[i]);
        }
        for (int i = 0; i < countries; i++) {
            share[i] /= most + 0.5;
        }
    }

    /** How much the article speaks for a country here: 0 for not at all, nearly 1 for the country it is about. */
    double share(short country) {
        return slots[country] == 0 ? 0 : share[slots[country] - 1];
    }
}
