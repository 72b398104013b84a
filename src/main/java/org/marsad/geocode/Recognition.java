package org.marsad.geocode;

import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Reading.Case;

/** Decides whether a hit is a toponym: from how well its best candidate suits the article and from the words around. */
final class Recognition {
    private static final int VERY_COMMON = 3000;

    private final Gazetteer gazetteer;
    private final Weights weights;
    private final Lexicon lexicon;

    Recognition(Gazetteer gazetteer, Weights weights, Lexicon lexicon) {
        this.gazetteer = gazetteer;
        this.weights = weights;
        this.lexicon = lexicon;
    }

    /** Positive for a toponym; the more so the surer. The hit's candidates must be resolved. */
    double score(Reading reading, Hit hit) {
        if (hit.isDemonym()) {
            return 5;
        }
        var context = hit.context;
        var best = hit.best();
        var level = gazetteer.places().level(best.place);
        double score = best.score - weights.threshold;
        // The cue already spoke in the candidate's score, for or against.
        score += context.hasKind() ? weights.cue - (isKindMatched(best) ? weights.cueMatch : weights.cueMismatch) : 0;
        score += !context.hasKind() && context.hasCue() ? weights.nearWord : 0;
        score += context.preposition() ? weights.preposition : 0;
        score += context.listed() ? weights.listed : 0;
        score += context.person() ? weights.person : 0;
        score += context.stranger() && level == PlaceLevel.SETTLEMENT ? weights.stranger : 0;
        score += hit.words() > 1 ? weights.manyWords : 0;
        if (hit.words() == 1) {
            score += commonness(reading, hit, level);
        }
        if (!reading.arabic[hit.first] && !reading.sentenceStart[hit.first] && !reading.titleCase[hit.first]) {
            score += weights.capitalInSentence;
        }
        if (hit.cut > 0 && gazetteer.places().population(best.place) < 50_000) {
            score += weights.cutWeak;
        }
        return score;
    }

    private static boolean isKindMatched(Candidate candidate) {
        return candidate.because.stream().anyMatch(b -> b.startsWith("the word before"));
    }

    private double commonness(Reading reading, Hit hit, PlaceLevel level) {
        if (level == PlaceLevel.COUNTRY || level == PlaceLevel.REGION) {
            return 0;
        }
        boolean arabic = reading.arabic[hit.first];
        var word = arabic ? reading.word[hit.first].substring(hit.cut) : reading.word[hit.first];
        boolean wholeCapitals = !arabic && reading.letterCase[hit.first] == Case.CAPITALS;
        int rank =
                arabic ? lexicon.rank(word, org.marsad.text.Language.AR) : lexicon.rank(word, reading.latinLanguage());
        double common =
                rank < VERY_COMMON ? weights.commonWord : rank < Lexicon.UNCOMMON ? weights.fairlyCommonWord : 0;
        // The list of common words holds the names of great cities too.
        if (gazetteer.places().population(hit.best().place) > 300_000 && !wholeCapitals) {
            common = 0;
        }
        return common + (Term.GIVEN.in(reading.terms[hit.first]) ? weights.given : 0);
    }
}
