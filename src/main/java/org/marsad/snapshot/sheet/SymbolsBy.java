package org.marsad.snapshot.sheet;

/** What the colours and glyphs of events tell, as on the dashboard. */
public enum SymbolsBy {
    TYPE,
    ACTOR
}
