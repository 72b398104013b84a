package org.marsad.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.gazetteer.Posting;
import org.marsad.geocode.Reading.Case;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Clitics;
import org.marsad.text.Language;

/**
 * Finds the stretches of an article that stand in the gazetteer: at each word the longest name, read with and without
 * the particles that Arabic joins to it. The hits do not overlap; whether they are place names is decided later.
 */
final class Spotter {
    private static final int LONGEST_INITIALS = 4;
    /** Before a town, whose name may be in capitals. */
    private static final Set<String> LOCATING =
            Set.of("a", "de", "dans", "vers", "pres", "entre", "in", "at", "near", "from", "to", "into", "outside");

    /** The strength of a state's name. */
    private static final double STATE = 9;

    private static final Set<String> ARTICLES = Set.of("el", "al", "as", "ash", "ad", "ar", "an", "at", "az");

    private final Gazetteer gazetteer;
    private final NameIndex names;

    Spotter(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.names = gazetteer.names();
    }

    List<Hit> list(Reading reading) {
        for (int i = 0; i < reading.size; i++) {
            reading.footprint.word(reading.word[i], 0, reading.word[i].length());
            reading.indexWord[i] = names.findWord(reading.word[i], 0, reading.word[i].length());
        }
        var hits = new ArrayList<Hit>();
        for (int at = 0; at < reading.size; ) {
            var hit = longest(reading, at);
            if (hit != null && hit.words() > 1 && !reading.arabic[at] && reading.has(at, Term.ARTICLE.bit)) {
                // «La Côte» is a village, «La Côte d'Ivoire» is not about it.
                var later = longest(reading, at + 1);
                hit = later != null && later.last > hit.last ? null : hit;
            }
            if (hit != null) {
                hit = withoutGenericWord(reading, hit);
                hit.strength = strength(hit.node);
                hits.add(hit);
                at = hit.last + 1;
            } else {
                at++;
            }
        }
        return hits;
    }

    private @Nullable Hit longest(Reading reading, int at) {
        if (reading.number[at]) {
            return null;
        }
        var best = longest(reading, at, 0, reading.indexWord[at]);
        boolean genitive = at > 0 && reading.isJoined(at) && takesGenitive(reading, at - 1);
        if (reading.arabic[at] && !genitive) {
            for (var cut : Clitics.list(reading.word[at])) {
                if (!cut.particles().endsWith("س")) {
                    var stem = cut.stem();
                    reading.footprint.word(stem, 0, stem.length());
                    best = better(best, longest(reading, at, cut.length(), names.findWord(stem, 0, stem.length())));
                }
            }
        }
        return best;
    }

    /** After «ولاية» or «في» a noun stands without particles: «كيبي» is no «ك» and «يبي» there. */
    static boolean takesGenitive(Reading reading, int word) {
        return reading.arabic[word]
                && !reading.word[word].startsWith("ال")
                && reading.has(word, Term.KINDS_OF_PLACE | Term.PREPOSITION.bit);
    }

    private @Nullable Hit longest(Reading reading, int first, int cut, int word) {
        Hit best = null;
        int node = word;
        for (int last = first; node != NameIndex.NONE; ) {
            if (names.isName(node) && isWritable(reading, first, last, node, cut > 0)) {
                best = new Hit(first, last, cut, node);
            }
            if (!names.hasChildren(node) || ++last >= reading.size || !reading.isJoined(last)) {
                break;
            }
            node = names.findChild(node, reading.indexWord[last]);
        }
        return best;
    }

