package org.marsad.geocode;

/** What a word of the lexicon tells about a place name beside it. The names are those of {@code terms.tsv}. */
enum Term {
    /** Town of, village of: a settlement follows. */
    SETTLEMENT,
    /** Among these, a small one: no great town is called so. */
    VILLAGE,
    /** A part of a town follows. */
    QUARTER,
    ADMIN1,
    ADMIN2,
    /** A region that need not be an administrative one. */
    AREA,
    STATE,
    RIVER,
    LAKE,
    MOUNTAIN,
    FOREST,
    ISLAND,
    /** Near, mayor of, road to: some place follows. */
    NEAR,
    /** North, northern. */
    DIRECTION,
    PREPOSITION,
    /** Stands between a cue and its name: the "of" of "town of". */
    LINK,
    ARTICLE,
    /** Head of an ambiguous adjective that makes it a demonym. */
    STATEHEAD,
    /** Head of an ambiguous adjective that makes it the common word. */
    OTHERHEAD,
    /** General, minister: a person's name follows. */
    TITLE,
    /** Son of, father of: inside a person's name. */
    KIN,
    GIVEN,
    /** A verb of saying or deciding. */
    SAYING,
    /** Head of a name that holds a place name without meaning the place. */
    NESTING,
    NESTLINK,
    NESTINGAFTER,
    ORGHEAD,
    ORGAFTER,
    /** No place name by itself. */
    NEVER,
    /** Its stem is of class {@link #NEVER}; set by the reader, not by the table. */
    NEVERSTEM,
    /** An adjective of origin that is another word more often. */
    AMBIGUOUS,
    /** An indefinite person in the accusative, whose adjective may look like a state: «جنديا سوريا». */
    ACCUSATIVE,
    /** A person or a body of persons, for bare ambiguous adjectives after it. */
    HUMAN,
    /** Before «قطري»: nation-wide. */
    COUNTRYWIDE,
    /** A news agency's signature in brackets. */
    AGENCY,
    /** «القنب الهندي», the Indian Ocean: the adjective names a sort of thing. */
    SORTHEAD,
    SORTAFTER,
    /** Fighters, a movement: a region after it is part of their name, a state is not. */
    GROUP,
    /** What signs a report beside its place: an agency, the paper's own correspondent. */
    BYLINE,
    /** A noun for several divisions or towns: those that follow in a row are all such. */
    PLURALKIND,
    /** Stands between such a noun and the row: «ولايات منها دوسو». */
    AMONG,
    /** A word of every day that is also the name of a place, however great. */
    EVERYDAY,
    /** Stands between a place and the country around it: "Gao, in the north of Mali". */
    INSIDE,
    /** Talks, summit, court: held in a city, so a name that is a state's too means the capital. */
    MEETING,
    /** A crossing, an oil field, a camp: outside the name that follows. */
    WORKS,
    /** Begins Arabic place names of several words: «عين», «أم», «رأس». */
    HEAD,
    /** A broken plural of things, whose adjective is feminine. */
    PLURALHEAD;

    final long bit = 1L << ordinal();

    boolean in(long terms) {
        return (terms & bit) != 0;
    }

    /** Cues that name a kind of place. */
    static final long KINDS_OF_PLACE = SETTLEMENT.bit
            | QUARTER.bit
            | ADMIN1.bit
            | ADMIN2.bit
            | AREA.bit
            | STATE.bit
            | RIVER.bit
            | LAKE.bit
            | MOUNTAIN.bit
            | FOREST.bit
            | ISLAND.bit;
}
