package org.marsad.curation;

import java.util.List;

/**
 * What is wrong with an edit, or may be.
 *
 * @param code for the words of the screen: see {@link Code}
 * @param refused whether it cannot be applied; else it can, once seen
 * @param message in English, with the figures in it
 * @param values the figures and names of the message, in order, for other languages
 * @param places ids of the places that it is about: duplicates, the country's …
 */
public record Problem(Code code, boolean refused, String message, List<String> values, List<String> places) {
    public Problem {
        values = List.copyOf(values);
        places = List.copyOf(places);
    }

    /** What can be wrong. */
    public enum Code {
        /** Latitude and longitude are swapped; values: the position that they make the right way round. */
        SWAPPED,
        /** At 0, 0. */
        NULL_ISLAND,
        /** Not on Earth. */
        NOT_ON_EARTH,
        /** In no country's area; a warning for features and regions. */
        AT_SEA,
        /** In another country than stated; values: stated, found. */
        OUTSIDE_COUNTRY,
        /** The settlements around are in no such first-level division, or none is stated; values: stated, guessed. */
        DIVISION,
        /** Nothing that could be found in a text is left of the name; values: the name. */
        EMPTY_NAME,
        /** The name is a common word; values: the name, in how many articles its words stand. */
        COMMON_WORD,
        /** The merge would go in a circle, or into a retired place. */
        MERGE_CYCLE,
        /** Another place of this name nearby; values: name, distance in km. */
        DUPLICATE,
        /** A place of this name elsewhere; values: name, country. */
        NAMESAKE,
        /** The edit changes nothing. */
        NO_CHANGE,
        /** A place without any name, or without one in its list. */
        NO_NAME,
        /** The id is taken. */
        TAKEN,
        /** A state is neither made, merged nor retired here. */
        STATE,
        /** The field cannot be so; values: field, value. */
        BAD_VALUE,
        /** Another actor has the name; values: name, the actor's. */
        NAME_OF_OTHER,
        /** Another actor has the name, at another time. */
        NAME_BY_TIME,
        /** An actor would be part of itself; values: its name, by way of whom. */
        PARENT_CYCLE,
        /** Others are part of the actor; values: its name, how many. */
        HAS_PARTS,
        /** Events with the actor are not of its period; values: its name, how many. */
        OUTSIDE_PERIOD,
        /** An actor composed of a country and an institution has no row that could be retired; values: its name. */
        COMPOSED,
        /** Both changed the same of it; values: its name, the other change. */
        CHANGED_MEANWHILE,
        /** The word names events of another kind too; values: word, kind. */
        OTHER_KIND
    }
}
