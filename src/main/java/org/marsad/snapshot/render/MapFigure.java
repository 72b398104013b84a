package org.marsad.snapshot.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.sheet.Sheet;

/** The map of a sheet: the ground, the events on it, names, the frame with degrees, the north arrow. */
final class MapFigure {
    private static final double FINE_KM = 2600;

    private final Sheet sheet;
    private final Page page;
    private final Canvas canvas;
    private final MapView view;
    private final Marks marks;
    private final double scale;
    private final Graticule graticule;
    private final SymbolPainter painter;
    private final MapNames names;
    private boolean waterSeen;
    private boolean bordersSeen;
    private boolean disputedSeen;
    private boolean divisionsSeen;
    private boolean supposed;
    private @Nullable MapView corner;

    /**
     * @param frame of the map itself; degrees stand outside, at its start side and below
     * @param scale of letters and symbols: 1 for A4
     * @param rows of the key table that are shown and may be named on the map
     */
    MapFigure(Sheet sheet, Page page, Rectangle2D frame, double scale, int rows) {
        this.sheet = sheet;
        this.page = page;
        this.canvas = page.canvas();
        this.scale = scale;
        view = MapView.of(sheet.extent(), frame);
        marks = new Marks(sheet, view, 0.5 * scale, rows);
        graticule = new Graticule(view, page.words());
        painter = new SymbolPainter(page, 0.5 * scale);
        names = new MapNames(sheet, page, view, marks, painter, scale);
    }

    MapView view() {
        return view;
    }

    Marks marks() {
        return marks;
    }

    boolean showsWater() {
        return waterSeen;
    }

    boolean showsBorders() {
        return bordersSeen;
    }

    boolean showsDisputed() {
        return disputedSeen;
    }

    boolean showsDivisions() {
        return divisionsSeen;
    }

    boolean showsCapital() {
        return supposed || names.showsCapital();
    }

    boolean showsTown() {
        return supposed || names.showsTown();
    }

    /** For a trial of the legend before the map is drawn: as if all that depends on the drawing were there. */
    void supposeAll() {
        waterSeen = true;
        bordersSeen = true;
        disputedSeen = true;
        divisionsSeen = true;
        supposed = true;
    }

    /**
     * Puts the locator into a corner of the map where no event is; to be called before the map is drawn.
     *
     * @return whether there is such a corner, or no need of a locator
     */
    boolean placeLocatorInCorner() {
        var frame = view.frame();
        double side = Math.min(74 * scale, frame.getHeight() / 3);
        double inset = 5 * scale;
        double left = frame.getMinX() + inset;
        double right = frame.getMaxX() - inset - side;
        double top = frame.getMinY() + inset;
        double bottom = frame.getMaxY() - inset - side;
        double[][] corners = page.isRightToLeft()
                ? new double[][] {{right, bottom}, {left, bottom}, {right, top}}
                : new double[][] {{left, bottom}, {right, bottom}, {left, top}};
        for (double[] at : corners) {
            var box = new Rectangle2D.Double(at[0], at[1], side, side);
            if (isWithoutEvents(box)) {
                corner = locator(box);
                return true;
            }
        }
        return locator(frame) == null;
    }

    void draw() {
        var frame = view.frame();
        canvas.clipped(frame, () -> {
            ground();
            canvas.stroke(graticule.lines(), Pen.of(0.5 * scale), Palette.GRATICULE);
            filter();
            for (var stretch : marks.stretches()) {
                stretch(stretch);
            }
            for (int i = 0; i < marks.near().size(); i++) {
                canvas.stroke(
                        marks.near().get(i), Pen.dashed(0.6 * scale, 1.6 * scale, 2.4 * scale), marks.nearColor(i));
            }
            symbols();
        });
        if (corner != null) {
            drawLocator(corner);
        }
        frameAndDegrees();
    }

    private void ground() {
        canvas.fill(view.world(), Palette.SEA);
        var base = isFine(view) ? BaseMap.fine() : BaseMap.coarse();
        var rings = base.countries().values().stream().flatMap(List::stream).toList();
        canvas.fill(view.areas(rings), Palette.LAND);
        var coast = view.lines(base.outlines());
        canvas.stroke(coast, Pen.of(0.45 * scale), Palette.COAST);
        var lines = BaseMap.lines();
        if (view.widthKm() < 5000) {
            var water = view.lines(lines.water());
            waterSeen = view.shows(water);
            canvas.stroke(water, Pen.round(0.6 * scale), Palette.RIVER);
        }
        if (view.widthKm() < 2200) {
            var divisions = view.lines(lines.divisions());
            divisionsSeen = view.shows(divisions);
            canvas.stroke(divisions, Pen.dashed(0.5 * scale, 3, 1.5, 0.5, 1.5), Palette.DIVISION);
        }
        double width = (view.widthKm() < 1500 ? 0.9 : view.widthKm() < 5000 ? 0.7 : 0.45) * scale;
        var borders = view.lines(lines.borders());
        bordersSeen = view.shows(borders);
        canvas.stroke(borders, Pen.round(width), Palette.BORDER);
        var disputed = view.lines(lines.disputed());
        disputedSeen = view.shows(disputed);
        canvas.stroke(disputed, Pen.dashed(width, 2.5 * scale, 2 * scale), Palette.BORDER);
        if (view.isWorld()) {
            canvas.stroke(view.world(), Pen.of(0.6 * scale), Palette.COAST);
        }
    }

