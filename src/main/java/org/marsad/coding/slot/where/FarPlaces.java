package org.marsad.coding.slot.where;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.coding.slot.who.Parties;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Folding;

/**
 * A village that the gazetteer lacks finds a namesake elsewhere: "near the village of Faru" in an article about Zamfara is
 * no town in Portugal. Where nothing else in the article is of that country, a single word not even spelt alike and little
 * speaks for it, the name is one of a place not known.
 */
public final class FarPlaces {
    private static final double SURE = 0.72;
    private static final double LIKELY = 0.5;
    private static final String CURATED = "in the curated gazetteer";
    private static final String CUE = "the word before or after it says what kind of place it is";

    private static final String HEARD = "it sounds like";

    private static final Pattern WITHIN = Pattern.compile(
            " (village |town )?(in|of|under) (the )?|,? (dans le|dans la|cercle de|commune de|département de|région de|province de) |( \\p{InArabic}{3,8})? (في |ب)(مدينة|بلدة) |،? (ب|في )(منطقة|بلدية|دائرة|مقاطعة|ولاية|محافظة|إقليم) ");
    private static final Pattern QUARTER = Pattern.compile(
            "(?s).*(?<!\\p{L})([وبل]?حي |quartier (de |du |des |d['’])?|neighbou?rhood of )(\\p{InArabic}ال)?");
    private static final int QUARTER_REACH = 20;
    private static final int BETWEEN = 18;
    private static final double TOWN_KM = 25;
    private static final double NEAR_KM = 150;
    private static final double WIDE_KM = 400;
    private static final double ASTRAY_KM = 250;
    private static final double HEARD_WELL = 0.9;

    private FarPlaces() {}

    /** The mentions, with places that only a name speaks for taken away. */
    public static List<Mention> unplaced(String text, List<Mention> all) {
        var mentions = withoutAstray(text, all);
        if (mentions.stream().noneMatch(FarPlaces::isDoubtful)) {
            return mentions;
        }
        var countries = new HashSet<String>();
        for (var mention : mentions) {
            var place = mention.place();
            if (place != null && place.country() != null && !isDoubtful(mention)) {
                countries.add(place.country());
            }
        }
        return mentions.stream()
                .map(mention -> isDoubtful(mention) && isForeign(mention, countries) ? without(mention) : mention)
                .toList();
    }

    /** "Kasai village in Batsari district": what only sounds like a town far from there is another place. */
    private static List<Mention> withoutAstray(String text, List<Mention> mentions) {
        var kept = new ArrayList<>(mentions);
        var sure = kept.stream().filter(FarPlaces::isSure).map(Mention::place).toList();
        for (int i = 0; i < kept.size(); i++) {
            var mention = kept.get(i);
            boolean last = i + 1 == kept.size();
            if (isHeard(mention) && (isFarFromAll(mention, sure) || isNamedOtherwise(mention, kept))) {
                kept.set(i, without(mention));
            } else if (last) {
                break;
            } else if ((isHeard(mention) || isQuarter(text, mention)) && isAstray(text, mention, kept.get(i + 1))) {
                kept.set(i, without(kept.get(i)));
            }
        }
        return kept;
    }

    private static boolean isHeard(Mention mention) {
        return mention.place() != null && mention.because().stream().anyMatch(why -> why.contains(HEARD));
    }

    /** Whether a place is finer than a state and more than its sound speaks for it. */
    private static boolean isSure(Mention mention) {
        var place = mention.place();
        return place != null
                && mention.kind() == MentionKind.LITERAL
                && mention.confidence() >= SURE
                && place.level() != PlaceLevel.COUNTRY
                && place.level() != PlaceLevel.REGION
                && !isHeard(mention);
    }

    /** "in the village of Kuyello" in news of Kaduna is no town of the Delta that sounds like it. */
    private static boolean isFarFromAll(Mention mention, List<Place> sure) {
        var place = mention.place();
        return place != null
                && place.level() != PlaceLevel.COUNTRY
                && mention.confidence() < HEARD_WELL
                && sure.stream().noneMatch(one -> one.equals(place))
                && !sure.isEmpty()
                && (Parties.isCapital(place) || sure.stream().allMatch(one -> Extents.km(one, place) > ASTRAY_KM));
    }

    /** "Islahiyah … in Kifri district" is no other spelling of Kifri, which the text spells otherwise. */
    private static boolean isNamedOtherwise(Mention mention, List<Mention> all) {
        var place = mention.place();
        char first = Folding.key(mention.text()).charAt(0);
        return place != null
                && first < 0x250
                && all.stream()
                        .anyMatch(other -> place.equals(other.place())
                                && !isHeard(other)
                                && Folding.key(other.text()).charAt(0) != first);
    }

    /** «حي الروضة السكني بمدينة مأرب»: a part of a town, whatever town elsewhere has its name. */
    private static boolean isQuarter(String text, Mention mention) {
        int at = mention.span().begin();
        return mention.place() != null
                && QUARTER.matcher(text.substring(Math.max(0, at - QUARTER_REACH), at))
                        .matches();
    }

    private static boolean isAstray(String text, Mention mention, Mention around) {
        var place = mention.place();
        var area = around.place();
        int from = mention.span().end();
        int to = around.span().begin();
        return place != null
                && area != null
                && around.confidence() >= SURE
                && area.level() != PlaceLevel.COUNTRY
                && area.level() != PlaceLevel.REGION
                && from < to
                && to - from <= BETWEEN
                && WITHIN.matcher(text.substring(from, to)).matches()
                && Extents.km(place, area)
                        > (area.level() == PlaceLevel.ADMIN1 ? WIDE_KM : isQuarter(text, mention) ? TOWN_KM : NEAR_KM);
    }

    private static boolean isForeign(Mention mention, Set<String> countries) {
        var place = mention.place();
        return !countries.isEmpty() && place != null && !countries.contains(String.valueOf(place.country()));
    }

    private static boolean isDoubtful(Mention mention) {
        var place = mention.place();
        return place != null
                && mention.kind() == MentionKind.LITERAL
                && (mention.confidence() < SURE || isByname(mention, place))
                && place.level() != PlaceLevel.COUNTRY
                && place.country() != null
                && !Parties.isCapital(place)
                && mention.text().indexOf(' ') < 0
                && (isBare(mention)
                        || isByname(mention, place)
                        || !Folding.key(place.name()).contains(Folding.key(mention.text())))
                && (isByname(mention, place) || !mention.because().contains(CURATED));
    }

    /** "Ilala village" in news of Mozambique is no town of Somalia that somebody spells so. */
    private static boolean isByname(Mention mention, Place place) {
        if (place.level() != PlaceLevel.SETTLEMENT
                || mention.confidence() >= HEARD_WELL
                || mention.text().charAt(0) >= 0x250) {
            return false;
        }
        var name = Folding.key(place.name());
        var text = Folding.key(mention.text());
        return name.charAt(0) != text.charAt(0) && !name.contains(text) && !text.contains(name);
    }

    /** "the state Police command": spelt like some town, of which nothing in the article speaks. */
    private static boolean isBare(Mention mention) {
        return mention.confidence() < LIKELY && !mention.because().contains(CUE);
    }

    private static Mention without(Mention mention) {
        return new Mention(
                mention.span(),
                mention.text(),
                mention.kind(),
                null,
                mention.confidence(),
                mention.because(),
                mention.alternatives());
    }
}
