package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.marsad.snapshot.sheet.PlaceLabel;
import org.marsad.snapshot.sheet.Sheet;

/** The names on a map: the greater first, none over another or over a symbol; and the rows of the table beside the symbols. */
final class MapNames {
    private static final int MOST_NAMES = 160;

    private final Sheet sheet;
    private final Page page;
    private final Canvas canvas;
    private final MapView view;
    private final Marks marks;
    private final double scale;
    private final SymbolPainter painter;
    private boolean capitalSeen;
    private boolean townSeen;

    MapNames(Sheet sheet, Page page, MapView view, Marks marks, SymbolPainter painter, double scale) {
        this.sheet = sheet;
        this.page = page;
        this.canvas = page.canvas();
        this.view = view;
        this.marks = marks;
        this.painter = painter;
        this.scale = scale;
    }

    boolean showsCapital() {
        return capitalSeen;
    }

    boolean showsTown() {
        return townSeen;
    }

    /** A name that has found its place. */
    private record Placed(TextLine line, double x, double y, double size, Color color) {}

    /**
     * Draws all names.
     *
     * @param taken by other things
     * @return draws the rows of the table, to be done when the symbols are there
     */
    List<Runnable> draw(List<Rectangle2D> taken) {
        var placer = new LabelPlacer(MapFigure.inset(view.frame(), 2));
        taken.forEach(placer::take);
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
        return tags;
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

    static Rectangle2D box(Mark mark) {
        return new Rectangle2D.Double(mark.x() - mark.r(), mark.y() - mark.r(), 2 * mark.r(), 2 * mark.r());
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
        var base = MapFigure.isFine(view) ? BaseMap.fine() : BaseMap.coarse();
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
            var inside = SeenPlaces.insideOf(view, rings);
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
}
