package org.marsad.snapshot.render;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.TimeBins;

/**
 * Lays a sheet out: the title above, the map, what is shown and the legend beside it (below it where the paper stands upright),
 * time and the key table below, sources and how to check it at the foot. For Arabic all is the other way round.
 */
final class SheetLayout {
    private static final double MARGIN = 26;

    private final Sheet sheet;
    private final Words words;
    private final double width;
    private final double height;
    private final double scale;
    private final SheetFoot foot;

    SheetLayout(Sheet sheet) {
        this.sheet = sheet;
        words = new Words(sheet.language(), sheet.digits());
        width = points(sheet.paper().widthMm());
        height = points(sheet.paper().heightMm());
        // Letters grow less than the paper: a larger sheet shows more.
        scale = Math.pow(width * height / (points(210) * points(297)), 0.38);
        foot = new SheetFoot(sheet, words, scale);
    }

    static double points(double mm) {
        return mm * 72 / 25.4;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Words words() {
        return words;
    }

    void draw(Canvas canvas) {
        var page = new Page(canvas, words);
        double margin = MARGIN * scale;
        double top = classification(page, margin * 0.62);
        double bottom = height - margin * 0.62;
        if (!sheet.classification().isBlank()) {
            bottom -= 10 * scale;
        }
        var content = new Rectangle2D.Double(margin, top, width - 2 * margin, bottom - top);
        double y = header(page, content);
        // The foot is measured first: the rest is laid out above it.
        double footHeight = foot.draw(new Page(new NullCanvas(), words), content, 0, true);
        double footTop = bottom - footHeight;
        var body = new Rectangle2D.Double(content.getX(), y, content.getWidth(), footTop - 6 * scale - y);
        if (sheet.paper().isLandscape()) {
            landscape(page, body);
        } else {
            portrait(page, body);
        }
        foot.draw(page, content, footTop, page.hasMissing());
        if (!sheet.classification().isBlank()) {
            classificationLine(page, height - margin * 0.62 + 1);
        }
    }

    private Page.Style classificationStyle() {
        return new Page.Style(Weight.SEMIBOLD, 8.2 * scale, Palette.CLASSIFICATION);
    }

    private double classification(Page page, double top) {
        if (sheet.classification().isBlank()) {
            return top;
        }
        classificationLine(page, top + 7 * scale);
        return top + 13 * scale;
    }

    private void classificationLine(Page page, double baseline) {
        var style = classificationStyle();
        var text = page.fit(sheet.classification(), width * 0.86, style);
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.centered(text, width / 2, baseline, style));
    }

