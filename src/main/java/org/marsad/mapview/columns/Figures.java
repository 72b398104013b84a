package org.marsad.mapview.columns;

/**
 * Where each figure of a view lies in one array of numbers: totals first, then the values of each facet by their numbers
 * in the vocabulary as it was.
 */
final class Figures {
    static final int TOTAL = 0;
    static final int UNDATED = 1;
    static final int NOWHERE = 2;
    static final int IN_AREAS = 3;
    static final int CORRIDOR_CERTAIN = 4;
    static final int CORRIDOR_POSSIBLE = 5;
    static final int AREA_CERTAIN = 6;
    static final int AREA_POSSIBLE = 7;
    private static final int ROLES = 5;
    private static final int LANGUAGES = 3;
    private static final int PRECISIONS = 8;

    final SetDictionary.View who;
    final SetDictionary.View where;
    final int[] kindOfActor;
    final int type;
    final int actor;
    final int kind;
    final int role;
    final int country;
    final int region;
    final int border;
    final int language;
    final int source;
    final int precision;
    final int length;
    final int types;
    final int borders;
    final int sources;

    Figures(Vocabulary words) {
        // The sets first: whatever they hold is in the dictionaries by then.
        who = words.who.view();
        where = words.where.view();
        kindOfActor = words.kindOfActor();
        types = words.types().size();
        borders = words.borders().size();
        sources = words.sources().size();
        type = AREA_POSSIBLE + 1;
        actor = type + types;
        kind = actor + kindOfActor.length;
        role = kind + words.kinds().size();
        country = role + ROLES;
        region = country + words.countries().size();
        border = region + words.regions().size();
        language = border + borders;
        source = language + LANGUAGES;
        precision = source + sources;
        length = precision + PRECISIONS;
    }
}
