package org.marsad.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.marsad.gazetteer.DivisionNames;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.text.Folding;

/**
 * Decides what the hits of one article mean, all together: each place that becomes likelier speaks for its country and
 * for the places near it, and so on for a few rounds. Hits of one name and one cue share a fate.
 */
final class Resolver {
    private static final int ROUNDS = 3;
    private static final double NEAR_KM = 40;
    private static final double INSIDE = 0.7;
    private static final double SURE = 0.3;
    private static final double SAME_PLACE_KM = 12;

    private final Places places;
    private final Weights weights;
    private final Recognition recognition;

    Resolver(Gazetteer gazetteer, Weights weights, Recognition recognition) {
        this.recognition = recognition;
        this.places = gazetteer.places();
        this.weights = weights;
    }

    /** Hits that must mean the same: one name, found under one kind of cue, and as a dateline or not. */
    private record Group(int node, long cue, boolean demonym, List<Candidate> candidates, List<Hit> hits) {}

    /** Scores the candidates of every hit and sorts them, best first. */
    void resolve(Reading reading, List<Hit> hits, Evidence evidence) {
        var groups = groups(hits);
        for (var group : groups) {
            for (var candidate : group.candidates) {
                candidate.score = candidate.prior;
                candidate.support = 0;
            }
            share(group);
        }
        for (int round = 0; round < ROUNDS; round++) {
            hits.forEach(hit -> hit.score = recognition.score(reading, hit));
            evidence.gather(hits);
            var anchors = anchors(groups);
            for (var group : groups) {
                score(reading, group, evidence, anchors);
                share(group);
            }
        }
        var anchors = anchors(groups);
        for (var group : groups) {
            explain(group, evidence, anchors);
        }
        hits.forEach(hit -> hit.score = recognition.score(reading, hit));
    }

    private static List<Group> groups(List<Hit> hits) {
        var groups = new HashMap<Long, Group>();
        var order = new ArrayList<Group>();
        for (var hit : hits) {
            long kinds = hit.context.cue() & Term.KINDS_OF_PLACE;
            long key = (long) hit.node << 32
                    | (hit.context.dateline() ? 1L << 31 : 0)
                    | kinds << 1
                    | (hit.isDemonym() ? 1 : 0);
            var group = hit.node < 0 || hit.decided ? null : groups.get(key);
            if (group == null) {
                group = new Group(hit.node, kinds, hit.isDemonym(), hit.candidates, new ArrayList<>());
                if (hit.node >= 0 && !hit.decided) {
                    groups.put(key, group);
                }
                order.add(group);
            }
            hit.candidates = group.candidates;
            group.hits.add(hit);
        }
        return order;
    }

    /** The likeliest place of each name, to measure nearness from. */
    private record Anchor(Group group, Candidate candidate) {}

    private List<Anchor> anchors(List<Group> groups) {
        var anchors = new ArrayList<Anchor>();
        for (var group : groups) {
            var best = group.candidates.getFirst();
            var level = places.level(best.place);
            double plausible = group.hits.getFirst().plausibility();
            if (!group.demonym
                    && plausible * best.probability > 0.4
                    && level != PlaceLevel.COUNTRY
                    && level != PlaceLevel.REGION) {
                anchors.add(new Anchor(group, best));
            }
        }
        return anchors;
    }

