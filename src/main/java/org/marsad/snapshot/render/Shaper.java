package org.marsad.snapshot.render;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into glyphs: the Unicode bidirectional algorithm (ICU), then HarfBuzz by way of Java's font layout, run by run.
 * Safe for use by several threads.
 */
final class Shaper {
    /** Which way a line runs as a whole. */
    enum Direction {
        LTR,
        RTL,
        /** As its first letter does, else left to right. */
        AUTO_LTR,
        /** As its first letter does, else right to left. */
        AUTO_RTL
    }

    private record Key(String text, Weight weight, Direction direction) {}

    private static final int MOST_KEPT = 20_000;

    private static final Shaper INSTANCE = new Shaper(Faces.shipped());

    private final Faces faces;
    private final Map<Key, TextLine> kept = new ConcurrentHashMap<>();

    private Shaper(Faces faces) {
        this.faces = faces;
    }

    static Shaper shared() {
        return INSTANCE;
    }

    TextLine shape(String text, Weight weight, Direction direction) {
        var key = new Key(text, weight, direction);
        var line = kept.get(key);
        if (line == null) {
            line = reckon(text, weight, direction);
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(key, line);
        }
        return line;
    }

    private TextLine reckon(String source, Weight weight, Direction direction) {
        var text = withoutControls(source);
        var level = switch (direction) {
            case LTR -> Bidi.LTR;
            case RTL -> Bidi.RTL;
            case AUTO_LTR -> Bidi.LEVEL_DEFAULT_LTR;
            case AUTO_RTL -> Bidi.LEVEL_DEFAULT_RTL;
        };
        var bidi = new Bidi();
        bidi.setPara(text, level, null);
        var glyphs = new ArrayList<Glyph>();
        double x = 0;
        char[] chars = text.toCharArray();
        for (int i = 0; i < bidi.countRuns(); i++) {
            var run = bidi.getVisualRun(i);
            boolean rightToLeft = (run.getEmbeddingLevel() & 1) == 1;
            x = addRun(text, chars, run.getStart(), run.getLimit(), rightToLeft, weight, x, glyphs);
        }
        return new TextLine(text, List.copyOf(glyphs), x, (bidi.getParaLevel() & 1) == 1);
    }

    /** Line breaks and tabs are spaces; other control characters go. */
    private static String withoutControls(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                result.append(' ');
            } else if (Character.getType(c) != Character.CONTROL) {
                result.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
            }
        });
        return result.toString();
    }

    private double addRun(
            String text,
            char[] chars,
            int start,
            int limit,
            boolean rightToLeft,
            Weight weight,
            double from,
            List<Glyph> into) {
        var stretches = stretches(text, start, limit, weight);
        double x = from;
        for (int i = 0; i < stretches.size(); i++) {
            var stretch = stretches.get(rightToLeft ? stretches.size() - 1 - i : i);
            var vector = stretch.face().shape(chars, stretch.start(), stretch.limit(), rightToLeft);
            var its = text.substring(stretch.start(), stretch.limit());
            Clusters.add(its, stretch.face(), stretch.face().blank(), vector, rightToLeft, x, into);
            x += vector.getGlyphPosition(vector.getNumGlyphs()).getX() / Face.UNITS;
        }
        return x;
    }

    private record Stretch(Face face, int start, int limit) {}

    /** The run cut where another face is needed. */
    private List<Stretch> stretches(String text, int start, int limit, Weight weight) {
        var result = new ArrayList<Stretch>();
        @Nullable Face current = null;
        int begun = start;
        for (int i = start; i < limit; ) {
            int c = text.codePointAt(i);
            boolean goesAlong = current != null
                    && (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                            || Character.isWhitespace(c)
                            || UCharacter.getType(c) == Character.NON_SPACING_MARK);
            var face = goesAlong ? current : faces.faceFor(c, weight);
            if (current != null && face != current) {
                result.add(new Stretch(current, begun, i));
                begun = i;
            }
            current = face;
            i += Character.charCount(c);
        }
        if (current != null) {
            result.add(new Stretch(current, begun, limit));
        }
        return result;
    }
}
