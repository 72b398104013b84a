package org.marsad.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/**
 * Where a trigger says that it happened.
 *
 * @param places the most specific that the text names; several where it lists several
 * @param border the border along which, or null
 * @param near whether the text says near, outside or so many kilometres from it
 * @param own whether the clause itself says it, and not only its sentence
 */
record Where(List<Place> places, @Nullable BorderId border, boolean near, boolean own) {
    static final Where UNKNOWN = new Where(List.of(), null, false, false);

    private static final Set<String> LOCATIVE = Phrases.setOf(
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "around",
            "a",
            "au",
            "aux",
            "en",
            "dans",
            "pres",
            "vers",
            "sur",
            "on",
            "between",
            "entre",
            "de",
            "في",
            "قرب",
            "بين",
            "شمال",
            "جنوب",
            "شرق",
            "غرب",
            "وسط",
            "داخل",
            "خارج",
            "ضواحي",
            "town",
            "village",
            "city",
            "ville",
            "localite",
            "commune",
            "region",
            "province",
            "cercle",
            "district",
            "camp",
            "مدينه",
            "بلده",
            "قريه",
            "منطقه",
            "ولايه",
            "محافظه",
            "اقليم",
            "دايره",
            "بلديه",
            "العاصمه",
            "capital",
            "capitale",
            "north",
            "south",
            "east",
            "west",
            "nord",
            "sud",
            "est",
            "ouest",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "شمالي",
            "جنوبي",
            "شرقي",
            "غربي",
            "department",
            "departement",
            "state",
            "county",
            "municipality",
            "area",
            "secteur",
            "zone",
            "axe",
            "road",
            "route",
            "حي",
            "quartier",
            "aeroport",
            "airport",
            "مطار",
            "قاعده",
            "base",
            "of",
            "du",
            "l",
            "d",
            "la",
            "le",
            "town",
            "معسكر");
    private static final Set<String> NEAR = Phrases.setOf(
            "near",
            "outside",
            "pres",
            "proche",
            "proximite",
            "environs",
            "alentours",
            "قرب",
            "بالقرب",
            "ضواحي",
            "قريبه",
            "قريب",
            "km",
            "kilometres",
            "kilometers",
            "kilometre",
            "kilometer",
            "كيلومتر",
            "كيلومترا",
            "كلم",
            "miles",
            "close",
            "محيط",
            "مشارف",
            "around",
            "autour",
            "abords",
            "اطراف");
    private static final Set<String> BORDER = Phrases.setOf(
            "border",
            "borders",
            "frontiere",
            "frontieres",
            "frontalier",
            "frontaliere",
            "frontalieres",
            "frontaliers",
            "حدود",
            "حدودهما",
            "حدودي",
            "حدوديه",
            "حدودهم",
            "borderline",
            "حدودها");

    /** A mention with what speaks for and against it. */
    private record Candidate(Sentence.Item<Mention> item, Place place, double cost, boolean sameClause) {}