    /** Draws title and note; returns the y below. */
    private double header(Page page, Rectangle2D content) {
        double y = content.getY() + 2 * scale;
        double indent = 9 * scale;
        var box = page.isRightToLeft()
                ? new Rectangle2D.Double(content.getX(), y, content.getWidth() - indent, 0)
                : new Rectangle2D.Double(content.getX() + indent, y, content.getWidth() - indent, 0);
        var title = new Page.Style(Weight.SEMIBOLD, 19 * scale, Palette.INK);
        var lines = List.<String>of();
        for (double size : new double[] {19, 16.5, 14.5, 12.5, 11}) {
            title = title.sized(size * scale);
            int most = size > 14 ? 2 : 3;
            lines = page.wrap(sheet.title(), box.getWidth(), title);
            if (lines.size() <= most) {
                break;
            }
            lines = page.fit(sheet.title(), box.getWidth(), most, title);
        }
        var shown = lines;
        var style = new Page.Style(title.weight(), title.size(), title.color());
        double from = y;
        page.canvas().tagged(Tag.TITLE, "", () -> page.lines(shown, box, from, style));
        y += shown.size() * style.leading();
        if (!sheet.note().isBlank()) {
            var note = new Page.Style(Weight.REGULAR, 8.6 * scale, Palette.SOFT);
            var noteLines = page.fit(sheet.note(), box.getWidth(), 3, note);
            double at = y + 0.5 * scale;
            page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.lines(noteLines, box, at, note));
            y = at + noteLines.size() * note.leading();
        }
        double x = page.isRightToLeft() ? content.getMaxX() - 3 * scale : content.getX();
        page.canvas()
                .fill(new Rectangle2D.Double(x, from + 2 * scale, 3 * scale, y - from - 2 * scale), Palette.ACCENT);
        return y + 8 * scale;
    }

    private void landscape(Page page, Rectangle2D body) {
        double strip = Math.min(118 * scale, body.getHeight() * 0.3);
        double gap = 12 * scale;
        boolean noStrip = sheet.histogram() == null && sheet.table().rows().isEmpty();
        double upper = body.getHeight() - (noStrip ? 0 : strip + gap);
        double side = Math.max(168 * scale, body.getWidth() * 0.235);
        var mapArea = across(page, body, 0, body.getWidth() - side - gap, body.getY(), upper);
        var panel = across(page, body, body.getWidth() - side, side, body.getY(), upper);
        int rows = tableRows(strip);
        var map = newMap(page, mapArea, rows);
        // The locator goes into the panel where there is room, else into a free corner of the map, else the panel's
        // text shrinks.
        var trial = newMap(new Page(new NullCanvas(), words), mapArea, rows);
        trial.supposeAll();
        double text = panelText(new Page(new NullCanvas(), words), trial, panel, scale);
        boolean roomy = panel.getHeight() - text > 58 * scale;
        boolean inPanel = roomy || !map.placeLocatorInCorner();
        draw(page, map);
        panel(page, map, panel, inPanel);
        if (!noStrip) {
            strip(page, body, body.getY() + upper + gap, strip);
        }
    }

    private void portrait(Page page, Rectangle2D body) {
        double gap = 10 * scale;
        boolean noStrip = sheet.histogram() == null && sheet.table().rows().isEmpty();
        double strip = noStrip ? 0 : Math.min(148 * scale, body.getHeight() * 0.22);
        var trial = newMap(
                new Page(new NullCanvas(), words),
                across(page, body, 0, body.getWidth(), body.getY(), body.getHeight() * 0.55),
                tableRows(strip));
        trial.supposeAll();
        double middle = Math.min(
                bandHeight(trial, across(page, body, 0, body.getWidth(), 0, body.getHeight())),
                body.getHeight() * 0.24);
        double upper = body.getHeight() - middle - gap - (noStrip ? 0 : strip + gap);
        var mapArea = across(page, body, 0, body.getWidth(), body.getY(), upper);
        var map = newMap(page, mapArea, tableRows(strip));
        draw(page, map);
        band(page, map, across(page, body, 0, body.getWidth(), body.getY() + upper + gap, middle));
        if (!noStrip) {
            strip(page, body, body.getMaxY() - strip, strip);
        }
    }

    /** A box that starts so far from the start side. */
    static Rectangle2D across(Page page, Rectangle2D in, double from, double width, double top, double height) {
        double x = page.isRightToLeft() ? in.getMaxX() - from - width : in.getX() + from;
        return new Rectangle2D.Double(x, top, width, height);
    }

    private int tableRows(double strip) {
        return TableBlock.rowsIn(sheet.table(), strip - headingHeight(), scale);
    }

    private double headingHeight() {
        return 14 * scale;
    }

    private MapFigure newMap(Page page, Rectangle2D area, int rows) {
        double degrees = 31 * scale;
        double below = 11 * scale + ScaleStrip.HEIGHT * scale;
        var frame = across(page, area, degrees, area.getWidth() - degrees, area.getY(), area.getHeight() - below);
        return new MapFigure(sheet, page, frame, scale, rows);
    }

    private void draw(Page page, MapFigure map) {
        var frame = map.view().frame();
        var alternative = words.say(
                "map.alternative",
                sheet.title(),
                counts().stream().collect(Collectors.joining(". ")),
                filterText(),
                ScaleStrip.projection(map.view(), words));
        page.canvas().tagged(Tag.FIGURE, alternative, map::draw);
        var strip = new Rectangle2D.Double(
                frame.getX(), frame.getMaxY() + 11 * scale, frame.getWidth(), ScaleStrip.HEIGHT * scale);
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> new ScaleStrip(page, scale).draw(map.view(), strip));
    }

    /** What the sheet shows, in figures. */
    List<String> counts() {
        var counts = sheet.counts();
        var result = new ArrayList<String>();
        if (counts.total() == 0) {
            result.add(words.say("counts.none"));
            return result;
        }
        result.add(words.say("counts.events", counts.total()));
        if (counts.certain() != null && counts.possible() != null) {
            result.add(words.say("counts.certain", words.number(counts.certain()), words.number(counts.possible())));
        }
        if (counts.undated() > 0) {
            result.add(words.say("counts.undated", words.number(counts.undated())));
        }
        if (counts.nowhere() > 0) {
            result.add(words.say("counts.nowhere", words.number(counts.nowhere())));
        }
        if (sheet.shown() instanceof Shown.Counted) {
            result.add(words.say("counts.aggregated"));
        }
        return result;
    }

    String filterText() {
        return sheet.filter().isEmpty() ? words.say("filter.all") : words.figures(String.join(" · ", sheet.filter()));
    }

    private double heading(Page page, String text, Rectangle2D box, double y) {
        var style = new Page.Style(Weight.SEMIBOLD, 7.6 * scale, Palette.ACCENT);
        page.canvas().tagged(Tag.HEADING, "", () -> page.start(text, box, y + 8 * scale, style));
        page.canvas()
                .stroke(
                        new Line2D.Double(box.getMinX(), y + 11 * scale, box.getMaxX(), y + 11 * scale),
                        Pen.of(0.5 * scale),
                        Palette.RULE);
        return y + headingHeight();
    }

    /** Figures and filter below a heading each; returns the y below. */
    private double facts(Page page, Rectangle2D box, double from, double size) {
        double y = heading(page, words.say("counts.title"), box, from);
        var large = new Page.Style(Weight.SEMIBOLD, 11.5 * size, Palette.INK);
        var small = new Page.Style(Weight.REGULAR, 7.3 * size, Palette.INK);
        var counts = counts();
        boolean none = sheet.counts().total() == 0;
        for (int i = 0; i < counts.size(); i++) {
            var style = i == 0 && !none ? large : small;
            var lines = page.wrap(counts.get(i), box.getWidth(), style);
            double top = y;
            page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.lines(lines, box, top, style));
            y += lines.size() * style.leading();
        }
        y = heading(page, words.say("filter.title"), box, y + 4 * size);
        var lines = page.fit(filterText(), box.getWidth(), 9, small);
        double top = y;
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.lines(lines, box, top, small));
        return y + lines.size() * small.leading();
    }

    /** The end side of a sheet that lies: figures, filter, legend, and the locator in what is left. */
    private void panel(Page page, MapFigure map, Rectangle2D box, boolean located) {
        double size = scale;
        double most = box.getHeight() - (located && map.locator(box) != null ? 52 * scale : 0);
        double used = panelText(new Page(new NullCanvas(), words), map, box, size);
        while (used > most && size > 0.72 * scale) {
            size *= 0.96;
            used = panelText(new Page(new NullCanvas(), words), map, box, size);
        }
        panelText(page, map, box, size);
        double left = box.getHeight() - used - 8 * scale;
        double side = Math.min(left, box.getWidth() * 0.62);
        if (located && side >= 40 * scale) {
            double locatorHeight = Math.min(side, 120 * scale);
            var place = across(
                    page,
                    box,
                    0,
                    Math.min(box.getWidth(), locatorHeight * 1.45),
                    box.getMaxY() - locatorHeight,
                    locatorHeight);
            locator(page, map, place);
        }
    }

    private double panelText(Page page, MapFigure map, Rectangle2D box, double size) {
        double y = facts(page, box, box.getY(), size);
        y = heading(page, words.say("legend.title"), box, y + 4 * size);
        var rest = new Rectangle2D.Double(box.getX(), y, box.getWidth(), 0);
        y += new Legend(sheet, page, map, size).draw(rest, 1);
        return y - box.getY();
    }

    private void locator(Page page, MapFigure map, Rectangle2D box) {
        var inset = map.locator(box);
        if (inset != null) {
            page.canvas().tagged(Tag.FIGURE, words.say("map.locator"), () -> map.drawLocator(inset));
        }
    }

    /** Below the map of a sheet that stands: figures and filter, the legend, the locator. */
    private void band(Page page, MapFigure map, Rectangle2D box) {
        boolean located = map.locator(box) != null;
        double inset = located ? inset(box) : 0;
        var factsBox = factsBox(page, box);
        var legendBox = legendBox(page, box, located);
        double size = scale;
        var trial = new Page(new NullCanvas(), words);
        while (size > 0.72 * scale
                && (facts(trial, factsBox, box.getY(), size) > box.getMaxY()
                        || legend(trial, map, legendBox, size) > box.getMaxY())) {
            size *= 0.96;
        }
        facts(page, factsBox, box.getY(), size);
        legend(page, map, legendBox, size);
        if (located) {
            locator(page, map, across(page, box, box.getWidth() - inset, inset, box.getY() + 2 * scale, inset));
        }
    }

    private double inset(Rectangle2D box) {
        return Math.min(box.getHeight(), box.getWidth() * 0.19);
    }

    private Rectangle2D factsBox(Page page, Rectangle2D box) {
        return across(page, box, 0, box.getWidth() * 0.3, box.getY(), box.getHeight());
    }

    private Rectangle2D legendBox(Page page, Rectangle2D box, boolean located) {
        double gap = 14 * scale;
        double from = box.getWidth() * 0.3 + gap;
        double width = box.getWidth() - from - (located ? box.getWidth() * 0.19 + gap : 0);
        return across(page, box, from, width, box.getY(), box.getHeight());
    }

    private double bandHeight(MapFigure map, Rectangle2D box) {
        var trial = new Page(new NullCanvas(), words);
        boolean located = map.locator(box) != null;
        double facts = facts(trial, factsBox(trial, box), 0, scale);
        double legend = legend(trial, map, legendBox(trial, box, located), scale) - box.getY();
        return Math.max(Math.max(facts, legend), located ? box.getWidth() * 0.19 : 0);
    }

    private double legend(Page page, MapFigure map, Rectangle2D box, double size) {
        double y = heading(page, words.say("legend.title"), box, box.getY());
        var rest = new Rectangle2D.Double(box.getX(), y, box.getWidth(), 0);
        return y + new Legend(sheet, page, map, size).draw(rest, 2);
    }

    String timeTitle(TimeBins bins) {
        var unit = bins.unit().name().toLowerCase(Locale.ROOT);
        return words.say("time.title") + " – " + words.say("time." + unit);
    }

    /** Time at the start, the key table at the end. */
    private void strip(Page page, Rectangle2D body, double top, double tall) {
        var bins = sheet.histogram();
        boolean table = !sheet.table().rows().isEmpty() || sheet.table().more() > 0;
        boolean time = bins != null && !bins.bins().isEmpty();
        double gap = 18 * scale;
        double share = table && time ? (sheet.paper().isLandscape() ? 0.36 : 0.31) : 1;
        double timeWidth = time ? body.getWidth() * share - (table ? gap / 2 : 0) : 0;
        if (time) {
            var box = across(page, body, 0, timeWidth, top, tall);
            double y = heading(page, timeTitle(bins), box, top);
            new TimeChart(page, scale)
                    .draw(bins, new Rectangle2D.Double(box.getX(), y, box.getWidth(), tall - headingHeight()));
        }
        if (table) {
            double from = time ? timeWidth + gap : 0;
            var box = across(page, body, from, body.getWidth() - from, top, tall);
            double y = heading(page, sheet.table().caption(), box, top);
            new TableBlock(page, scale)
                    .draw(sheet.table(), new Rectangle2D.Double(box.getX(), y, box.getWidth(), tall - headingHeight()));
        }
    }

    /** See {@link SheetFoot#texts}. */
    List<String> footerTexts() {
        return foot.texts();
    }
}
