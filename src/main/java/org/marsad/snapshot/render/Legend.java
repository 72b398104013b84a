package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.marsad.snapshot.sheet.Sheet;

/** Says what the map shows, and no more than that. */
final class Legend {
    private record Entry(Symbol symbol, String text) {}

    /** Draws a symbol about a point. */
    private interface Symbol {
        void at(double x, double y);
    }

    private final Sheet sheet;
    private final Page page;
    private final Canvas canvas;
    private final MapFigure map;
    private final double scale;
    private final SymbolPainter painter;

    Legend(Sheet sheet, Page page, MapFigure map, double scale) {
        this.sheet = sheet;
        this.page = page;
        this.canvas = page.canvas();
        this.map = map;
        this.scale = scale;
        painter = new SymbolPainter(page, 0.36 * scale);
    }

    /**
     * @param columns next to each other
     * @return the height taken
     */
    double draw(Rectangle2D box, int columns) {
        var style = new Page.Style(Weight.REGULAR, 7 * scale, Palette.INK);
        var entries = entries();
        double gap = 10 * scale;
        double width = (box.getWidth() - (columns - 1) * gap) / columns;
        double indent = 19 * scale;
        var heights = new ArrayList<Double>();
        var texts = new ArrayList<List<String>>();
        for (var entry : entries) {
            var lines = page.wrap(entry.text(), width - indent, style);
            texts.add(lines);
            heights.add(Math.max(11.2 * scale, lines.size() * style.size() * 1.25 + 2.6 * scale));
        }
        double perColumn = heights.stream().mapToDouble(Double::doubleValue).sum() / columns;
        double tallest = 0;
        double y = 0;
        int column = 0;
        for (int i = 0; i < entries.size(); i++) {
            double height = heights.get(i);
            if (column < columns - 1 && y > 0 && y + height / 2 > perColumn) {
                column++;
                y = 0;
            }
            double from = column * (width + gap);
            double left = page.isRightToLeft() ? box.getMaxX() - from - width : box.getMinX() + from;
            double top = box.getMinY() + y;
            double middle = top + height / 2;
            double symbolX = page.isRightToLeft() ? left + width - indent / 2 + 1 : left + indent / 2 - 1;
            var text = new Rectangle2D.Double(page.isRightToLeft() ? left : left + indent, top, width - indent, height);
            int index = i;
            canvas.tagged(Tag.PARAGRAPH, "", () -> {
                entries.get(index).symbol().at(symbolX, middle);
                var lines = texts.get(index);
                double baseline = middle - (lines.size() - 1) * style.size() * 0.625 + style.size() * 0.35;
                for (var line : lines) {
                    page.start(line, text, baseline, style);
                    baseline += style.size() * 1.25;
                }
            });
            y += height;
            tallest = Math.max(tallest, y);
        }
        return tallest;
    }

    private List<Entry> entries() {
        var words = page.words();
        var marks = map.marks();
        var entries = new ArrayList<Entry>();
        var some = marks.families().isEmpty()
                ? Family.list(sheet.symbols()).getFirst()
                : marks.families().iterator().next();
        double r = 4.2 * scale;
        for (var family : marks.families()) {
            entries.add(new Entry((x, y) -> painter.pin(x, y, r, family, false, false), words.say(family.key())));
        }
        if (marks.showsNear()) {
            if (marks.showsExact()) {
                entries.add(new Entry((x, y) -> painter.pin(x, y, r, some, false, false), words.say("legend.exact")));
            }
            entries.add(new Entry((x, y) -> painter.pin(x, y, r, some, true, false), words.say("legend.near")));
        }
        if (!marks.near().isEmpty()) {
            entries.add(new Entry(
                    (x, y) -> canvas.stroke(
                            SymbolPainter.disc(x, y, r), Pen.dashed(0.6 * scale, 1.6 * scale, 2 * scale), some.color()),
                    words.say("legend.circle")));
        }
        if (marks.showsFaint()) {
            entries.add(new Entry((x, y) -> painter.pin(x, y, r, some, false, true), words.say("legend.faint")));
        }
        if (marks.showsClusters() || marks.isCounted() && !marks.marks().isEmpty()) {
            var shares = marks.isCounted()
                    ? List.of(new Mark.Share(Family.VIOLENCE.color(), 4), new Mark.Share(Palette.OTHER, 8))
                    : ring();
            long count = marks.isCounted() ? 12 : 3;
            entries.add(new Entry(
                    (x, y) -> painter.draw(
                            new Mark(x, y, 4.8 * scale, count, null, false, false, shares, false, List.of())),
                    words.say(marks.isCounted() ? "legend.counts" : "legend.cluster")));
        }
        if (marks.showsAreas()) {
            entries.add(new Entry(
                    (x, y) -> {
                        canvas.fill(SymbolPainter.disc(x, y, 4.6 * scale), Palette.AREA_FILL);
                        canvas.stroke(
                                SymbolPainter.disc(x, y, 4.6 * scale),
                                Pen.dashed(0.8 * scale, 1.8 * scale, 1.8 * scale),
                                marks.isCounted() ? Family.VIOLENCE.color() : some.color());
                    },
                    words.say("legend.area")));
        }
        if (marks.showsLines()) {
            entries.add(new Entry(
                    (x, y) -> canvas.stroke(wave(x, y), Pen.round(2.2 * scale), some.color()),
                    words.say("legend.line")));
        }
        if (marks.showsNumbers()) {
            entries.add(new Entry(
                    (x, y) -> {
                        var text = words.figures("1");
                        painter.tag(text, painter.tagBox(text, x, y));
                    },
                    words.say("legend.number")));
        }
        addGround(entries);
        return entries;
    }

