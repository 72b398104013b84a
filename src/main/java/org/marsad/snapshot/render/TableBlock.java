package org.marsad.snapshot.render;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.marsad.snapshot.sheet.KeyTable;

/** The key table, as many rows as have room; the last line says how many have none. */
final class TableBlock {
    private static final double ROW = 10.4;
    private static final double GAP = 7;

    private final Page page;
    private final double scale;

    TableBlock(Page page, double scale) {
        this.page = page;
        this.scale = scale;
    }

    /** How many rows a table of that height shows. */
    static int rowsIn(KeyTable table, double height, double scale) {
        int fit = Math.max(0, (int) Math.floor((height - ROW * scale) / (ROW * scale)));
        boolean all = table.rows().size() <= fit && table.more() == 0;
        return all ? table.rows().size() : Math.min(table.rows().size(), Math.max(0, fit - 1));
    }

    void draw(KeyTable table, Rectangle2D box) {
        int shown = rowsIn(table, box.getHeight(), scale);
        boolean numbered = table.rows().stream().anyMatch(row -> row.event() != null);
        double indent = numbered ? 16 * scale : 0;
        var head = new Page.Style(Weight.SEMIBOLD, 6.6 * scale, Palette.SOFT);
        var body = new Page.Style(Weight.REGULAR, 6.9 * scale, Palette.INK);
        var canvas = page.canvas();
        var widths = ColumnWidths.of(
                table,
                shown,
                box.getWidth() - indent,
                GAP * scale,
                heading -> page.width(heading, head),
                text -> page.width(page.words().figures(text.strip()), body));
        canvas.tagged(Tag.TABLE, "", () -> {
            canvas.tagged(Tag.TR, "", () -> {
                if (numbered) {
                    canvas.tagged(Tag.HEADER_CELL, "", () -> page.start("#", box, baseline(box, 0), head));
                }
                for (int column = 0; column < table.columns().size(); column++) {
                    cell(
                            table.columns().get(column),
                            table.columns().get(column).heading(),
                            place(box, widths, column, indent),
                            0,
                            head,
                            Tag.HEADER_CELL);
                }
            });
            line(box, 1);
            var painter = new SymbolPainter(page, 0.5 * scale);
            for (int row = 0; row < shown; row++) {
                int index = row;
                var its = table.rows().get(row);
                canvas.tagged(Tag.TR, "", () -> {
                    if (numbered) {
                        canvas.tagged(Tag.CELL, "", () -> {
                            if (its.event() != null) {
                                double x = page.isRightToLeft() ? box.getMaxX() - 6 * scale : box.getMinX() + 6 * scale;
                                var text = page.words().figures(Integer.toString(index + 1));
                                painter.tag(text, painter.tagBox(text, x, baseline(box, index + 1) - 2.4 * scale));
                            }
                        });
                    }
                    for (int column = 0; column < table.columns().size(); column++) {
                        cell(
                                table.columns().get(column),
                                its.cells().get(column),
                                place(box, widths, column, indent),
                                index + 1,
                                body,
                                Tag.CELL);
                    }
                });
                line(box, row + 2);
            }
        });
        long left = table.rows().size() - shown + table.more();
        if (left > 0) {
            canvas.tagged(
                    Tag.PARAGRAPH,
                    "",
                    () -> page.start(page.words().say("table.more", left), box, baseline(box, shown + 1), head));
        }
    }

    private double baseline(Rectangle2D box, int line) {
        return box.getMinY() + (line + 0.72) * ROW * scale;
    }

    private void line(Rectangle2D box, int below) {
        double y = box.getMinY() + below * ROW * scale;
        page.canvas()
                .stroke(
                        new Line2D.Double(box.getMinX(), y, box.getMaxX(), y),
                        Pen.of((below == 1 ? 0.6 : 0.25) * scale),
                        Palette.RULE);
    }

    private Rectangle2D place(Rectangle2D box, List<Double> widths, int column, double indent) {
        double from = indent;
        for (int i = 0; i < column; i++) {
            from += widths.get(i);
        }
        double width = widths.get(column) - GAP * scale;
        double x = page.isRightToLeft() ? box.getMaxX() - from - width : box.getMinX() + from;
        return new Rectangle2D.Double(x, box.getY(), width, box.getHeight());
    }

    private void cell(KeyTable.Column column, String text, Rectangle2D place, int line, Page.Style style, Tag tag) {
        page.canvas().tagged(tag, "", () -> {
            // What was measured must fit, whatever the last figure of the sum.
            var shown = page.fit(page.words().figures(text), place.getWidth() + 0.01, style);
            if (column.figures()) {
                page.end(shown, place, baseline(place, line), style);
            } else {
                page.start(shown, place, baseline(place, line), style);
            }
        });
    }
}