    private void filter() {
        var corridor = sheet.corridor();
        if (corridor != null) {
            var area = view.areas(BaseMap.rings(corridor.area()));
            canvas.fill(area, Palette.CORRIDOR_FILL);
            canvas.stroke(area, Pen.dashed(0.7 * scale, 1.2 * scale, 2 * scale), Palette.CORRIDOR_LINE);
            canvas.stroke(view.lines(BaseMap.tracks(corridor.line())), Pen.round(1.5 * scale), Palette.CORRIDOR_LINE);
        }
        var area = sheet.area();
        if (area != null) {
            var shape = view.areas(BaseMap.rings(area.area()));
            canvas.fill(shape, Palette.DRAWN_FILL);
            canvas.stroke(shape, Pen.of(scale), Palette.DRAWN);
        }
    }

    private void stretch(Marks.Stretch stretch) {
        if (stretch.line()) {
            canvas.stroke(stretch.shape(), Pen.round(4 * scale), Palette.CASING);
            canvas.stroke(stretch.shape(), Pen.round(2.2 * scale), stretch.color());
            return;
        }
        canvas.fill(stretch.shape(), Palette.AREA_FILL);
        canvas.stroke(
                stretch.shape(),
                Pen.dashed((stretch.outlined() ? 0.7 : 0.9) * scale, 1.8 * scale, 2.6 * scale),
                stretch.color());
    }

    /** Whether the map is so small that coasts are drawn as finely as they are known. */
    static boolean isFine(MapView view) {
        return view.widthKm() < FINE_KM;
    }

    private void symbols() {
        var north = northBox();
        var taken = new ArrayList<Rectangle2D>();
        taken.add(north);
        if (corner != null) {
            taken.add(corner.frame());
        }
        var rows = names.draw(taken);
        // Below the symbols: where no corner is free, the arrow must hide none.
        NorthArrow.draw(page, view, north, scale);
        for (var leader : marks.leaders()) {
            canvas.stroke(leader, Pen.of(0.7 * scale), Palette.SOFT);
            canvas.fill(SymbolPainter.disc(leader.getX1(), leader.getY1(), 1.1 * scale), Palette.SOFT);
        }
        marks.badges().forEach(painter::draw);
        marks.marks().forEach(painter::draw);
        rows.forEach(Runnable::run);
    }

    static Rectangle2D inset(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
    }

    /** In a corner where no event is, an upper one rather. */
    private Rectangle2D northBox() {
        var frame = view.frame();
        double side = 26 * scale;
        double gap = 6 * scale;
        double left = frame.getMinX() + gap;
        double right = frame.getMaxX() - gap - side;
        double top = frame.getMinY() + gap;
        double bottom = frame.getMaxY() - gap - side;
        double end = page.isRightToLeft() ? left : right;
        double start = page.isRightToLeft() ? right : left;
        var corners = List.of(
                new Rectangle2D.Double(end, top, side, side),
                new Rectangle2D.Double(start, top, side, side),
                new Rectangle2D.Double(end, bottom, side, side),
                new Rectangle2D.Double(start, bottom, side, side));
        return corners.stream()
                .filter(corner -> isWithoutEvents(corner)
                        && (this.corner == null || !this.corner.frame().intersects(corner)))
                .findFirst()
                .orElse(corners.getFirst());
    }

    private boolean isWithoutEvents(Rectangle2D box) {
        return marks.marks().stream().noneMatch(mark -> MapNames.box(mark).intersects(box))
                && marks.badges().stream().noneMatch(mark -> MapNames.box(mark).intersects(box));
    }

    private void frameAndDegrees() {
        var frame = view.frame();
        canvas.stroke(frame, Pen.of(0.8 * scale), Palette.SOFT);
        var style = new Page.Style(Weight.REGULAR, 6.2 * scale, Palette.SOFT);
        for (var tick : graticule.ticks()) {
            if (tick.onFrame()) {
                canvas.stroke(Graticule.mark(tick, 2.4 * scale), Pen.of(0.5 * scale), Palette.SOFT);
            }
            degree(tick, style);
        }
    }

    private void degree(Graticule.Tick tick, Page.Style style) {
        var frame = view.frame();
        double width = page.width(tick.label(), style);
        boolean startSide = tick.side() == (page.isRightToLeft() ? Graticule.Side.RIGHT : Graticule.Side.LEFT);
        if (tick.side() == Graticule.Side.BOTTOM) {
            double x = tick.onFrame()
                    ? Math.clamp(tick.x(), frame.getMinX() + width / 2, frame.getMaxX() - width / 2)
                    : tick.x();
            page.centered(tick.label(), x, tick.y() + 8.2 * scale, style);
        } else if (startSide || !tick.onFrame()) {
            double y = Math.max(tick.y(), frame.getMinY() + style.size() * 0.35) + style.size() * 0.35;
            double gap = 4 * scale;
            var line = page.shape(tick.label(), style);
            double x = tick.side() == Graticule.Side.LEFT ? tick.x() - gap - width : tick.x() + gap;
            canvas.text(line, x, y, style.size(), style.color());
        }
    }

    /** Where the map lies, in a small map about it; null where the map is most of the world. */
    @Nullable
    MapView locator(Rectangle2D box) {
        return Locator.of(view, box);
    }

    void drawLocator(MapView inset) {
        Locator.draw(canvas, view, inset, scale);
    }
}
