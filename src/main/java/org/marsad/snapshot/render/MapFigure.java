package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.sheet.PlaceLabel;
import org.marsad.snapshot.sheet.Sheet;

/** The map of a sheet: the ground, the events on it, names, the frame with degrees, the north arrow. */
final class MapFigure {
    private static final int MOST_NAMES = 160;
    private static final double FINE_KM = 2600;

    private final Sheet sheet;
    private final Page page;
    private final Canvas canvas;
    private final MapView view;
    private final Marks marks;
    private final double scale;
    private final Graticule graticule;
    private final SymbolPainter painter;
    private boolean waterSeen;
    private boolean bordersSeen;
    private boolean disputedSeen;
    private boolean divisionsSeen;
    private boolean capitalSeen;
    private boolean townSeen;
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
        return capitalSeen;
    }

    boolean showsTown() {
        return townSeen;
    }

    /** For a trial of the legend before the map is drawn: as if all that depends on the drawing were there. */
    void supposeAll() {
        waterSeen = true;
        bordersSeen = true;
        disputedSeen = true;
        divisionsSeen = true;
        capitalSeen = true;
        townSeen = true;
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
            names();
        });
        if (corner != null) {
            drawLocator(corner);
        }
        frameAndDegrees();
    }

    private void ground() {
        boolean fine = view.widthKm() < FINE_KM;
        canvas.fill(view.world(), Palette.SEA);
        var base = fine ? BaseMap.fine() : BaseMap.coarse();
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

    /** A name that has found its place. */
    private record Placed(TextLine line, double x, double y, double size, Color color) {}

    private void names() {
        var placer = new LabelPlacer(inset(view.frame(), 2));
        placer.take(northBox());
        if (corner != null) {
            placer.take(corner.frame());
        }
        for (var mark : marks.badges()) {
            placer.take(box(mark));
        }
        for (var mark : marks.marks()) {
            placer.take(box(mark));
        }
        strongLines().forEach(line -> alongOf(line).forEach(placer::avoid));
        var placed = new ArrayList<Placed>();
        var dots = new ArrayList<PlaceLabel>();
        var names = sheet.places();
        place(names, PlaceLabel.Rank.NAMED, placer, placed, dots);
        place(names, PlaceLabel.Rank.CAPITAL, placer, placed, dots);
        place(names, PlaceLabel.Rank.SEAT, placer, placed, dots);
        countries(placer, placed);
        var tags = tags(placer);
        place(names, PlaceLabel.Rank.TOWN, placer, placed, dots);

        dots.forEach(this::dot);
        for (var name : placed) {
            canvas.halo(name.line(), name.x(), name.y(), name.size(), Palette.HALO, 1.8 * scale);
        }
        for (var name : placed) {
            canvas.text(name.line(), name.x(), name.y(), name.size(), name.color());
        }
        // Below the symbols: where no corner is free, the arrow must hide none.
        north();
        for (var leader : marks.leaders()) {
            canvas.stroke(leader, Pen.of(0.7 * scale), Palette.SOFT);
            canvas.fill(SymbolPainter.disc(leader.getX1(), leader.getY1(), 1.1 * scale), Palette.SOFT);
        }
        marks.badges().forEach(painter::draw);
        marks.marks().forEach(painter::draw);
        tags.forEach(Runnable::run);
    }

    /** Lines that a name should not lie across. */
    private List<Path2D> strongLines() {
        var lines = new ArrayList<Path2D>();
        var corridor = sheet.corridor();
        if (corridor != null) {
            lines.add(view.lines(BaseMap.tracks(corridor.line())));
        }
        marks.stretches().stream()
                .filter(Marks.Stretch::line)
                .map(Marks.Stretch::shape)
                .forEach(lines::add);
        return lines;
    }

    /** Small boxes all along a line, as far as it is seen. */
    private List<Rectangle2D> alongOf(Path2D line) {
        var boxes = new ArrayList<Rectangle2D>();
        double side = 2.4 * scale;
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (var it = line.getPathIterator(null); !it.isDone(); it.next()) {
            if (it.currentSegment(at) == PathIterator.SEG_LINETO) {
                double length = Math.hypot(at[0] - x, at[1] - y);
                int pieces = Math.clamp((int) (length / side), 1, 500);
                for (int i = 0; i < pieces; i++) {
                    double share = (double) i / pieces;
                    double px = x + share * (at[0] - x);
                    double py = y + share * (at[1] - y);
                    if (view.frame().contains(px, py)) {
                        boxes.add(new Rectangle2D.Double(px - side / 2, py - side / 2, side, side));
                    }
                }
            }
            x = at[0];
            y = at[1];
        }
        return boxes;
    }

    private static Rectangle2D box(Mark mark) {
        return new Rectangle2D.Double(mark.x() - mark.r(), mark.y() - mark.r(), 2 * mark.r(), 2 * mark.r());
    }

    static Rectangle2D inset(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
    }

    private Page.Style styleOf(PlaceLabel.Rank rank) {
        return switch (rank) {
            case NAMED -> new Page.Style(Weight.SEMIBOLD, 8.5 * scale, Palette.INK);
            case CAPITAL -> new Page.Style(Weight.SEMIBOLD, 7.8 * scale, Palette.TOWN);
            case SEAT -> new Page.Style(Weight.REGULAR, 7.4 * scale, Palette.TOWN);
            case TOWN -> new Page.Style(Weight.REGULAR, 6.8 * scale, Palette.TOWN);
        };
    }

    private void place(
            List<PlaceLabel> names,
            PlaceLabel.Rank rank,
            LabelPlacer placer,
            List<Placed> placed,
            List<PlaceLabel> dots) {
        var style = styleOf(rank);
        for (var name : names) {
            if (name.rank() != rank || placed.size() >= MOST_NAMES) {
                continue;
            }
            var at = view.at(name.lon(), name.lat());
            if (!view.frame().contains(at)) {
                continue;
            }
            var line = page.shape(name.name(), style);
            double width = line.width(style.size());
            double height = style.size() * 1.15;
            var boxes = LabelPlacer.around(at.getX(), at.getY(), width, height, 3.2 * scale, page.isRightToLeft());
            placer.place(boxes).ifPresent(box -> {
                placed.add(new Placed(line, box.getX(), box.getY() + style.size() * 0.9, style.size(), style.color()));
                dots.add(name);
                placer.take(new Rectangle2D.Double(at.getX() - 2, at.getY() - 2, 4, 4));
                capitalSeen |= rank == PlaceLabel.Rank.CAPITAL;
                townSeen |= rank != PlaceLabel.Rank.CAPITAL;
            });
        }
    }

    private void dot(PlaceLabel name) {
        var at = view.at(name.lon(), name.lat());
        boolean capital = name.rank() == PlaceLabel.Rank.CAPITAL;
        double r = (capital ? 1.7 : name.rank() == PlaceLabel.Rank.TOWN ? 0.95 : 1.25) * scale;
        canvas.fill(SymbolPainter.disc(at.getX(), at.getY(), r + 0.6 * scale), Palette.HALO);
        canvas.fill(SymbolPainter.disc(at.getX(), at.getY(), r), capital ? Palette.TOWN : Palette.TOWN_DOT);
    }

    private void countries(LabelPlacer placer, List<Placed> placed) {
        var base = view.widthKm() < FINE_KM ? BaseMap.fine() : BaseMap.coarse();
        record Country(String name, double x, double y, double width) {}
        var found = new ArrayList<Country>();
        base.countries().forEach((iso, rings) -> {
            if (iso.isEmpty()) {
                return;
            }
            var bounds = view.areas(rings).getBounds2D().createIntersection(view.frame());
            if (bounds.isEmpty() || bounds.getWidth() * bounds.getHeight() < 900 * scale * scale) {
                return;
            }
            var inside = Marks.insideOf(view, rings);
            if (inside != null && inside.size() > 500 * scale * scale) {
                var at = inside.at();
                double width = 1.25 * Math.sqrt(inside.size());
                found.add(new Country(page.words().country(iso), at.getX(), at.getY(), width));
            }
        });
        found.sort((one, other) -> Double.compare(other.width, one.width));
        for (var country : found) {
            double size = Math.clamp(country.width / 22, 7.0 * scale, 12.5 * scale);
            var line = page.shape(country.name, new Page.Style(Weight.SEMIBOLD, size, Palette.COUNTRY));
            double width = line.width(size);
            double height = size * 1.2;
            var boxes = new ArrayList<Rectangle2D>();
            for (double dy : new double[] {0, -1.2, 1.2, -2.6, 2.6}) {
                for (double dx : new double[] {0, -0.4, 0.4}) {
                    boxes.add(new Rectangle2D.Double(
                            country.x - width / 2 + dx * width, country.y - height / 2 + dy * height, width, height));
                }
            }
            placer.place(boxes)
                    .ifPresent(box ->
                            placed.add(new Placed(line, box.getX(), box.getY() + size * 0.92, size, Palette.COUNTRY)));
        }
    }

    /** Rows of the table beside the symbols that show them. */
    private List<Runnable> tags(LabelPlacer placer) {
        var result = new ArrayList<Runnable>();
        var all = new ArrayList<>(marks.badges());
        all.addAll(marks.marks());
        for (var mark : all) {
            if (mark.numbers().isEmpty()) {
                continue;
            }
            var text = page.words().figures(SymbolPainter.rows(mark.numbers()));
            if (text.length() > 14) {
                continue;
            }
            var size = painter.tagBox(text, 0, 0);
            double reach = mark.r() + 1.5 * scale;
            var boxes = LabelPlacer.around(
                    mark.x(), mark.y(), size.getWidth(), size.getHeight(), reach, page.isRightToLeft());
            placer.place(boxes).ifPresent(box -> result.add(() -> painter.tag(text, box)));
        }
        return result;
    }

    /** In an upper corner, or the lower one at the end side, where no event is. */
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
                new Rectangle2D.Double(end, bottom, side, side));
        return corners.stream()
                .filter(corner -> isWithoutEvents(corner)
                        && (this.corner == null || !this.corner.frame().intersects(corner)))
                .findFirst()
                .orElse(corners.getFirst());
    }

    private boolean isWithoutEvents(Rectangle2D box) {
        return marks.marks().stream().noneMatch(mark -> box(mark).intersects(box))
                && marks.badges().stream().noneMatch(mark -> box(mark).intersects(box));
    }

    private void north() {
        var box = northBox();
        double x = box.getCenterX();
        double y = box.getCenterY();
        double r = box.getWidth() / 2;
        canvas.fill(new Ellipse2D.Double(box.getX(), box.getY(), 2 * r, 2 * r), Palette.withAlpha(Color.WHITE, 0.85));
        canvas.stroke(new Ellipse2D.Double(box.getX(), box.getY(), 2 * r, 2 * r), Pen.of(0.4 * scale), Palette.RULE);
        double angle = view.northAtCenter();
        canvas.fill(needle(x, y, r * 0.92, angle, true), Palette.INK);
        canvas.fill(needle(x, y, r * 0.92, angle, false), Palette.withAlpha(Palette.INK, 0.35));
        var style = new Page.Style(Weight.SEMIBOLD, 6.4 * scale, Palette.INK);
        double letter = r * 0.62;
        page.centered(
                page.words().say("north"),
                x - Math.sin(angle) * letter,
                y + Math.cos(angle) * letter + style.size() * 0.35,
                style);
    }

    /** Half of an arrow that points to north. */
    private static Path2D needle(double x, double y, double r, double angle, boolean left) {
        double[][] corners = {{0, -1}, {left ? -0.38 : 0.38, 0.22}, {0, 0.05}};
        var path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double cx = corners[i][0] * r;
            double cy = corners[i][1] * r;
            double px = x + cx * Math.cos(angle) - cy * Math.sin(angle);
            double py = y + cx * Math.sin(angle) + cy * Math.cos(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
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
        if (view.isWorld() || view.widthKm() > 9000) {
            return null;
        }
        double half = Math.clamp(view.widthKm() * 3, 1500, 5500);
        var center = view.degreesAt(view.frame().getCenterX(), view.frame().getCenterY());
        return center.map(at -> MapView.about(at.x, at.y, half, box)).orElse(null);
    }

    void drawLocator(MapView inset) {
        var box = inset.frame();
        canvas.clipped(box, () -> {
            canvas.fill(box, Palette.SEA);
            var rings = BaseMap.coarse().countries().values().stream()
                    .flatMap(List::stream)
                    .toList();
            canvas.fill(inset.areas(rings), Palette.LAND);
            canvas.stroke(inset.lines(BaseMap.coarse().outlines()), Pen.of(0.3 * scale), Palette.BORDER);
            var outline = new Path2D.Double();
            var frame = view.frame();
            int steps = 24;
            for (int i = 0; i < 4 * steps; i++) {
                double share = (double) (i % steps) / steps;
                double x = switch (i / steps) {
                    case 0 -> frame.getMinX() + share * frame.getWidth();
                    case 1 -> frame.getMaxX();
                    case 2 -> frame.getMaxX() - share * frame.getWidth();
                    default -> frame.getMinX();
                };
                double y = switch (i / steps) {
                    case 0 -> frame.getMinY();
                    case 1 -> frame.getMinY() + share * frame.getHeight();
                    case 2 -> frame.getMaxY();
                    default -> frame.getMaxY() - share * frame.getHeight();
                };
                var at = view.degreesAt(x, y);
                if (at.isPresent()) {
                    var point = inset.at(at.get().x, at.get().y);
                    if (outline.getCurrentPoint() == null) {
                        outline.moveTo(point.getX(), point.getY());
                    } else {
                        outline.lineTo(point.getX(), point.getY());
                    }
                }
            }
            if (outline.getCurrentPoint() != null) {
                outline.closePath();
                canvas.fill(outline, Palette.withAlpha(Palette.CLASSIFICATION, 0.12));
                canvas.stroke(outline, Pen.of(1 * scale), Palette.CLASSIFICATION);
            }
        });
        canvas.stroke(box, Pen.of(0.5 * scale), Palette.RULE);
    }
}
