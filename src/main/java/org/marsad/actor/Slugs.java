package org.marsad.actor;

import org.marsad.text.Folding;

/** Names as parts of ids. */
final class Slugs {
    private Slugs() {}

    static String of(String name) {
        return Folding.key(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
