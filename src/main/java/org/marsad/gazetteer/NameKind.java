package org.marsad.gazetteer;

/** What a name is to its place. */
public enum NameKind {
    OFFICIAL,
    VARIANT,
    EXONYM,
    FORMER,
    /** Made by transliteration; no source attests it. */
    GENERATED,
    DEMONYM
}
