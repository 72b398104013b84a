package org.marsad.geocode;

import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.geocode.Reading.Case;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Language;

/** Decides whether a hit is a toponym: from how well its best candidate suits the article and from the words around. */
final class Recognition {
    /** Ranks in the lists of common words. */
    private static final int MOST_COMMON = 600;

    private static final int VERY_COMMON = 3000;

    /** Arabic words of so few letters are often another word. */
    private static final int SHORT = 3;

    /** The lists of common words hold the names of great cities too. */
    private static final int GREAT_CITY = 300_000;

    /** The score of what needs no weighing. */
    private static final double SURE = 5;

    private final Gazetteer gazetteer;
    private final Weights weights;
    private final Lexicon lexicon;

    Recognition(Gazetteer gazetteer, Weights weights, Lexicon lexicon) {
        this.gazetteer = gazetteer;
        this.weights = weights;
        this.lexicon = lexicon;
    }

    /** Positive for a toponym; the more so the surer. The hit's candidates must be sorted, best first. */
    double score(Reading reading, Hit hit) {
        if (hit.isDemonym() || hit.decided) {
            return SURE;
        }
        if (Term.AGENCY.in(reading.terms[hit.first]) && isBracketed(reading, hit)) {
            return -weights.threshold;
        }
        if (!reading.arabic[hit.first] && (hit.words() > 1 && isNever(reading, hit) || isSum(reading, hit))) {
            return -weights.threshold;
        }
        var context = hit.context;
        var best = hit.best();
        var level = gazetteer.places().level(best.place);
        double score = best.score - weights.threshold;
        // The cue already spoke in the candidate's score, for or against.
        score += context.hasKind() ? weights.cue - (best.kindMatched ? weights.cueMatch : weights.cueMismatch) : 0;
        score += !context.hasKind() && context.hasCue() ? weights.nearWord : 0;
        double commonness = hit.words() > 1 ? weights.manyWords : hit.node < 0 ? 0 : commonness(reading, hit, level);
        // Prepositions and commas stand before every Arabic noun.
        boolean noun = reading.arabic[hit.first] && commonness <= weights.commonWord;
        // «محافظة صعدة», «محافظة حلب»: behind the noun for a division the commonest word is its name.
        boolean division = level == PlaceLevel.ADMIN1
                && best.kindMatched
                && !gazetteer.places().isCurated(best.place);
        score += division ? weights.curated - Math.min(0, commonness) : 0;
        score += context.preposition() && !noun ? weights.preposition : 0;
        score += context.listed() && (!noun || context.enclosed()) ? weights.listed : 0;
        score += context.enclosed() ? weights.enclosed : 0;
        score += context.person() ? weights.person : 0;
        score += context.namesake() && level == PlaceLevel.SETTLEMENT ? weights.namesake : 0;
        score += context.stranger() && level == PlaceLevel.SETTLEMENT ? weights.stranger : 0;
        score += context.compound() && level == PlaceLevel.SETTLEMENT ? weights.compound : 0;
        score += commonness;
        if (!reading.arabic[hit.first] && !reading.sentenceStart[hit.first] && !reading.titleCase[hit.first]) {
            score += weights.capitalInSentence;
        }
        if (hit.cut > 0 && gazetteer.places().population(best.place) < 50_000) {
            score += weights.cutWeak;
        }
        return score;
    }

    /** Whether even the best of evidence could not make a toponym of a hit; its candidates have no scores yet. */
    boolean isHopeless(Reading reading, Hit hit) {
        if (hit.isDemonym() || hit.decided) {
            return false;
        }
        var best = hit.best();
        best.score = best.prior + weights.countryEvidence + weights.nearby;
        best.score += hit.country != Places.NO_COUNTRY ? weights.localCountry : 0;
        best.score += hit.container != null || hit.contained != null ? 2 * weights.container : 0;
        best.score += hit.stated != null ? weights.container : 0;
        return score(reading, hit) <= 0;
    }

    /** "US$ 3 million". */
    private static boolean isSum(Reading reading, Hit hit) {
        int end = hit.span(reading).end();
        return end < reading.text.length() && reading.text.charAt(end) == '$';
    }

    private boolean isNever(Reading reading, Hit hit) {
        var phrase = new StringBuilder(reading.word[hit.first]);
        for (int i = hit.first + 1; i <= hit.last; i++) {
            phrase.append(' ').append(reading.word[i]);
        }
        return Term.NEVER.in(lexicon.terms(phrase.toString(), reading.latinLanguage()));
    }

    private static boolean isBracketed(Reading reading, Hit hit) {
        return reading.gap[hit.first].compareTo(Gap.OPENING) >= 0
                && (hit.last + 1 == reading.size || reading.gap[hit.last + 1].compareTo(Gap.OPENING) >= 0);
    }

    private double commonness(Reading reading, Hit hit, PlaceLevel level) {
        if (level == PlaceLevel.COUNTRY || level == PlaceLevel.REGION) {
            return 0;
        }
        boolean arabic = reading.arabic[hit.first];
        boolean own = gazetteer.places().isCurated(hit.best().place);
        if (Term.EVERYDAY.in(reading.terms[hit.first]) && !own) {
            return weights.veryCommonWord;
        }
        var word = arabic ? reading.word[hit.first].substring(hit.cut) : reading.word[hit.first];
        var language = arabic ? Language.AR : reading.latinLanguage();
        int rank = lexicon.rank(word, language);
        int whole = arabic && hit.cut > 0 ? lexicon.rank(reading.word[hit.first], language) : Lexicon.UNCOMMON;
        rank = Math.min(rank, whole);
        boolean great = gazetteer.places().population(hit.best().place) > GREAT_CITY;
        // «لجنة» is a committee before it is «ل» and Djenné.
        boolean otherWord = whole != Lexicon.UNCOMMON && lexicon.arabicWordness(reading.word[hit.first]) == 1;
        double common = otherWord ? weights.veryCommonWord : common(rank);
        boolean capitals = !arabic && reading.letterCase[hit.first] == Case.CAPITALS;
        if (great && !capitals && (rank >= MOST_COMMON || !arabic)) {
            common = 0;
        }
        if (!arabic && !reading.sentenceStart[hit.first] && !reading.titleCase[hit.first]) {
            common /= 2;
        }
        if (arabic && rank == Lexicon.UNCOMMON && !great) {
            double wordness = lexicon.arabicWordness(word);
            common = weights.dictionaryWord * wordness * (own ? 0.5 : 1);
            // Outside every dictionary, it is a name of something or somebody.
            boolean foreign = wordness <= ArabicWords.HARDLY && word.length() > SHORT && hit.node >= 0;
            common += foreign ? weights.foreignWord : 0;
        }
        if (arabic && word.length() <= SHORT && !own) {
            common += weights.shortWord;
        }
        return common + (Term.GIVEN.in(reading.terms[hit.first]) ? weights.given : 0);
    }

    private double common(int rank) {
        if (rank < MOST_COMMON) {
            return weights.veryCommonWord;
        }
        if (rank < VERY_COMMON) {
            return weights.commonWord;
        }
        return rank < Lexicon.UNCOMMON ? weights.fairlyCommonWord : 0;
    }
}
