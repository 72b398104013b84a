package org.marsad.coding.draft;

import java.util.List;
import java.util.Set;
import org.marsad.coding.reading.Trigger;

/** Bombs that are found, seized or made harmless: « ont désamorcé deux engins explosifs découverts lundi ». They attack nobody. */
final class FoundWeapons {
    private static final Set<String> TAKING = Set.of("confiscation", "arrest");

    /** Words between a verb and the weapon that it takes, at most. */
    private static final int REACH = 6;

    private FoundWeapons() {}

    /** The triggers without the weapons that a verb of the same clause takes. */
    static List<Trigger> drop(List<Trigger> triggers) {
        return triggers.stream()
                .filter(trigger -> triggers.stream().noneMatch(verb -> takes(verb, trigger)))
                .toList();
    }

    private static boolean takes(Trigger verb, Trigger weapon) {
        int gap = weapon.begin() - verb.end();
        return weapon.isNoun()
                && weapon.kind().key().equals("ied")
                && !verb.isNoun()
                && TAKING.contains(verb.kind().key())
                && gap >= 0
                && gap <= REACH
                && verb.sentence().clause(verb.begin()) == verb.sentence().clause(weapon.begin());
    }
}
