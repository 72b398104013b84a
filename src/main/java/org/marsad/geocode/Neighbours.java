package org.marsad.geocode;

import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Language;

/**
 * What the hits beside a hit say of it: its country («غاو المالية», « la ville malienne de Gao », "Gao, Mali") and the
 * place that holds it («ديا في منطقة سيغو»).
 */
final class Neighbours {
    private static final int FAR = 8;

    /** "In the far north of": words between a place and its country. */
    private static final int LONGEST_WAY = 6;

    private Neighbours() {}

    static void relate(Reading reading, Hit hit, @Nullable Hit[] hitAt, Gazetteer gazetteer) {
        if (hit.isDemonym()) {
            return;
        }
        var places = gazetteer.places();
        int after = hit.last + 1;
        var right = after < reading.size ? hitAt[after] : null;
        boolean adjectiveAfter = reading.arabic[hit.first] || reading.language == Language.FR;
        if (right != null && right.isDemonym() && reading.gap[after] == Gap.BLANK && adjectiveAfter) {
            hit.country = country(right, hitAt, places);
        }
        if (right != null
                && !right.isDemonym()
                && (reading.gap[after] == Gap.COMMA || reading.gap[after] == Gap.OPENING)) {
            hit.country = country(right, hitAt, places);
        }
        if (hit.country == Places.NO_COUNTRY) {
            hit.country = countryAround(reading, hit, hitAt, places);
        }
        int cue = hit.context.cueWord();
        var between = cue >= 0 && cue < hit.first - 1 ? hitAt[cue + 1] : null;
        if (between != null && between.isDemonym()) {
            hit.country = country(between, hitAt, places);
        }
        var beforeCue = cue > 0 && cue < hit.first ? hitAt[cue - 1] : null;
        if (beforeCue != null && beforeCue.isDemonym() && !reading.arabic[hit.first]) {
            hit.country = country(beforeCue, hitAt, places);
        }
        if (hit.context.listed() && hit.country == Places.NO_COUNTRY && hit.first > 0) {
            hit.listedAfter = nearestBefore(hit, hitAt);
        }
        hit.container = containerAfter(reading, hit, hitAt);
        if (hit.container != null) {
            hit.container.contained = hit;
        }
    }

    /** «أدري (شرق تشاد)», « Arbinda, dans le nord du Burkina Faso », "Kidal in northern Mali". */
    private static short countryAround(Reading reading, Hit hit, @Nullable Hit[] hitAt, Places places) {
        int at = hit.last + 1;
        for (; at < reading.size && at <= hit.last + LONGEST_WAY && reading.inOneSentence(hit.last, at); at++) {
            boolean first = at == hit.last + 1;
            if (reading.gap[at].compareTo(first ? Gap.OPENING : Gap.APOSTROPHE) > 0) {
                return Places.NO_COUNTRY;
            }
            var other = hitAt[at];
            if (other != null) {
                boolean bare = at == hit.last + 1 && !(other.cut > 0 && reading.word[at].charAt(0) == 'ب');
                return bare || other.isDemonym() || other.candidates.isEmpty()
                        ? Places.NO_COUNTRY
                        : country(other, hitAt, places);
            }
            if (!reading.has(at, Term.INSIDE.bit | Term.DIRECTION.bit)) {
                return Places.NO_COUNTRY;
            }
        }
        return Places.NO_COUNTRY;
    }

    private static @Nullable Hit nearestBefore(Hit hit, @Nullable Hit[] hitAt) {
        for (int i = hit.first - 1; i >= 0 && i > hit.first - 5; i--) {
            if (hitAt[i] != null) {
                return hitAt[i];
            }
        }
        return null;
    }

    /** The next place after a hit in its sentence that a cue says is a division or region, few words off. */
    private static @Nullable Hit containerAfter(Reading reading, Hit hit, @Nullable Hit[] hitAt) {
        for (int i = hit.last + 1; i < reading.size && i <= hit.last + FAR && reading.inOneSentence(hit.last, i); i++) {
            var other = hitAt[i];
            if (other != null && !other.isDemonym()) {
                long cue = other.context.cue();
                // "Kasai village in Batsari district"
                boolean around = other.context.cueWord() < other.first || reading.word[other.first - 1].equals("in");
                return (cue & (Term.ADMIN1.bit | Term.ADMIN2.bit)) != 0 && around ? other : null;
            }
        }
        return null;
    }

    private static short country(Hit hit, @Nullable Hit[] hitAt, Places places) {
        if (hit.candidates.isEmpty()) {
            return Places.NO_COUNTRY;
        }
        int place = hit.best().place;
        return places.level(place) == PlaceLevel.COUNTRY ? places.country(place) : Places.NO_COUNTRY;
    }
}
