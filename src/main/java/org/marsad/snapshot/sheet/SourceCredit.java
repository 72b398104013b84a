package org.marsad.snapshot.sheet;

/**
 * Where something on the sheet comes from.
 *
 * @param attribution as its owner asks for it
 * @param licence short name, as {@code CC BY 4.0}
 */
public record SourceCredit(String attribution, String licence) {}
