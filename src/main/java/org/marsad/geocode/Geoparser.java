package org.marsad.geocode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.text.ArticleText;
import org.marsad.text.Span;

/** Finds the toponyms of an article and the places they mean. Immutable; safe for use by many threads. */
public final class Geoparser {
    private static final int MOST_ALTERNATIVES = 5;
    private static final double TIE = 0.03;
    private static final double ELSEWHERE_KM = 161;

    /** That a name which no gazetteer has is a toponym at all. */
    private static final double UNPLACED = 0.6;

    private static final int KNOWN_TOWN = 100_000;

    /** What the article must add to a candidate's score to speak for it. */
    private static final double SUPPORTED = 0.5;

    private final Gazetteer gazetteer;
    private final Lexicon lexicon;
    private final Weights weights;
    private final RunTogether runTogether;
    private final Spotter spotter;
    private final Demonyms demonyms;
    private final Candidates candidates;
    private final UnlistedNames unlistedNames;
    private final Bearings bearings = new Bearings();
    private final UnplacedNames unplacedNames;
    private final Recognition recognition;
    private final Resolver resolver;

    public Geoparser(Gazetteer gazetteer) {
        this(gazetteer, new Lexicon(), new Weights());
    }

    /** The same over another gazetteer. Cheap: the words it knows are shared. */
    public Geoparser withGazetteer(Gazetteer other) {
        return new Geoparser(other, lexicon, weights);
    }

