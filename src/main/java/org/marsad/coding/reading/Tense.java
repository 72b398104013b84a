package org.marsad.coding.reading;

/** What the form of a trigger says about the reality of its event. */
public enum Tense {
    PAST,
    /** Alone or with an auxiliary: which, the words before tell. */
    PARTICIPLE,
    /** French « attaqué » folded: a participle where the source has the accent, else the present. */
    ACCENTED,
    PRESENT,
    FUTURE,
    CONDITIONAL,
    INFINITIVE,
    GERUND,
    /** A noun in the singular. */
    SINGULAR,
    /** A noun in the plural. */
    PLURAL;

    public boolean isNoun() {
        return this == SINGULAR || this == PLURAL;
    }
}
