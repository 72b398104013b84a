package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets text on a canvas the way the sheet's language runs: starts are left for French and English, right for Arabic.
 */
final class Page {
    private final Canvas canvas;
    private final Words words;
    private boolean missing;

    Page(Canvas canvas, Words words) {
        this.canvas = canvas;
        this.words = words;
    }

    /** How text looks. */
    record Style(Weight weight, double size, Color color) {
        double leading() {
            return size * 1.38;
        }

        Style sized(double other) {
            return new Style(weight, other, color);
        }
    }

    Canvas canvas() {
        return canvas;
    }

    Words words() {
        return words;
    }

    /** Whether a character was set that no font has. */
    boolean hasMissing() {
        return missing;
    }

    boolean isRightToLeft() {
        return words.isRightToLeft();
    }

    TextLine shape(String text, Style style) {
        var line = Shaper.shared().shape(text, style.weight(), words.likely());
        missing |= line.hasMissing();
        return line;
    }

    double width(String text, Style style) {
        return shape(text, style).width(style.size());
    }

    /** A line at the start side of a box. @param y its baseline */
    void start(String text, Rectangle2D box, double y, Style style) {
        var line = shape(text, style);
        double x = isRightToLeft() ? box.getMaxX() - line.width(style.size()) : box.getMinX();
        canvas.text(line, x, y, style.size(), style.color());
    }

    /** A line at the end side of a box. */
    void end(String text, Rectangle2D box, double y, Style style) {
        var line = shape(text, style);
        double x = isRightToLeft() ? box.getMinX() : box.getMaxX() - line.width(style.size());
        canvas.text(line, x, y, style.size(), style.color());
    }

    void centered(String text, double x, double y, Style style) {
        var line = shape(text, style);
        canvas.text(line, x - line.width(style.size()) / 2, y, style.size(), style.color());
    }

    /** Lines below each other; returns the height that they take. @param y top of the first */
    double lines(List<String> lines, Rectangle2D box, double y, Style style) {
        double baseline = y + style.size() * 0.98;
        for (var line : lines) {
            start(line, box, baseline, style);
            baseline += style.leading();
        }
        return lines.size() * style.leading();
    }

    /** The text in lines that fit the width, broken where its language allows. */
    List<String> wrap(String text, double width, Style style) {
        var result = new ArrayList<String>();
        for (var paragraph : text.strip().split("\\R")) {
            wrapParagraph(paragraph.strip(), width, style, result);
        }
        return result;
    }

    private void wrapParagraph(String text, double width, Style style, List<String> into) {
        var breaks = BreakIterator.getLineInstance(words.javaLocale());
        breaks.setText(text);
        int start = 0;
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (width(text.substring(start, end).stripTrailing(), style) <= width) {
                fits = end;
                continue;
            }
            if (fits > start) {
                into.add(text.substring(start, fits).strip());
                start = fits;
            }
            // A word longer than a line is cut between characters.
            while (width(text.substring(start, end).stripTrailing(), style) > width) {
                int cut = longestFit(text.substring(start, end), "", width, style);
                into.add(text.substring(start, start + cut));
                start += cut;
            }
            fits = end;
        }
        var rest = text.substring(start).strip();
        if (!rest.isEmpty()) {
            into.add(rest);
        }
    }

    /** How many characters from the start fit before the suffix; at least one. */
    private int longestFit(String text, String suffix, double width, Style style) {
        var characters = BreakIterator.getCharacterInstance(words.javaLocale());
        characters.setText(text);
        var cuts = new ArrayList<Integer>();
        for (int at = characters.next(); at != BreakIterator.DONE; at = characters.next()) {
            cuts.add(at);
        }
        int low = 0;
        int high = cuts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, cuts.get(middle)).stripTrailing() + suffix, style) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cuts.isEmpty() ? text.length() : cuts.get(low);
    }

    /** The text cut with an ellipsis where it is too wide for one line. */
    String fit(String text, double width, Style style) {
        var single = text.strip().replaceAll("\\s+", " ");
        if (width(single, style) <= width) {
            return single;
        }
        int cut = longestFit(single, "…", width, style);
        return single.substring(0, cut).stripTrailing() + "…";
    }

    /** At most so many lines; the last one ends in an ellipsis where there would be more. */
    List<String> fit(String text, double width, int most, Style style) {
        var lines = wrap(text, width, style);
        if (lines.size() <= most) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, most));
        var last = kept.getLast();
        int cut = width(last + "…", style) <= width ? last.length() : longestFit(last, "…", width, style);
        kept.set(most - 1, last.substring(0, cut).stripTrailing() + "…");
        return kept;
    }
}