    static Where of(Trigger trigger, List<Trigger> others) {
        var sentence = trigger.sentence();
        var candidates = new ArrayList<Candidate>();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place == null || !isPossible(sentence, trigger, item)) {
                continue;
            }
            candidates.add(candidate(sentence, trigger, others, item, place));
        }
        var border = border(sentence, trigger, candidates);
        candidates.removeIf(candidate -> candidate.cost() > 40);
        if (candidates.isEmpty()) {
            return border == null ? UNKNOWN : new Where(List.of(), border, false, true);
        }
        boolean clause = candidates.stream().anyMatch(Candidate::sameClause);
        if (clause) {
            candidates.removeIf(candidate -> !candidate.sameClause() && rank(candidate.place()) >= 4);
        }
        var best = best(candidates);
        var places = listed(sentence, candidates, best);
        return new Where(places, border, isNear(sentence, best.item()), best.sameClause());
    }

    private static boolean isPossible(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        var kind = item.value().kind();
        if (kind == MentionKind.LITERAL) {
            return true;
        }
        // A platform or process named for a town was launched there, if the text says no better.
        return kind == MentionKind.NESTED
                && trigger.kind().family().equals("initiative")
                && item.begin() >= trigger.end();
    }

    private static Candidate candidate(
            Sentence sentence, Trigger trigger, List<Trigger> others, Sentence.Item<Mention> item, Place place) {
        double cost = distance(sentence, trigger, item);
        boolean sameClause = sentence.clause(trigger.begin()) == sentence.clause(item.begin());
        if (sentence.island(trigger.begin()) != sentence.island(item.begin())) {
            cost += 10;
        }
        if (item.value().kind() == MentionKind.NESTED) {
            cost += 15;
        }
        for (var other : others) {
            boolean elsewhere = !other.kind().family().equals(trigger.kind().family())
                    || sentence.island(other.begin()) != sentence.island(trigger.begin());
            if (other != trigger && elsewhere && distance(sentence, other, item) + 4 < cost) {
                cost += 8;
            }
        }
        if (!isLocative(sentence, item)) {
            cost += 6;
        }
        return new Candidate(item, place, cost, sameClause);
    }

    private static int distance(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        return item.begin() >= trigger.end()
                ? sentence.distance(trigger.end() - 1, item.begin())
                : sentence.distance(item.end() - 1, trigger.begin());
    }

    private static boolean isLocative(Sentence sentence, Sentence.Item<Mention> item) {
        for (var reading : sentence.word(item.begin()).readings()) {
            if (reading.particles().endsWith("ب")) {
                return true;
            }
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

    private static Candidate best(List<Candidate> candidates) {
        var best = candidates.getFirst();
        for (var candidate : candidates) {
            if (value(candidate) < value(best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Nearness and fineness together: a step in fineness is worth six words. */
    private static double value(Candidate candidate) {
        return candidate.cost() + 6 * rank(candidate.place());
    }

    /** 0 for the finest. */
    static int rank(Place place) {
        return switch (place.level()) {
            case SETTLEMENT, FEATURE -> 0;
            case ADMIN2 -> 1;
            case ADMIN1 -> 2;
            case REGION -> 4;
            case COUNTRY -> 3;
        };
    }

    /** The best and what is listed with it: "in Gao, Kidal and Ménaka". */
    private static List<Place> listed(Sentence sentence, List<Candidate> candidates, Candidate best) {
        var places = new ArrayList<Place>();
        places.add(best.place());
        for (var candidate : candidates) {
            if (candidate != best
                    && rank(candidate.place()) == rank(best.place())
                    && isListed(sentence, best.item(), candidate.item())
                    && !places.contains(candidate.place())) {
                places.add(candidate.place());
            }
        }
        return places;
    }

    private static boolean isListed(Sentence sentence, Sentence.Item<Mention> a, Sentence.Item<Mention> b) {
        var first = a.begin() < b.begin() ? a : b;
        var second = first == a ? b : a;
        int between = second.begin() - first.end();
        if (between > 6) {
            return false;
        }
        boolean joined = sentence.word(second.begin()).text().startsWith("و");
        for (int i = first.end(); i < second.begin(); i++) {
            joined |= sentence.isAt(i, "and", "et") || sentence.word(i).text().startsWith("و") && between <= 3;
            if (sentence.word(i)
                    .is(
                            "from", "to", "de", "vers", "of", "near", "pres", "km", "in", "en", "dans", "في", "قرب",
                            "من")) {
                return false;
            }
        }
        return joined;
    }

    private static boolean isNear(Sentence sentence, Sentence.Item<Mention> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 4); i--) {
            for (var reading : sentence.word(i).readings()) {
                if (NEAR.contains(reading.stem())) {
                    return true;
                }
            }
            if (sentence.word(i + 1).before() == Word.Gap.STRONG) {
                break;
            }
        }
        return false;
    }

    /** "along the border between Mali and Senegal", «على طول حدودهما المشتركة», « la frontière malo-sénégalaise ». */
    private static @Nullable BorderId border(Sentence sentence, Trigger trigger, List<Candidate> candidates) {
        int at = -1;
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.distance(i, trigger.begin()) <= 25
                    && isBorder(sentence.word(i))
                    && (at < 0 || sentence.distance(i, trigger.begin()) < sentence.distance(at, trigger.begin()))) {
                at = i;
            }
        }
        if (at < 0) {
            return null;
        }
        int word = at;
        boolean settled =
                candidates.stream().anyMatch(candidate -> rank(candidate.place()) <= 1 && candidate.cost() < 20);
        boolean linear = isLinear(sentence, at)
                || trigger.kind().family().equals("cooperation")
                || trigger.kind().family().equals("border-closure");
        if (settled && !linear) {
            return null;
        }
        var near = new ArrayList<String>();
        sentence.mentions.stream()
                .filter(item -> item.value().place() != null
                        && item.value().place().level() == PlaceLevel.COUNTRY
                        && item.value().place().country() != null)
                .sorted((a, b) -> Integer.compare(Math.abs(a.begin() - word), Math.abs(b.begin() - word)))
                .forEach(item -> {
                    var country = String.valueOf(item.value().place().country());
                    if (!near.contains(country)) {
                        near.add(country);
                    }
                });
        return near.size() < 2 ? null : BorderId.between(near.get(0), near.get(1));
    }

    private static boolean isBorder(Word word) {
        return word.readings().stream().anyMatch(reading -> BORDER.contains(reading.stem()));
    }

    private static boolean isLinear(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (sentence.word(i).is("along", "long", "طول", "على", "علي", "entre", "closed", "close")) {
                return true;
            }
        }
        return false;
    }

    /** UCDP's {@code where_prec} of a place. */
    static int precision(Place place, boolean near) {
        return switch (place.level()) {
            case SETTLEMENT, FEATURE -> near ? 2 : 1;
            case ADMIN2 -> 3;
            case ADMIN1 -> 4;
            case REGION -> 5;
            case COUNTRY -> 6;
        };
    }
}