    private List<Mark.Share> ring() {
        return map.marks().families().stream()
                .limit(3)
                .map(family -> new Mark.Share(family.color(), 1))
                .toList();
    }

    private void addGround(List<Entry> entries) {
        var words = page.words();
        var corridor = sheet.corridor();
        if (corridor != null) {
            entries.add(new Entry(
                    (x, y) -> {
                        var band = new Rectangle2D.Double(x - 7 * scale, y - 4 * scale, 14 * scale, 8 * scale);
                        canvas.fill(band, Palette.CORRIDOR_FILL);
                        canvas.stroke(band, Pen.dashed(0.6 * scale, 1.2 * scale, 1.6 * scale), Palette.CORRIDOR_LINE);
                        canvas.stroke(wave(x, y), Pen.round(1.3 * scale), Palette.CORRIDOR_LINE);
                    },
                    words.say("legend.corridor", words.number(corridor.km()))));
        }
        if (sheet.area() != null) {
            entries.add(new Entry(
                    (x, y) -> {
                        var band = new Rectangle2D.Double(x - 6 * scale, y - 3.6 * scale, 12 * scale, 7.2 * scale);
                        canvas.fill(band, Palette.DRAWN_FILL);
                        canvas.stroke(band, Pen.of(scale), Palette.DRAWN);
                    },
                    words.say("legend.drawn")));
        }
        if (map.showsCapital()) {
            entries.add(dot(1.7, Palette.TOWN, words.say("legend.capital")));
        }
        if (map.showsTown()) {
            entries.add(dot(1.2, Palette.TOWN_DOT, words.say("legend.town")));
        }
        if (map.showsBorders()) {
            entries.add(line(Pen.round(0.9 * scale), Palette.BORDER, words.say("legend.border")));
        }
        if (map.showsDisputed()) {
            entries.add(line(
                    Pen.dashed(0.9 * scale, 2.5 * scale, 2 * scale), Palette.BORDER, words.say("legend.disputed")));
        }
        if (map.showsDivisions()) {
            entries.add(line(
                    Pen.dashed(0.6 * scale, 3 * scale, 1.5 * scale, 0.5 * scale, 1.5 * scale),
                    Palette.DIVISION,
                    words.say("legend.division")));
        }
        if (map.showsWater()) {
            entries.add(line(Pen.round(0.8 * scale), Palette.RIVER, words.say("legend.water")));
        }
    }

    private Entry dot(double r, Color color, String text) {
        return new Entry((x, y) -> canvas.fill(SymbolPainter.disc(x, y, r * scale), color), text);
    }

    private Entry line(Pen pen, Color color, String text) {
        return new Entry((x, y) -> canvas.stroke(wave(x, y), pen, color), text);
    }

    private Path2D wave(double x, double y) {
        var path = new Path2D.Double();
        path.moveTo(x - 7 * scale, y + 1.6 * scale);
        path.lineTo(x - 2 * scale, y - 1.8 * scale);
        path.lineTo(x + 2 * scale, y + 0.6 * scale);
        path.lineTo(x + 7 * scale, y - 2.2 * scale);
        return path;
    }
}
