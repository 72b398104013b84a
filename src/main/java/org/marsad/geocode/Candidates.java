package org.marsad.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.gazetteer.DivisionNames;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.gazetteer.Posting;
import org.marsad.text.Folding;

/** What a hit may mean, with the part of the score that the rest of the article does not change. */
final class Candidates {
    /** Nobody calls a place of so many inhabitants a village. */
    static final int NO_VILLAGE = 100_000;

    /** San Antonio and its like: only the likeliest are looked at further. */
    private static final short MOROCCO = Places.countryCode("MA");

    private static final int MOST = 24;

    private static final int MOST_NAMESAKES = 4;

    /** About the logarithm of the people of a seat of a first-level division. */
    private static final double SEAT = 4.3;

    private final Weights weights;
    private final Places places;
    private final NameIndex names;

    Candidates(Gazetteer gazetteer, Weights weights) {
        this.weights = weights;
        this.places = gazetteer.places();
        this.names = gazetteer.names();
    }

    /** Best prior first; empty where no posting suits the hit's kind and its writing. */
    List<Candidate> list(Reading reading, Hit hit) {
        var list = new ArrayList<Candidate>();
        for (int i = names.postingsBegin(hit.node); i < names.postingsEnd(hit.node); i++) {
            int posting = names.posting(i);
            if (Posting.isDemonym(posting) == hit.isDemonym()
                    && Spotter.isWritable(reading, hit.first, hit.last, posting, places)) {
                var candidate = new Candidate(Posting.place(posting), posting);
                candidate.prior = prior(candidate, hit.context);
                list.add(candidate);
            }
        }
        if (reading.arabic[hit.first] && !hit.isDemonym()) {
            addNamesakes(reading, hit, list);
        }
        if (list.size() > 1) {
            favourSecondOrder(hit, list);
            list.sort(Comparator.comparingDouble((Candidate c) -> -c.prior));
        }
        return list.size() > MOST ? new ArrayList<>(list.subList(0, MOST)) : list;
    }

    /**
     * « La province du Soum » is the smaller of two divisions of that name: where the word before it may mean either
     * order, the second is meant; but «إقليم» is a region everywhere outside Morocco.
     */
    private void favourSecondOrder(Hit hit, List<Candidate> list) {
        if ((hit.context.cue() & Term.ADMIN2.bit) == 0) {
            return;
        }
        for (var candidate : list) {
            boolean region = (hit.context.cue() & Term.AREA.bit) != 0 && places.country(candidate.place) != MOROCCO;
            if (places.level(candidate.place) == PlaceLevel.ADMIN2
                    && !region
                    && list.stream()
                            .anyMatch(c -> places.level(c.place) == PlaceLevel.ADMIN1
                                    && places.country(c.place) == places.country(candidate.place))) {
                candidate.prior += weights.admin1 - weights.admin2 + weights.official;
            }
        }
    }

    /**
     * A spelling that a source attests for one Washington is that of every Washington, and that of a division is that
     * of the town it is called after: sources give Arabic names to few places.
     */
    private void addNamesakes(Reading reading, Hit hit, List<Candidate> list) {
        int attested = Math.min(list.size(), MOST_NAMESAKES);
        for (int i = 0; i < attested; i++) {
            var known = list.get(i);
            var level = places.level(known.place);
            boolean state = level == PlaceLevel.COUNTRY && (hit.context.cue() & Term.ADMIN1.bit) != 0;
            boolean town = level == PlaceLevel.SETTLEMENT && !places.isCurated(known.place);
            boolean division = level == PlaceLevel.ADMIN1 || level == PlaceLevel.ADMIN2;
            if (state || town) {
                addNamesakes(known, Folding.key(places.name(known.place)), reading, hit, list);
            } else if (division && !hasTown(list, places.country(known.place))) {
                var bare = DivisionNames.bare(places.name(known.place));
                addNamesakes(known, bare == null ? Folding.key(places.name(known.place)) : bare, reading, hit, list);
            }
        }
    }

    private boolean hasTown(List<Candidate> list, short country) {
        return list.stream()
                .anyMatch(c -> places.level(c.place) == PlaceLevel.SETTLEMENT && places.country(c.place) == country);
    }

    private void addNamesakes(Candidate known, String name, Reading reading, Hit hit, List<Candidate> list) {
        reading.footprint.name(name);
        boolean division =
                places.level(known.place) == PlaceLevel.ADMIN1 || places.level(known.place) == PlaceLevel.ADMIN2;
        int node = names.find(name);
        for (int at = node < 0 ? 0 : names.postingsBegin(node); node >= 0 && at < names.postingsEnd(node); at++) {
            int posting = names.posting(at);
            int place = Posting.place(posting);
            boolean seat = places.level(place) == PlaceLevel.SETTLEMENT
                    && places.country(place) == places.country(known.place);
            if (!Posting.isDemonym(posting)
                    && !Posting.isCapitalsOnly(posting)
                    && (!division || seat)
                    && list.stream().noneMatch(c -> c.place == place)) {
                var candidate = new Candidate(place, posting);
                candidate.prior = prior(candidate, hit.context) + weights.sharedName;
                list.add(candidate);
            }
        }
    }

