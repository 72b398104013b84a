package org.marsad.snapshot.render;

import com.ibm.icu.lang.UCharacter;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Says which characters each glyph stands for. Readers of PDF (poppler, PDFBox) take glyphs from left to right and turn
 * right-to-left words round letter by letter, so in those words each letter gets a glyph of its own: where one glyph is two
 * letters (lam and alef) an empty one is put beside it, and a vowel mark's text goes to an empty glyph on the baseline.
 */
final class Clusters {
    private Clusters() {}

    /** @param blank a glyph that draws nothing */
    static void add(
            String text, Face face, int blank, GlyphVector vector, boolean rightToLeft, double from, List<Glyph> into) {
        int count = vector.getNumGlyphs();
        // A cluster is told by its first character; it ends where the next one in reading order begins.
        var starts = new TreeSet<Integer>();
        for (int i = 0; i < count; i++) {
            starts.add(vector.getGlyphCharIndex(i));
        }
        for (int i = 0; i < count; ) {
            int at = vector.getGlyphCharIndex(i);
            var glyphs = new ArrayList<Glyph>();
            for (; i < count && vector.getGlyphCharIndex(i) == at; i++) {
                int id = vector.getGlyphCode(i);
                if (id >= 0 && id < face.size()) { // else a character that is not drawn, as a direction mark
                    var place = vector.getGlyphPosition(i);
                    double advance = vector.getGlyphMetrics(i).getAdvanceX() / Face.UNITS;
                    glyphs.add(new Glyph(
                            face, id, from + place.getX() / Face.UNITS, -place.getY() / Face.UNITS, advance, ""));
                }
            }
            var next = starts.higher(at);
            var its = text.substring(at, next == null ? text.length() : next);
            if (glyphs.isEmpty()) {
                continue;
            }
            if (rightToLeft) {
                addRightToLeft(its, glyphs, blank, into);
            } else {
                into.add(withText(glyphs.getFirst(), its));
                into.addAll(glyphs.subList(1, glyphs.size()));
            }
        }
    }

    private static void addRightToLeft(String text, List<Glyph> glyphs, int blank, List<Glyph> into) {
        // A letter and the marks on it, in reading order.
        var letters = new ArrayList<String>();
        var marks = new ArrayList<String>();
        text.codePoints().forEach(c -> {
            boolean mark = UCharacter.getType(c) == Character.NON_SPACING_MARK;
            if (mark && !letters.isEmpty()) {
                marks.set(marks.size() - 1, marks.getLast() + Character.toString(c));
            } else {
                letters.add(Character.toString(c));
                marks.add("");
            }
        });
        var bases = new ArrayList<>(
                glyphs.stream().filter(glyph -> glyph.advance() > 0).toList());
        if (bases.isEmpty()) {
            bases.add(glyphs.getFirst());
        }
        Collections.reverse(bases); // in reading order too
        var parts = new ArrayList<Glyph>();
        for (int b = 0; b < bases.size(); b++) {
            boolean last = b == bases.size() - 1;
            int first = Math.min(b, letters.size());
            int end = last ? letters.size() : Math.min(b + 1, letters.size());
            slots(bases.get(b), letters.subList(first, end), marks.subList(first, end), blank, parts);
        }
        Collections.reverse(parts);
        glyphs.stream().filter(glyph -> !bases.contains(glyph)).forEach(parts::add);
        into.addAll(parts);
    }

    /** The glyph and the empty ones that share its width, in reading order. */
    private static void slots(Glyph glyph, List<String> letters, List<String> marks, int blank, List<Glyph> into) {
        if (letters.isEmpty()) {
            into.add(glyph);
            return;
        }
        if (glyph.y() != 0) {
            // A mark: its text stays on the baseline, for above it readers would take it for another line.
            into.add(new Glyph(glyph.face(), blank, glyph.x(), 0, 0, String.join("", letters)));
            into.add(glyph);
            return;
        }
        double share = glyph.advance() / letters.size();
        for (int i = 0; i < letters.size(); i++) {
            double x = glyph.x() + (letters.size() - 1 - i) * share;
            boolean leftmost = i == letters.size() - 1;
            into.add(new Glyph(
                    glyph.face(), leftmost ? glyph.id() : blank, x, leftmost ? glyph.y() : 0, share, letters.get(i)));
            var own = marks.get(i);
            for (int m = 0; m < own.length(); m++) {
                into.add(new Glyph(glyph.face(), blank, x, 0, 0, own.substring(m, m + 1)));
            }
        }
    }

    private static Glyph withText(Glyph glyph, String text) {
        return new Glyph(glyph.face(), glyph.id(), glyph.x(), glyph.y(), glyph.advance(), text);
    }
}
