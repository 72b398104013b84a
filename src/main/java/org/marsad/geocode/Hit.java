package org.marsad.geocode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Places;
import org.marsad.text.Span;

/** A stretch of words that may be a place name, and what was found out about it. Lives while one article is parsed. */
final class Hit {
    /** First and last word. */
    final int first;

    final int last;
    /** Folded characters at the beginning of the first word that are clitics. */
    final int cut;
    /** The name's node in the index, or -1 for a name that only sounds like one. */
    final int node;

    /** About the logarithm of the population of the best-known place of this name. */
    double strength;

    MentionKind kind = MentionKind.LITERAL;
    /** The words around: see {@link Context}. */
    Context context = Context.NONE;
    /** How surely this is a toponym; see {@link Recognition}. */
    double score;
    /** What it may mean; best first once resolved. */
    List<Candidate> candidates = List.of();
    /** A country that the words beside the name give it: «غاو المالية», "Gao, Mali". */
    short country = Places.NO_COUNTRY;
    /** The hit that says where this one lies: «في منطقة سيغو», or null. */
    @Nullable
    Hit container;
    /** The hit that this one, a division, may hold: the other end of {@link #container}. */
    @Nullable
    Hit contained;
    /** Whether somebody decided by hand what it means. */
    boolean decided;
    /** How far the text says that it is from another, or null. */
    Bearings.@Nullable Stated stated;
    /** The hit before it in an enumeration, or null. */
    @Nullable
    Hit listedAfter;

    Hit(int first, int last, int cut, int node) {
        this.first = first;
        this.last = last;
        this.cut = cut;
        this.node = node;
    }

    int words() {
        return last - first + 1;
    }

    boolean isDemonym() {
        return kind == MentionKind.DEMONYM;
    }

    /** The score as a share of one, near 0 where the hit is hardly a toponym. */
    double plausibility() {
        return 1 / (1 + Math.exp(-score));
    }

    Candidate best() {
        return candidates.getFirst();
    }

    Span span(Reading reading) {
        return reading.span(first, cut, last);
    }
}
