package org.marsad.geocode;

import java.util.ArrayList;
import java.util.List;

/** A place that a hit may mean, while its score grows. */
final class Candidate {
    /** Ordinal in {@link org.marsad.gazetteer.Places}. */
    final int place;
    /** The posting under which the name was found. */
    final int posting;
    /** What does not change while the article is resolved. */
    double prior;

    /** Whether a cue says that it is of this kind. */
    boolean kindMatched;

    double score;

    /** What in the article speaks for it, as a part of the score; what speaks against it does not count. */
    double support;

    /** Share of the probability among the hit's candidates. */
    double probability;
    /** Whether it was found by its sound. */
    boolean heard;

    /** For a generated name: how badly the sounds fit, 0 for perfectly. */
    double distance;

    final List<String> because = new ArrayList<>(4);

    Candidate(int place, int posting) {
        this.place = place;
        this.posting = posting;
    }
}
