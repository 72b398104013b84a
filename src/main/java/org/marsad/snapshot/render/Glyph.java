package org.marsad.snapshot.render;

/**
 * A glyph of a shaped line, in em.
 *
 * @param x from the line's left end
 * @param y above the baseline (a mark)
 * @param advance to the next glyph
 * @param text the characters that it stands for, in the order in which they are read; empty for the second and further
 *     glyphs of one cluster
 */
record Glyph(Face face, int id, double x, double y, double advance, String text) {}