    /** The longer; of two as long, the one whose best-known place is the better known. */
    private @Nullable Hit better(@Nullable Hit one, @Nullable Hit other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.last != other.last) {
            return one.last > other.last ? one : other;
        }
        return strength(other.node) > strength(one.node) + 1 ? other : one;
    }

    /** How well known a name's best-known place is: about the logarithm of its population. */
    double strength(int node) {
        double strength = 0;
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            strength = Math.max(strength, strengthOf(Posting.place(names.posting(i))));
        }
        return strength;
    }

    private double strengthOf(int place) {
        var places = gazetteer.places();
        var level = places.level(place);
        if (level == PlaceLevel.COUNTRY) {
            return STATE;
        }
        double known = Math.log10(1 + places.population(place));
        return places.isCurated(place) ? Math.max(6, known) : known;
    }

    /** Whether the words are written as one of the name's postings wants it: capitals in Latin script. */
    private boolean isWritable(Reading reading, int first, int last, int node, boolean isCut) {
        // «ميناء داكار»: nor is a noun for a kind of place one, whatever town may be spelt so.
        long never =
                reading.arabic[first] ? Term.NEVER.bit | Term.PREPOSITION.bit | Term.SETTLEMENT.bit : Term.NEVER.bit;
        if (first == last && reading.arabic[first] && reading.has(first, Term.NEVERSTEM.bit) && isCut) {
            // «ولايتي الخرطوم والجزيرة»
            boolean second = reading.word[first].charAt(0) == 'و' && reading.has(first - 2, Term.PLURALKIND.bit);
            if (!second || !reading.isJoined(first)) {
                return false;
            }
        }
        // «وأدان الوزير»: "and condemned", not «وادان», Ouadane.
        boolean verb = reading.arabic[first]
                && !isCut
                && reading.has(first, Term.SAYING.bit)
                && "وف".indexOf(reading.word[first].charAt(0)) >= 0
                && reading.source(first, 1) == 'أ';
        if (first == last && (verb || reading.has(first, never)) && !isAfterDivisionCue(reading, first)) {
            return false;
        }
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            if (isWritable(reading, first, last, names.posting(i), gazetteer.places())) {
                return true;
            }
        }
        return false;
    }

    /** "Région de l'Est": a common word is a name there. */
    private static boolean isAfterDivisionCue(Reading reading, int first) {
        if (reading.arabic[first]) {
            // «مدينة الخمس» is no number.
            return first > 0
                    && reading.isJoined(first)
                    && reading.has(first - 1, Term.SETTLEMENT.bit | Term.ADMIN1.bit | Term.ADMIN2.bit)
                    && !reading.has(first - 1, Term.AREA.bit)
                    && !reading.word[first - 1].startsWith("ال");
        }
        if (reading.letterCase[first] == Case.SMALL) {
            return false;
        }
        int before = first - 1;
        while (before >= 0 && reading.has(before, Term.LINK.bit) && first - before <= 2) {
            before--;
        }
        return before < first - 1 && reading.has(before, Term.ADMIN1.bit | Term.ADMIN2.bit);
    }

    /** Whether a posting can be meant by words written like this. */
    static boolean isWritable(Reading reading, int first, int last, int posting, Places places) {
        if (reading.arabic[first]) {
            return !Vocalised.excludes(reading, first, places.level(Posting.place(posting)));
        }
        var language = Posting.language(posting);
        if (Posting.isDemonym(posting)) {
            if (language != reading.latinLanguage()) {
                return false;
            }
            boolean capital = reading.letterCase[first] != Case.SMALL;
            return capital || language == Language.FR;
        }
        if (Posting.isCapitalsOnly(posting)) {
            return reading.letterCase[first] == Case.CAPITALS
                    || last > first && reading.letterCase[first] == Case.INITIAL && reading.word[first].length() == 1;
        }
        if (isInitials(reading, first, last)) {
            return places.level(Posting.place(posting)) != PlaceLevel.SETTLEMENT;
        }
        if (reading.letterCase[first] != Case.SMALL) {
            return reading.letterCase[last] != Case.SMALL || isGenericEnding(reading, last, posting, places);
        }
        if (isSmallArticle(reading, first, last)) {
            return true;
        }
        // «golfe de Guinée», "three-border area": our own names of regions may begin small.
        return last > first && isNamedRegion(posting, places);
    }

    /** « des combattants de la BLA »: a short word in capitals is not the town of Bla, unless it is « à BLA ». */
    private static boolean isInitials(Reading reading, int first, int last) {
        return first == last
                && reading.letterCase[first] == Case.CAPITALS
                && reading.word[first].length() <= LONGEST_INITIALS
                && first > 0
                && !reading.sentenceStart[first]
                && !LOCATING.contains(reading.word[first - 1])
                && !isCapitals(reading, first - 1)
                && !isCapitals(reading, first + 1);
    }

    private static boolean isCapitals(Reading reading, int word) {
        return word >= 0 && word < reading.size && reading.letterCase[word] == Case.CAPITALS;
    }

    /** "el-Fasher", "al-Hawl": the Arabic article is written small, the name after its hyphen is not. */
    private static boolean isSmallArticle(Reading reading, int first, int last) {
        return last > first
                && ARTICLES.contains(reading.word[first])
                && reading.gap[first + 1] == Gap.HYPHEN
                && reading.letterCase[first + 1] != Case.SMALL
                && reading.letterCase[last] != Case.SMALL;
    }

    private static boolean isGenericEnding(Reading reading, int last, int posting, Places places) {
        // «Émirats arabes unis»: our own names are written as the press writes them.
        // "Sa'dah" is one word.
        return reading.number[last] || reading.gap[last] == Gap.APOSTROPHE || places.isCurated(Posting.place(posting));
    }

    private static boolean isNamedRegion(int posting, Places places) {
        int place = Posting.place(posting);
        var level = places.level(place);
        return places.isCurated(place) && (level == PlaceLevel.REGION || level == PlaceLevel.FEATURE);
    }

    /** "The Gambia" and "central Sahel" are listed as names; the mention is the part after. */
    private static boolean isLead(Reading reading, int word) {
        return !reading.arabic[word]
                && (reading.has(word, Term.ARTICLE.bit)
                        || reading.has(word, Term.DIRECTION.bit) && reading.letterCase[word] == Case.SMALL);
    }

    /**
     * «دولة الكويت» and "Republic of Mali" are names too, but the mention is «الكويت»: where the rest after a word for
     * a kind of place names the same place, the rest is the hit.
     */
    private Hit withoutGenericWord(Reading reading, Hit hit) {
        long generic = Term.SETTLEMENT.bit | Term.STATE.bit | Term.ADMIN1.bit | Term.ADMIN2.bit | Term.AREA.bit;
        if (hit.words() > 1 && isLead(reading, hit.first)) {
            var rest = longest(reading, hit.first + 1);
            // "central Sahel" is some part of the Sahel, "west Africa" is more than the west of Africa.
            boolean lead = reading.has(hit.first, Term.ARTICLE.bit);
            boolean ends = rest != null && rest.last == hit.last;
            boolean same = ends && (lead ? sharesPlace(rest.node, hit.node) : !isContinent(rest.node));
            return same ? rest : hit;
        }
        if (hit.words() > 1 && reading.language == Language.EN && reading.has(hit.last, generic)) {
            int rest = node(reading, hit.first, hit.last - 1);
            boolean plain = rest != NameIndex.NONE && names.isName(rest) && strength(rest) < STATE;
            return plain && sharesPlace(rest, hit.node) ? new Hit(hit.first, hit.last - 1, hit.cut, hit.node) : hit;
        }
        if (hit.words() > 1 && !reading.arabic[hit.last] && reading.letterCase[hit.last] == Case.SMALL) {
            // « Sahel burkinabè »: the adjective is a mention of its own.
            int rest = node(reading, hit.first, hit.last - 1);
            boolean adjective = rest != NameIndex.NONE && isDemonym(reading.indexWord[hit.last]);
            if (adjective && names.isName(rest) && sharesPlace(rest, hit.node)) {
                return new Hit(hit.first, hit.last - 1, hit.cut, hit.node);
            }
        }
        if (hit.words() > 1 && reading.arabic[hit.last] && reading.word[hit.last].equals("العاصمه")) {
            return new Hit(hit.first, hit.last - 1, hit.cut, hit.node);
        }
        long apart = reading.arabic[hit.first] ? Term.MOUNTAIN.bit | Term.FOREST.bit | Term.ISLAND.bit : 0;
        boolean works = isWorks(reading, hit);
        if (hit.words() == 1 || !works && !reading.has(hit.first, generic | apart)) {
            return hit;
        }
        int from = hit.first + 1;
        while (from < hit.last && (reading.has(from, Term.LINK.bit) || works && reading.has(from, Term.WORKS.bit))) {
            from++;
        }
        int rest = node(reading, from, hit.last);
        boolean named = rest != NameIndex.NONE && names.isName(rest);
        if (named && sharesPlace(rest, hit.node)) {
            return new Hit(from, hit.last, 0, rest);
        }
        // «إقليم بام»: the bare name stands for nothing by itself, but it is the name; so in «معبر الكركرات».
        return reading.arabic[from] && isDivision(hit.node) || works && reading.word[hit.last].length() > 2
                ? new Hit(from, hit.last, 0, hit.node)
                : hit;
    }

    /** «حقل الشرارة»: the noun for a work of men is no part of the name. */
    private static boolean isWorks(Reading reading, Hit hit) {
        return hit.words() > 1
                && reading.has(hit.first, Term.WORKS.bit)
                && (reading.arabic[hit.first] || reading.language == Language.FR);
    }

    private boolean isContinent(int node) {
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            if (gazetteer.places().feature(Posting.place(names.posting(i))).equals("CONT")) {
                return true;
            }
        }
        return false;
    }

    private boolean isDivision(int node) {
        var places = gazetteer.places();
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            var level = places.level(Posting.place(names.posting(i)));
            if (level != PlaceLevel.ADMIN1 && level != PlaceLevel.ADMIN2) {
                return false;
            }
        }
        return true;
    }

    private boolean isDemonym(int word) {
        if (word == NameIndex.NONE) {
            return false;
        }
        for (int i = names.postingsBegin(word); i < names.postingsEnd(word); i++) {
            if (Posting.isDemonym(names.posting(i))) {
                return true;
            }
        }
        return false;
    }

    private int node(Reading reading, int first, int last) {
        int node = reading.indexWord[first];
        for (int i = first + 1; i <= last && node != NameIndex.NONE; i++) {
            node = names.findChild(node, reading.indexWord[i]);
        }
        return node;
    }

    private boolean sharesPlace(int one, int other) {
        for (int i = names.postingsBegin(one); i < names.postingsEnd(one); i++) {
            for (int j = names.postingsBegin(other); j < names.postingsEnd(other); j++) {
                if (Posting.place(names.posting(i)) == Posting.place(names.posting(j))
                        && !Posting.isDemonym(names.posting(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
