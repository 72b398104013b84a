package org.marsad.coding;

import java.util.Set;

/** Words that point at a place told before: «البلدة», "the village", « le camp », "there". */
final class Anaphora {
    private static final Set<String> KINDS = Phrases.setOf(
            "town",
            "village",
            "city",
            "camp",
            "base",
            "locality",
            "area",
            "post",
            "hotel",
            "market",
            "school",
            "airport",
            "mosque",
            "church",
            "ville",
            "localite",
            "commune",
            "poste",
            "hameau",
            "site",
            "quartier",
            "hotel",
            "marche",
            "ecole",
            "bourgade",
            "garnison",
            "caserne",
            "بلده",
            "قريه",
            "مدينه",
            "معسكر",
            "قاعده",
            "منطقه",
            "موقع",
            "حي",
            "فندق",
            "سوق",
            "مدرسه",
            "ثكنه",
            "مكان",
            "بحيره",
            "مطار",
            "lake",
            "lac",
            "island");
    private static final Set<String> THERE = Phrases.setOf("there", "هناك", "منها", "sur place", "y");
    private static final Set<String> THE = Phrases.setOf(
            "the", "this", "that", "same", "le", "la", "l", "cette", "ce", "cet", "meme", "هذه", "هذا", "du", "au");

    private Anaphora() {}

    /** Whether such a word stands near a trigger, with no name of a place right after it. */
    static boolean pointsAtPlace(Sentence sentence, Trigger trigger) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.distance(i, trigger.begin()) > 14) {
                continue;
            }
            int at = i;
            boolean named = sentence.mentions.stream().anyMatch(item -> item.begin() > at && item.begin() <= at + 3);
            if (named) {
                continue;
            }
            for (var reading : sentence.word(i).readings()) {
                boolean definite = reading.definite()
                        || i > 0 && THE.contains(sentence.word(i - 1).text());
                if (KINDS.contains(reading.stem()) && definite
                        || THERE.contains(reading.stem()) && reading.particles().length() < 2) {
                    return true;
                }
            }
        }
        return false;
    }
}
