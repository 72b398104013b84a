package org.marsad.curation;

import org.marsad.text.Language;

/**
 * A name of an actor, in one of the languages that are read. Two are one name where text and language are the same.
 */
public record ActorLabel(Language language, String text) {
    /** Characters of a name, at most. */
    public static final int LONGEST = 200;

    public ActorLabel {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters; \"" + text + "\" has not");
        }
    }
}
