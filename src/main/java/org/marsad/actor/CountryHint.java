package org.marsad.actor;

/**
 * That a text speaks of a country at some index; a town named there says so as well. «الجيش» alone is the army of the
 * country that the text around it speaks of.
 *
 * @param at index into the document's text
 * @param iso2 ISO 3166-1 alpha-2
 */
public record CountryHint(int at, String iso2) {}
