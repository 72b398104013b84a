package org.marsad.geocode;

/**
 * A name that sounds like a word of the article.
 *
 * @param node in the index of names
 * @param cost by which the spellings are apart: see {@link Transliteration} and {@link Spellings}
 */
record Soundalike(int node, double cost) {}
