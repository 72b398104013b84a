package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws symbols as the dashboard does (frontend/marsad-icons.ts, marsad-events.ts), on the map and in the legend. */
final class SymbolPainter {
    private final Page page;
    private final Canvas canvas;
    private final double unit;

    SymbolPainter(Page page, double unit) {
        this.page = page;
        this.canvas = page.canvas();
        this.unit = unit;
    }

    static Shape disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    void draw(Mark mark) {
        if (mark.family() != null) {
            pin(mark.x(), mark.y(), mark.r(), mark.family(), mark.near(), mark.faint());
        } else {
            ring(mark);
        }
    }

    /** Filled for an exact place; hollow for one known to 25 km. */
    void pin(double x, double y, double r, Family family, boolean near, boolean faint) {
        double share = faint ? 0.5 : 1;
        var color = Palette.withAlpha(family.color(), share);
        canvas.fill(disc(x, y, r + 1.2 * unit), Palette.CASING);
        canvas.fill(disc(x, y, r), near ? Palette.BADGE : color);
        if (near) {
            canvas.stroke(disc(x, y, r - 1.1 * unit), Pen.of(2.2 * unit), color);
        }
        canvas.fill(family.shape().at(x, y, r * 0.6), near ? color : Color.WHITE);
    }

    private void ring(Mark mark) {
        double r = mark.r();
        canvas.fill(disc(mark.x(), mark.y(), r + 1.5 * unit), Palette.CASING);
        canvas.fill(disc(mark.x(), mark.y(), r), Palette.BADGE);
        double width = (mark.dashed() ? 2.5 : 4.5) * unit;
        var pen = mark.dashed() ? Pen.dashed(width, 3.2 * unit, 2.4 * unit) : Pen.of(width);
        double total = mark.shares().stream().mapToDouble(Mark.Share::part).sum();
        double radius = r - width / 2;
        double start = 90;
        for (var share : mark.shares()) {
            double extent = total == 0 ? 0 : -360 * share.part() / total;
            if (extent <= -360) {
                canvas.stroke(disc(mark.x(), mark.y(), radius), pen, share.color());
            } else if (extent < 0) {
                var arc = new Arc2D.Double(
                        mark.x() - radius, mark.y() - radius, 2 * radius, 2 * radius, start, extent, Arc2D.OPEN);
                canvas.stroke(arc, pen, share.color());
            }
            start += extent;
        }
        var text = page.words().compact(mark.count());
        double size = unit
                * (text.length() > 6
                        ? 7.5
                        : text.length() > 5 ? 8.5 : text.length() > 4 ? 10 : text.length() > 3 ? 11 : 12.5);
        var style = new Page.Style(Weight.SEMIBOLD, size, Palette.BADGE_TEXT);
        page.centered(text, mark.x(), mark.y() + size * 0.35, style);
    }

    /** The rows of the table that a symbol shows, as {@code 1–3, 7}. */
    static String rows(List<Integer> numbers) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < numbers.size(); ) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            parts.add(
                    end == i
                            ? numbers.get(i).toString()
                            : end == i + 1
                                    ? numbers.get(i) + ", " + numbers.get(end)
                                    : numbers.get(i) + "–" + numbers.get(end));
            i = end + 1;
        }
        return String.join(", ", parts);
    }

    /** A dark tag with rows of the table. @return its box, its middle at the point given */
    Rectangle2D tagBox(String text, double x, double y) {
        double size = 9.5 * unit;
        double width = page.width(text, new Page.Style(Weight.SEMIBOLD, size, Color.WHITE)) + 5 * unit;
        double height = 12 * unit;
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    void tag(String text, Rectangle2D box) {
        double size = 9.5 * unit;
        canvas.fill(
                new RoundRectangle2D.Double(
                        box.getX(), box.getY(), box.getWidth(), box.getHeight(), 4 * unit, 4 * unit),
                Palette.INK);
        page.centered(
                text,
                box.getCenterX(),
                box.getCenterY() + size * 0.35,
                new Page.Style(Weight.SEMIBOLD, size, Color.WHITE));
    }
}