    private Geoparser(Gazetteer gazetteer, Lexicon lexicon, Weights weights) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
        this.weights = weights;
        runTogether = new RunTogether(gazetteer);
        spotter = new Spotter(gazetteer);
        demonyms = new Demonyms(gazetteer);
        candidates = new Candidates(gazetteer, weights);
        unlistedNames = new UnlistedNames(gazetteer, lexicon, candidates, weights);
        unplacedNames = new UnplacedNames(lexicon);
        recognition = new Recognition(gazetteer, weights, lexicon);
        resolver = new Resolver(gazetteer, weights, recognition);
    }

    /** The mentions of an article, all four kinds, in order of appearance; they do not overlap. */
    public List<Mention> parse(String text, ArticleText article) {
        return parse(text, article, Decisions.NONE, Footprint.none());
    }

    /**
     * The same, told what was decided by hand.
     *
     * @param footprint gathers what of the gazetteer is looked at
     */
    public List<Mention> parse(String text, ArticleText article, Decisions decisions, Footprint footprint) {
        var reading = new Reading(text, article, lexicon, runTogether, footprint);
        var decided = new Decided(reading, article, decisions, gazetteer.places());
        var hits = hits(reading, decided);
        var mentions = new ArrayList<Mention>();
        var elsewhere = elsewhere(hits);
        for (var hit : hits) {
            if (hit.score > 0) {
                mentions.add(mention(reading, hit, elsewhere));
            }
        }
        for (var span : unplacedNames.list(reading, UnplacedNames.taken(reading, hits))) {
            if (decided.isNoPlace(span)) {
                continue;
            }
            var doubted =
                    hits.stream().filter(hit -> hit.span(reading).equals(span)).findFirst();
            mentions.add(doubted.isPresent() ? mention(reading, doubted.get(), elsewhere) : unplaced(text, span));
        }
        mentions.sort(Comparator.comparingInt(mention -> mention.span().begin()));
        return mentions;
    }

    private static Mention unplaced(String text, Span span) {
        return new Mention(
                span,
                span.in(text),
                MentionKind.LITERAL,
                null,
                UNPLACED,
                List.of("the words around say that it is a place; the gazetteer has none of that name"),
                List.of());
    }

    /**
     * A stretch of text that may be a toponym.
     *
     * @param score above 0 it is taken for a toponym
     * @param places the ordinals of all that it may mean, likeliest first
     * @param probabilities of each of them
     * @param features of the first, for {@link Confidence}
     */
    public record Considered(
            Span span, boolean demonym, double score, int[] places, double[] probabilities, double[] features) {}

    /** The same with other weights, by the names of {@code gazetteer/lexicon/weights.tsv}: for fitting them. */
    public Geoparser withWeights(Map<String, Double> others) {
        return new Geoparser(gazetteer, lexicon, new Weights(others));
    }

    /** What was looked at in an article, taken for a toponym or not: for measuring. */
    public List<Considered> considered(String text, ArticleText article) {
        var reading = read(text, article);
        return hits(reading).stream()
                .map(hit -> new Considered(
                        hit.span(reading),
                        hit.isDemonym(),
                        hit.score,
                        hit.candidates.stream().mapToInt(c -> c.place).toArray(),
                        hit.candidates.stream().mapToDouble(c -> c.probability).toArray(),
                        Confidence.features(reading, hit, gazetteer.places())))
                .toList();
    }

    /** Everything that was looked at, resolved and scored; only what scores above 0 is a mention. */
    List<Hit> hits(Reading reading) {
        return hits(reading, Decided.NOTHING);
    }

    private List<Hit> hits(Reading reading, Decided decided) {
        var hits = spot(reading, decided);
        resolver.resolve(reading, hits, new Evidence(gazetteer));
        return hits;
    }

    Reading read(String text, ArticleText article) {
        return new Reading(text, article, lexicon, runTogether, Footprint.none());
    }

    /** The countries that an article speaks of: those it names, and those of towns that are known well. */
    private BitSet countries(List<Hit> hits) {
        var countries = new BitSet();
        var places = gazetteer.places();
        for (var hit : hits) {
            int place = hit.best().place;
            if (places.country(place) != Places.NO_COUNTRY
                    && (places.level(place) == PlaceLevel.COUNTRY
                            || places.isCurated(place)
                            || places.population(place) > KNOWN_TOWN)) {
                countries.set(places.country(place));
            }
        }
        return countries;
    }

    private List<Hit> spot(Reading reading, Decided decided) {
        var spotted = new ArrayList<Hit>();
        var hitAt = new @Nullable Hit[reading.size];
        Hit before = null;
        for (var hit : spotter.list(reading)) {
            if (decided.isNoPlace(hit)) {
                continue;
            }
            var kind = decided.has(hit) ? MentionKind.LITERAL : demonyms.kind(reading, hit, before);
            if (kind != null) {
                hit.kind = kind;
                spotted.add(hit);
                for (int i = hit.first; i <= hit.last; i++) {
                    hitAt[i] = hit;
                }
                before = hit;
            }
        }
        for (var hit : spotted) {
            hit.context = Context.of(reading, hit, hitAt, lexicon);
            hit.candidates = decided.has(hit) ? decided.candidates(hit) : candidates.list(reading, hit);
        }
        spotted.removeIf(hit -> hit.candidates.isEmpty());
        var countries = countries(spotted);
        var unlisted = decided.apply(unlistedNames.list(reading, hitAt, countries));
        for (var hit : decided.missing(hitAt)) {
            hit.context = Context.of(reading, hit, hitAt, lexicon);
            unlisted.add(hit);
        }
        if (!unlisted.isEmpty()) {
            spotted.removeIf(hit -> hitAt[hit.first] != hit && hitAt[hit.last] != hit);
            for (var hit : spotted) {
                // An enumeration may begin with a name that no source spells.
                if (hit.first > 0 && hitAt[hit.first - 1] != null && hitAt[hit.first - 1].node < 0) {
                    hit.context = Context.of(reading, hit, hitAt, lexicon);
                    hit.candidates = hit.decided ? hit.candidates : candidates.list(reading, hit);
                }
            }
        }
        spotted.forEach(hit -> unlistedNames.addSoundalikes(reading, hit, countries));
        spotted.addAll(unlisted);
        spotted.sort(Comparator.comparingInt(hit -> hit.first));
        spotted.forEach(hit -> Neighbours.relate(reading, hit, hitAt, gazetteer));
        spotted.forEach(hit -> hit.stated = hit.isDemonym() ? null : bearings.find(reading, hit, hitAt));
        spotted.removeIf(hit -> recognition.isHopeless(reading, hit));
        return spotted;
    }

    private Mention mention(Reading reading, Hit hit, BitSet elsewhere) {
        var span = hit.span(reading);
        var best = hit.best();
        var kind = hit.isDemonym() ? MentionKind.DEMONYM : kind(reading, hit, best);
        var doubt = doubt(hit, elsewhere);
        boolean tied = doubt != null;
        var losers = hit.candidates.stream()
                .skip(tied ? 0 : 1)
                .limit(MOST_ALTERNATIVES)
                .map(c -> new Mention.Alternative(gazetteer.places().id(c.place), Math.min(1, c.probability)))
                .toList();
        double toponym = 1 / (1 + Math.exp(-hit.score - 1));
        return new Mention(
                span,
                span.in(reading.text),
                kind,
                tied ? null : gazetteer.places().get(best.place),
                tied ? toponym : confidence(reading, hit),
                doubt == null ? best.because : List.of(doubt),
                losers);
    }

    private double confidence(Reading reading, Hit hit) {
        return hit.decided ? Decided.CONFIDENCE : Confidence.of(reading, hit, gazetteer.places(), weights);
    }

    /** Why no place is better than the best candidate, or null. */
    private @Nullable String doubt(Hit hit, BitSet elsewhere) {
        if (isTied(hit)) {
            return "several places fit equally well";
        }
        return elsewhere.get(hit.best().place) && !isSupported(hit)
                ? "the places of that name that are known lie elsewhere than the text says"
                : null;
    }

    /**
     * The places that are found for a name although the text says of it what is not true of them (a country, a region,
     * where it lies from another place, that it is a village), and nothing in the article speaks for them: then the name is
     * that of a place which the gazetteer lacks. A dot in a wrong country is worse than none.
     */
    private BitSet elsewhere(List<Hit> hits) {
        var elsewhere = new BitSet();
        for (var hit : hits) {
            if (hit.score > 0 && !isSupported(hit) && isElsewhere(hit)) {
                elsewhere.set(hit.best().place);
            }
        }
        return elsewhere;
    }

    private boolean isSupported(Hit hit) {
        var best = hit.best();
        return hit.decided
                || hit.isDemonym()
                || gazetteer.places().level(best.place) != PlaceLevel.SETTLEMENT
                || best.support > SUPPORTED && !isOfOtherDivision(hit);
    }

    private boolean isElsewhere(Hit hit) {
        int place = hit.best().place;
        var places = gazetteer.places();
        short country = places.country(place);
        boolean otherCountry = hit.country != Places.NO_COUNTRY && hit.country != country;
        boolean tooLarge =
                (hit.context.cue() & Term.VILLAGE.bit) != 0 && places.population(place) >= Candidates.NO_VILLAGE;
        boolean astray = hit.stated != null
                && isOfOther(country, hit.stated.from())
                && !Bearings.fits(hit.stated, place, places);
        boolean outside = hit.container != null && isOfOther(country, hit.container);
        // A great town is named where others are spoken of; what stands near it need not be said of it.
        boolean known = places.population(place) > KNOWN_TOWN;
        return tooLarge || astray || !known && (otherCountry || outside || isOfOtherDivision(hit));
    }

    /** «قرية بيمي بمنطقة شيبوك»: what only sounds alike lies in the division that the text names. */
    private boolean isOfOtherDivision(Hit hit) {
        var container = hit.container;
        if (!hit.best().heard || container == null || container.candidates.isEmpty()) {
            return false;
        }
        var places = gazetteer.places();
        var own = places.admin1(hit.best().place);
        var around = places.admin1(container.best().place);
        return !own.isEmpty() && !around.isEmpty() && !own.equals(around);
    }

    private boolean isOfOther(short country, Hit other) {
        return !other.candidates.isEmpty() && gazetteer.places().country(other.best().place) != country;
    }

    /** Whether nothing speaks for the best candidate over the next, which lies elsewhere. */
    private boolean isTied(Hit hit) {
        if (hit.candidates.size() < 2) {
            return false;
        }
        var best = hit.candidates.getFirst();
        var next = hit.candidates.get(1);
        var places = gazetteer.places();
        return best.probability - next.probability < TIE
                && Distances.km(
                                places.lat(best.place),
                                places.lon(best.place),
                                places.lat(next.place),
                                places.lon(next.place))
                        > ELSEWHERE_KM;
    }

    /** The word before a hit, its French or English particles passed over. */
    private static int before(Reading reading, Hit hit) {
        int before = hit.first - 1;
        while (before > 0 && !reading.arabic[before] && reading.has(before, Term.NESTLINK.bit)) {
            before--;
        }
        return before;
    }

    private MentionKind kind(Reading reading, Hit hit, Candidate best) {
        boolean fighters = gazetteer.places().level(best.place) == PlaceLevel.REGION
                && (hit.context.cue() & (Term.ADMIN1.bit | Term.AREA.bit)) == Term.ADMIN1.bit;
        // «ولاية الساحل»: the Islamic State calls its branches so.
        boolean group = gazetteer.places().level(best.place) == PlaceLevel.REGION
                && hit.cut == 0
                && reading.has(before(reading, hit), Term.GROUP.bit);
        if (hit.context.nested() || fighters || group) {
            return MentionKind.NESTED;
        }
        boolean state = gazetteer.places().level(best.place) == PlaceLevel.COUNTRY
                || gazetteer.places().feature(best.place).equals("PPLC");
        boolean speaks = state
                && hit.cut == 0
                && !hit.context.preposition()
                && !hit.context.hasCue()
                && (reading.has(hit.first - 1, Term.SAYING.bit) && reading.arabic[hit.first]
                        || reading.has(hit.last + 1, Term.SAYING.bit) && reading.inOneSentence(hit.last, hit.last + 1));
        return speaks ? MentionKind.METONYM : MentionKind.LITERAL;
    }
}