    double prior(Candidate candidate, Context context) {
        int place = candidate.place;
        var level = places.level(place);
        // How many live in a division says nothing of how often it is named.
        int people = level == PlaceLevel.SETTLEMENT ? places.population(place) : 0;
        double prior = level == PlaceLevel.COUNTRY
                ? 0
                : weights.population * (people > 0 ? Math.log10(1 + people) : unpeopled(places.feature(place)));
        prior += places.isCurated(place) ? weights.curated : 0;
        prior += Posting.kind(candidate.posting) == NameKind.OFFICIAL ? weights.official : 0;
        prior += levelPrior(place, level);
        if (context.article() && level != PlaceLevel.SETTLEMENT) {
            prior += weights.article;
        }
        if (context.dateline() && places.feature(place).equals("PPLC")) {
            prior += weights.cueMatch;
        }
        long kinds = context.cue() & Term.KINDS_OF_PLACE;
        if (kinds != 0) {
            boolean tooLarge = (context.cue() & Term.VILLAGE.bit) != 0 && people >= NO_VILLAGE;
            if ((kinds & kindsOf(place, level)) != 0 && !tooLarge) {
                prior += weights.cueMatch;
                candidate.kindMatched = true;
                candidate.because.add("the word before or after it says what kind of place it is");
            } else {
                prior += level == PlaceLevel.COUNTRY ? weights.countryMismatch : weights.cueMismatch;
            }
        }
        return prior;
    }

    /** Where a source does not say how many live there: a seat of a division is no hamlet. */
    private double unpeopled(String feature) {
        return switch (feature) {
            case "PPLA", "PPLC" -> Math.max(weights.unpeopled, SEAT);
            case "PPLA2" -> Math.max(weights.unpeopled, SEAT - 0.5);
            case "PPLA3" -> Math.max(weights.unpeopled, SEAT - 1);
            default -> weights.unpeopled;
        };
    }

    private double levelPrior(int place, PlaceLevel level) {
        var feature = places.feature(place);
        return switch (level) {
            // A state is known whatever its size: its population does not count again.
            case COUNTRY -> weights.country;
            case REGION -> places.isCurated(place) ? weights.region : weights.feature;
            case ADMIN1 -> weights.admin1;
            case ADMIN2 -> weights.admin2;
            case FEATURE -> places.isCurated(place) ? weights.ownFeature : weights.feature;
            case SETTLEMENT ->
                switch (feature) {
                    case "PPLC" -> weights.capital;
                    case "PPLX" -> weights.section;
                    case "PPLQ", "PPLH", "PPLW" -> weights.abandoned;
                    default -> 0L;
                };
        };
    }

    /** The kinds of place, as bits of {@link Term}, that a place can be called. */
    private long kindsOf(int place, PlaceLevel level) {
        return switch (level) {
            case COUNTRY -> Term.STATE.bit | Term.AREA.bit;
            case ADMIN1 -> Term.ADMIN1.bit | Term.AREA.bit;
            case ADMIN2 -> Term.ADMIN2.bit | Term.AREA.bit;
            case REGION -> Term.AREA.bit | Term.MOUNTAIN.bit | Term.RIVER.bit | Term.FOREST.bit;
            case SETTLEMENT ->
                places.feature(place).equals("PPLX") ? Term.QUARTER.bit | Term.SETTLEMENT.bit : Term.SETTLEMENT.bit;
            case FEATURE -> kindsOfFeature(places.feature(place));
        };
    }

    private static long kindsOfFeature(String feature) {
        return switch (feature.isEmpty() ? ' ' : feature.charAt(0)) {
            case 'S' -> feature.startsWith("STM") ? Term.RIVER.bit : Term.SETTLEMENT.bit;
            case 'L', 'R', 'D' ->
                feature.startsWith("LK")
                                || feature.startsWith("LAKE")
                                || feature.startsWith("RSV")
                                || feature.startsWith("DAM")
                        ? Term.LAKE.bit
                        : Term.AREA.bit | Term.FOREST.bit;
            case 'M', 'H', 'C' -> Term.MOUNTAIN.bit;
            case 'F', 'P' -> Term.FOREST.bit | Term.LAKE.bit;
            case 'I' -> Term.ISLAND.bit;
            case 'W' -> Term.RIVER.bit;
            default -> 0L;
        };
    }
}
