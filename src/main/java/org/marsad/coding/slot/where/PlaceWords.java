package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** What the words around the name of a place say of it: that it is where, whence or whither, or no place at all. */
public final class PlaceWords {
    private static final Set<String> LOCATIVE = WordSets.get("locative");
    private static final Set<String> NEAR = WordSets.get("near");
    private static final Set<String> TERRITORY = WordSets.get("territory");
    private static final Set<String> BASED = WordSets.get("based");
    private static final Set<String> OUTSKIRTS = WordSets.get("outskirts");
    private static final Set<String> EMBASSY = WordSets.get("embassy");
    private static final Set<String> CAPTIVE = WordSets.get("captive");
    private static final Set<String> SIDE = WordSets.get("side");
    private static final Set<String> NAMED_SITES = WordSets.get("named-sites");
    public static final Set<String> OFFICES = WordSets.get("offices");
    private static final Set<String> TOPIC = WordSets.get("topic");
    private static final int NEAR_REACH = 7;

    private PlaceWords() {}

    /** «بحث مستجدات الوضع في الساحل», "talks on the situation in Mali". */
    static boolean isTopic(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> TOPIC.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** «داخل الأراضي المالية», "on Malian soil", « sur le sol burkinabè ». */
    static boolean isTerritory(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 3); i--) {
            if (sentence.isAt(i, "الي", "to", "into", "vers")) {
                // «فر جنودها إلى داخل الأراضي التشادية».
                return false;
            }
        }
        for (int i = item.begin() - 1; i <= item.end(); i++) {
            if (i >= 0
                    && i < sentence.size()
                    && sentence.word(i).readings().stream().anyMatch(reading -> TERRITORY.contains(reading.stem()))) {
                return true;
            }
        }
        // «في بلدة غامبية».
        return Patterns.matches(sentence.word(item.begin()).source(), "\\p{InArabic}+ة")
                && sentence.isAt(item.begin() - 1, "بلده", "قريه", "مدينه", "منطقه", "جزيره");
    }

    /** « battant pavillon de la Barbade », "Barbados-flagged", «ترفع علم ليبيريا». */
    static boolean isFlag(Sentence sentence, Sentence.Item<Mention> item) {
        int before = sentence.isAt(item.begin() - 1, "de", "du", "des", "la", "le", "l", "d", "the", "of")
                ? sentence.isAt(item.begin() - 2, "de", "of") ? item.begin() - 3 : item.begin() - 2
                : item.begin() - 1;
        return sentence.isAt(before, "pavillon", "flag", "علم") || sentence.isAt(item.end(), "flagged");
    }

    /** « dans ce petit pays du golfe de Guinée », "the Gulf of Guinea country": where the country lies. */
    static boolean isOfLand(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        return place != null
                && (place.level() == PlaceLevel.REGION || place.level() == PlaceLevel.FEATURE)
                && (sentence.isAt(item.end(), "country", "nation", "state")
                        || sentence.isAt(item.begin() - 1, "de", "du", "d", "of", "in", "on", "the")
                                && sentence.isAt(item.begin() - 2, "pays", "country", "nation"));
    }

    /** "the governor of Borno". */
    static boolean isOffice(Sentence sentence, int at) {
        return OFFICES.contains(sentence.textAt(at - 1))
                || sentence.isAt(at - 1, "of", "de", "du", "d") && OFFICES.contains(sentence.textAt(at - 2));
    }

    /** «قرية فامبيتا التابعة لبلدية كوكورو»: what the village before belongs to. */
    static boolean isContainer(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 3); i--) {
            int word = i;
            if (sentence.isAt(i, "التابعه", "التابع", "تابعه")
                    && sentence.mentions.stream().anyMatch(other -> other.end() == word)) {
                return true;
            }
        }
        return false;
    }

    /** "Garissa University", "Bamako airport", «جامعة غاريسا»: what stands in a town and is named for it. */
    public static boolean isSite(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        if (place == null || Where.rank(place) != 0) {
            return false;
        }
        for (int i : new int[] {item.begin() - 2, item.begin() - 1, item.end()}) {
            if (i >= 0
                    && i < sentence.size()
                    && sentence.word(i).readings().stream().anyMatch(reading -> NAMED_SITES.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    static boolean isBetween(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 4); i--) {
            if (sentence.isAt(i, "between", "entre", "بين")) {
                return true;
            }
        }
        return false;
    }

    /** "a unit based in Kidira", « la brigade basée à Kayes »: where it is kept, not where it acted. */
    static boolean isBased(Sentence sentence, Sentence.Item<Mention> item) {
        return isAfter(BASED, sentence, item);
    }

    /** "freed the teachers held in Menaka", « les otages enlevés à Djibo »: where they had been taken or held. */
    static boolean isOfCaptives(Sentence sentence, Sentence.Item<Mention> item) {
        return isAfter(CAPTIVE, sentence, item);
    }

    static boolean isAfter(Set<String> words, Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 3); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> words.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** « aux portes d'Abuja », "on the outskirts of Abuja". */
    static boolean isOutskirts(Sentence sentence, Sentence.Item<Mention> item) {
        return isAfter(OUTSKIRTS, sentence, item);
    }

    static boolean isEmbassy(Sentence sentence, Sentence.Item<Mention> item) {
        return isAfter(EMBASSY, sentence, item);
    }

    /** "east of Dapaong": a town near which it was. */
    public static boolean isReference(Sentence sentence, Sentence.Item<Mention> item) {
        if (sentence.isAt(item.begin() - 1, "in", "at", "في", "dans")) {
            // «لقوات شرق ليبيا في سبها»: the side is of another place.
            return false;
        }
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 3); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> SIDE.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name says where, and not whence or whither. */
    public static boolean isScenery(Sentence sentence, Sentence.Item<Mention> item) {
        return isLocative(sentence, item)
                && !Ways.isOrigin(sentence, item)
                && !LongerNames.isPartOfName(sentence, item)
                && !sentence.isAt(item.begin() - 1, "from", "to", "de", "الي", "من");
    }

    /** "met families from Chibok". */
    static boolean isOfPeople(Sentence sentence, Sentence.Item<Mention> item) {
        return sentence.isAt(item.begin() - 1, "from", "of")
                && sentence.isAt(
                        item.begin() - 2,
                        "families",
                        "people",
                        "elders",
                        "residents",
                        "women",
                        "men",
                        "youths",
                        "victims",
                        "survivors",
                        "relatives",
                        "refugees");
    }

    /** "seized two days after the raid on Kuriga, were freed": the place is that of the noun before it. */
    static boolean isOfOtherDeed(
            Sentence sentence, Trigger trigger, java.util.List<Trigger> others, Sentence.Item<Mention> item) {
        return others.stream()
                .anyMatch(other -> other.isNoun()
                        && other.kind().isViolence()
                        && !other.kind().family().equals(trigger.kind().family())
                        && item.begin() == other.end() + 1
                        && sentence.isAt(other.end(), "on", "in", "at", "near", "of", "sur", "a", "contre", "de"));
    }

    /** «بغاو»: the particle stands before the name; that of «وبوركينا» belongs to it. */
    public static boolean isLedByBa(Sentence sentence, Sentence.Item<Mention> item) {
        int at = item.value().span().begin();
        return at > sentence.word(item.begin()).span().begin()
                && sentence.source().charAt(at - 1) == 'ب';
    }

    static boolean isLocative(Sentence sentence, Sentence.Item<Mention> item) {
        if (sentence.isAt(item.begin() - 1, "s")) {
            // "in western Niger's Tillaberi region".
            return sentence.mentions.stream()
                    .anyMatch(owner -> owner.end() == item.begin() - 1 && isLocative(sentence, owner));
        }
        for (var reading : sentence.word(item.begin()).readings()) {
            if (reading.particles().endsWith("ب")) {
                return true;
            }
        }
        if (Faraway.isMeasuredFrom(sentence, item)) {
            return true;
        }
        // "two villages of Makhmour town"
        if (sentence.isAt(item.begin() - 1, "of") && sentence.isAt(item.end(), "town", "city", "village", "district")) {
            return true;
        }
        // «بكل من تبسة والطارف»
        if (sentence.isAt(item.begin() - 1, "من") && sentence.isAt(item.begin() - 2, "بكل", "كل")) {
            return sentence.isAt(item.begin() - 2, "بكل") || sentence.isAt(item.begin() - 3, "في");
        }
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 2); i--) {
            for (var reading : sentence.word(i).readings()) {
                if (LOCATIVE.contains(reading.stem())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "near the border with Mali", « la frontière avec le Mali », «الحدود مع مالي»: the other side. */
    public static boolean isBeyond(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        if (place == null || place.level() != PlaceLevel.COUNTRY) {
            return false;
        }
        // "the border with Niger and Burkina Faso".
        boolean listed = sentence.isAt(item.begin() - 1, "et", "and")
                || sentence.isAt(item.begin() - 2, "et", "and")
                        && sentence.isAt(item.begin() - 1, "le", "la", "l", "the")
                || sentence.word(item.begin()).text().startsWith("و")
                        && item.value().span().begin()
                                > sentence.word(item.begin()).span().begin();
        if (listed
                && sentence.mentions.stream()
                        .anyMatch(other -> other.end() <= item.begin()
                                && item.begin() - other.end() <= 2
                                && isBeyond(sentence, other))) {
            return true;
        }
        // «غرب البلاد قرب مالي», "in the west near Mali".
        boolean near = sentence.isAt(item.begin() - 1, "قرب", "near") || sentence.isAt(item.begin() - 2, "بالقرب");
        if (near && item.value().kind() == MentionKind.LITERAL) {
            return true;
        }
        boolean with = false;
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 4); i--) {
            with |= sentence.isAt(i, "with", "avec", "مع");
            if (with && BorderWords.isBorder(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isNear(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - NEAR_REACH); i--) {
            boolean far = item.begin() - i > 4;
            for (var reading : sentence.word(i).readings()) {
                if (NEAR.contains(reading.stem()) && (!far || isTownOf(sentence, item.begin()))) {
                    return true;
                }
            }
            if (sentence.word(i + 1).before() == Word.Gap.STRONG) {
                break;
            }
        }
        return false;
    }

    /** "outside the north-eastern Nigerian city of Maiduguri" */
    private static boolean isTownOf(Sentence sentence, int at) {
        return sentence.isAt(at - 1, "of", "de", "d") && sentence.isAt(at - 2, "city", "town", "capital", "ville");
    }

    static boolean isCommaWithin(Sentence sentence, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (sentence.word(i).before() == Word.Gap.COMMA) {
                return true;
            }
        }
        return false;
    }
}