    private void score(Reading reading, Group group, Evidence evidence, List<Anchor> anchors) {
        for (var candidate : group.candidates) {
            candidate.score = candidate.prior;
            candidate.support = 0;
        }
        int shown = Math.min(4, group.hits.size());
        for (int i = 0; i < shown; i++) {
            var hit = group.hits.get(i);
            evidence.lookFrom(hit.first);
            for (var candidate : group.candidates) {
                short country = places.country(candidate.place);
                double share = country == Places.NO_COUNTRY ? 0 : weights.countryEvidence * evidence.share(country);
                double local = local(hit, candidate, country);
                candidate.score += (share + local) / shown;
                candidate.support += (share + Math.max(0, local)) / shown;
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (var candidate : group.candidates) {
            most = Math.max(most, candidate.score);
        }
        for (var candidate : group.candidates) {
            if (group.node < 0) {
                candidate.score += weights.noEvidence * (1 - evidence.share(places.country(candidate.place)));
            }
            // Nearness alone cannot save who is further behind.
            boolean hopeless = candidate.score + weights.nearby < most;
            if (!hopeless && places.level(candidate.place) != PlaceLevel.COUNTRY) {
                double nearby = weights.nearby * nearest(group, candidate, anchors);
                candidate.score += nearby;
                candidate.support += nearby;
            }
        }
    }

    private double local(Hit hit, Candidate candidate, short country) {
        double local = 0;
        if (hit.country != Places.NO_COUNTRY && country != Places.NO_COUNTRY) {
            local += hit.country == country ? weights.localCountry : weights.localOtherCountry;
        }
        if (hit.container != null && isInside(candidate, hit.container.candidates)) {
            local += weights.container;
        }
        if (hit.stated != null
                && !hit.stated.from().candidates.isEmpty()
                && hit.stated.from().best().probability > SURE
                && Bearings.fits(hit.stated, candidate.place, places)) {
            local += weights.container;
        }
        if (holdsOneBefore(hit, candidate)) {
            local += weights.container;
        }
        return local;
    }

    /** A region is the likelier where a place just before it lies in it: « dans le Yagha, région du Sahel ». */
    private boolean holdsOneBefore(Hit hit, Candidate candidate) {
        var level = places.level(candidate.place);
        var inside = hit.contained;
        return inside != null && level == PlaceLevel.ADMIN1 && isInside(inside.best(), List.of(candidate));
    }

    private boolean isInside(Candidate candidate, List<Candidate> containers) {
        var admin1 = places.admin1(candidate.place);
        for (var container : containers) {
            if (container.place == candidate.place || container.probability < 0.1) {
                continue;
            }
            boolean sameCountry = places.country(container.place) == places.country(candidate.place);
            if (sameCountry
                    && (!admin1.isEmpty() && admin1.equals(places.admin1(container.place))
                            || km(candidate.place, container.place) < NEAR_KM)) {
                return true;
            }
        }
        return false;
    }

    private double nearest(Group group, Candidate candidate, List<Anchor> anchors) {
        double most = 0;
        for (var anchor : anchors) {
            // A name that is met twice, with and without a noun before it, is not near itself.
            boolean same = anchor.group.node == group.node && anchor.candidate.place == candidate.place;
            if (anchor.group != group && !same) {
                most = Math.max(most, anchor.candidate.probability * nearness(candidate.place, anchor.candidate.place));
            }
        }
        return most;
    }

    /** From 0 to 1. A division is near what lies in it, however far its middle. */
    private double nearness(int place, int anchor) {
        var level = places.level(place);
        double near = 1 / (1 + km(place, anchor) / NEAR_KM);
        if (level == PlaceLevel.SETTLEMENT) {
            return near;
        }
        boolean inside = level == PlaceLevel.ADMIN1
                && places.country(place) == places.country(anchor)
                && !places.admin1(place).isEmpty()
                && places.admin1(place).equals(places.admin1(anchor));
        return Math.max(near, inside ? INSIDE : 0);
    }

    private double km(int one, int other) {
        return Distances.km(places.lat(one), places.lon(one), places.lat(other), places.lon(other));
    }

    /** Scores to probabilities. */
    private void share(Group group) {
        double best = Double.NEGATIVE_INFINITY;
        for (var candidate : group.candidates) {
            best = Math.max(best, candidate.score);
        }
        double sum = 0;
        for (var candidate : group.candidates) {
            candidate.probability = Math.exp((candidate.score - best) / weights.temperature);
            sum += candidate.probability;
        }
        for (var candidate : group.candidates) {
            candidate.probability /= sum;
        }
        group.candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score));
    }

    private boolean isSamePlace(int one, int other) {
        var level = places.level(other);
        if (level == PlaceLevel.COUNTRY) {
            return false;
        }
        boolean division = level == PlaceLevel.ADMIN1 || level == PlaceLevel.ADMIN2;
        return km(one, other) < SAME_PLACE_KM
                || division
                        && places.level(one) == level
                        && places.country(one) == places.country(other)
                        && bareName(one).equals(bareName(other));
    }

    private String bareName(int place) {
        var bare = DivisionNames.bare(places.name(place));
        return bare == null ? Folding.key(places.name(place)) : bare;
    }

    private void explain(Group group, Evidence evidence, List<Anchor> anchors) {
        var best = group.candidates.getFirst();
        // The same place under two ids, or a town and its commune, are no rivals.
        for (var other : group.candidates) {
            if (other != best && isSamePlace(best.place, other.place)) {
                best.probability += other.probability;
                other.probability = 0;
            }
        }
        best.probability = Math.min(1, best.probability);
        if (best.heard) {
            best.because.add("no source spells it so; it sounds like " + places.name(best.place));
        }
        var hit = group.hits.getFirst();
        evidence.lookFrom(hit.first);
        short country = places.country(best.place);
        if (hit.country != Places.NO_COUNTRY && hit.country == country) {
            best.because.add(0, "the words beside it name its country");
        }
        if (hit.container != null && isInside(best, hit.container.candidates)) {
            best.because.add(0, "it lies in the region that the text names");
        }
        if (hit.stated != null
                && !hit.stated.from().candidates.isEmpty()
                && Bearings.fits(hit.stated, best.place, places)) {
            best.because.add(0, "it lies where the text says from another place");
        }
        if (evidence.share(country) > 0.4 && places.level(best.place) != PlaceLevel.COUNTRY) {
            best.because.add("the article is about " + Places.countryCode(country));
        }
        if (nearest(group, best, anchors) > 0.4) {
            best.because.add("near other places of the article");
        }
        if (places.isCurated(best.place)) {
            best.because.add("in the curated gazetteer");
        }
        if (places.population(best.place) > 0 && group.candidates.size() > 1) {
            best.because.add("population " + places.population(best.place));
        }
    }
}
