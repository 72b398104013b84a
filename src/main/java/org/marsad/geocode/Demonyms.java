package org.marsad.geocode;

import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Posting;
import org.marsad.geocode.Reading.Case;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Language;

/**
 * Tells adjectives of origin from place names and from other words: «الجيش المالي» is Malian, «وزارة المالية» is
 * financial, «السعودية» by itself is the state, "US troops" is an adjective.
 */
final class Demonyms {
    private static final int KNOWN = 200_000;

    private final Gazetteer gazetteer;

    Demonyms(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What a hit is before anything else is known of it; null where it is no mention at all. */
    @Nullable
    MentionKind kind(Reading reading, Hit hit, @Nullable Hit before) {
        boolean adjective = false;
        boolean name = false;
        boolean continent = false;
        var index = gazetteer.names();
        var places = gazetteer.places();
        for (int i = index.postingsBegin(hit.node); i < index.postingsEnd(hit.node); i++) {
            int posting = index.posting(i);
            if (Spotter.isWritable(reading, hit.first, hit.last, posting, places)) {
                boolean demonym = Posting.isDemonym(posting);
                adjective |= demonym;
                name |= !demonym && isKnown(Posting.place(posting));
                continent |= demonym && places.level(Posting.place(posting)) == PlaceLevel.REGION;
            }
        }
        if (!adjective) {
            return MentionKind.LITERAL;
        }
        if (reading.arabic[hit.first]) {
            return arabic(reading, hit, before, name, continent);
        }
        return latin(reading, hit, name, continent);
    }

    /** The village of Malian in China does not make "Malian" a name. */
    private boolean isKnown(int place) {
        var places = gazetteer.places();
        var level = places.level(place);
        return level == PlaceLevel.COUNTRY || level == PlaceLevel.REGION || places.population(place) > KNOWN;
    }

    private static @Nullable MentionKind arabic(
            Reading reading, Hit hit, @Nullable Hit before, boolean name, boolean continent) {
        int previous = hit.first - 1;
        boolean joined = previous >= 0 && reading.gap[hit.first].compareTo(Gap.QUOTE) <= 0;
        long head = joined ? reading.terms[previous] : 0;
        if (joined && hit.cut == 0 && Term.GIVEN.in(head) && !name) {
            return null;
        }
        if (Term.SORTHEAD.in(head)) {
            return null;
        }
        if (continent && Term.ORGHEAD.in(head)) {
            return null;
        }
        if (Term.COUNTRYWIDE.in(head) && reading.word[hit.first].contains("قطري")) {
            return null;
        }
        if (name && joined && hit.cut == 0 && isAccusativePerson(reading, previous)) {
            return MentionKind.DEMONYM;
        }
        if (name && reading.word[hit.first].endsWith("ا")) {
            // «سوريا» is the state; that it is also the accusative of "Syrian" hardly ever matters.
            return MentionKind.LITERAL;
        }
        boolean afterPlace = joined && before != null && before.last == previous;
        if (Term.AMBIGUOUS.in(reading.terms[hit.first])) {
            return ambiguous(reading, hit, head, joined, afterPlace, name);
        }
        if (!name) {
            return MentionKind.DEMONYM;
        }
        boolean definiteNoun = joined && hit.cut == 0 && isDefinite(reading.word[previous]) && !afterPlace;
        return definiteNoun ? MentionKind.DEMONYM : MentionKind.LITERAL;
    }

    private static @Nullable MentionKind ambiguous(
            Reading reading, Hit hit, long head, boolean joined, boolean afterPlace, boolean name) {
        boolean state = Term.STATEHEAD.in(head);
        boolean other = Term.OTHERHEAD.in(head);
        if (!name) {
            return state && !other || afterPlace ? MentionKind.DEMONYM : null;
        }
        if (hit.cut > 0) {
            boolean adjectives = joined && isIndefiniteAdjective(reading.word[hit.first - 1]) && !afterPlace;
            return adjectives && reading.word[hit.first].charAt(0) == 'و' ? null : MentionKind.LITERAL;
        }
        if (!joined || afterPlace || (head & (Term.PREPOSITION.bit | Term.DIRECTION.bit | Term.STATE.bit)) != 0) {
            return MentionKind.LITERAL;
        }
        var previous = reading.word[hit.first - 1];
        if (isDefinite(previous)) {
            // A bare adjective cannot follow a definite noun: «الأحداث مالي» is a new phrase.
            return MentionKind.LITERAL;
        }
        if (Term.HUMAN.in(head)) {
            return MentionKind.DEMONYM;
        }
        boolean masculine = !Term.PLURALHEAD.in(head) && !previous.endsWith("ه") && !previous.endsWith("ات");
        return masculine && (other || isIndefiniteAdjective(previous)) ? null : MentionKind.LITERAL;
    }

    /** «24 جنديا نيجيريا» */
    private static boolean isAccusativePerson(Reading reading, int at) {
        var word = reading.word[at];
        return word.length() > 3 && word.endsWith("ا") && !isDefinite(word) && reading.has(at, Term.ACCUSATIVE.bit);
    }

    private static boolean isDefinite(String word) {
        return word.length() > 4
                && (word.startsWith("ال")
                        || word.startsWith("وال")
                        || word.startsWith("بال")
                        || word.startsWith("لل")
                        || word.startsWith("فال")
                        || word.startsWith("كال"));
    }

    private static boolean isIndefiniteAdjective(String word) {
        return word.length() > 3 && word.endsWith("ي") && !isDefinite(word);
    }

    /** «en français», "in English": what is spoken. */
    private static boolean isLanguage(Reading reading, Hit hit) {
        if (hit.first == 0 || hit.words() > 1 || reading.gap[hit.first] != Gap.BLANK) {
            return false;
        }
        int after = hit.last + 1;
        boolean ends = after >= reading.size
                || reading.gap[after] != Gap.BLANK
                || reading.letterCase[after] == Case.SMALL && reading.has(after, Term.PREPOSITION.bit);
        var before = reading.word[hit.first - 1];
        return ends
                && (reading.language == Language.FR
                        ? before.equals("en") && reading.letterCase[hit.first] == Case.SMALL
                        : before.equals("in") || before.equals("speaking") || before.equals("speak"));
    }

    private static @Nullable MentionKind latin(Reading reading, Hit hit, boolean name, boolean continent) {
        int after = hit.last + 1;
        boolean followed = after < reading.size && (reading.gap[after] == Gap.BLANK || reading.isAbbreviated(after));
        if (!name && isLanguage(reading, hit)) {
            return null;
        }
        if (continent) {
            boolean organisation = reading.language == Language.FR
                    ? hit.first > 0
                            && reading.gap[hit.first] == Gap.BLANK
                            && Term.ORGHEAD.in(reading.terms[hit.first - 1])
                            && reading.letterCase[hit.first - 1] != Case.SMALL
                    : followed && Term.ORGAFTER.in(reading.terms[after]) && reading.letterCase[after] != Case.SMALL;
            if (organisation) {
                return null;
            }
        }
        if (!name) {
            return MentionKind.DEMONYM;
        }
        if (reading.language == Language.FR) {
            return reading.letterCase[hit.first] == Case.SMALL ? MentionKind.DEMONYM : MentionKind.LITERAL;
        }
        long notNoun = Term.PREPOSITION.bit | Term.ARTICLE.bit | Term.SAYING.bit | Term.NEVER.bit;
        boolean noun = followed && (reading.terms[after] & notNoun) == 0 && !reading.number[after];
        if (followed && reading.word[after].equals("and") && reading.letterCase[hit.first] == Case.CAPITALS) {
            // "US and UK strikes", "US and British jets": an adjective beside another.
            noun = after + 2 < reading.size
                    && reading.gap[after + 1] == Gap.BLANK
                    && reading.gap[after + 2] == Gap.BLANK
                    && reading.letterCase[after + 1] != Case.SMALL
                    && reading.letterCase[after + 2] == Case.SMALL
                    && (reading.terms[after + 2] & notNoun) == 0;
        }
        return noun ? MentionKind.DEMONYM : MentionKind.LITERAL;
    }
}
