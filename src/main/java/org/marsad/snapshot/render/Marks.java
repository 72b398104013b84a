package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.marsad.geo.Geodesy;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetEvent;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.Where;

/** What of the events is drawn on a map, with their uncertainty, as on the dashboard. */
final class Marks {
    private static final double NEAR_KM = 25;
    /** More events than this, and the 25 km around each would be a tangle. */
    private static final int NEAR_MOST = 150;

    private static final int CROWD_OF_AREAS = 40;
    private static final Color VIOLENCE = Family.VIOLENCE.color();

    /** An area or a line of which the events are somewhere in or along; several events may share it. */
    record Stretch(Path2D shape, Color color, boolean line, boolean outlined) {}

    private final Sheet sheet;
    private final MapView view;
    private final double unit;
    private final Map<Long, Integer> rows = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> badges = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Shape> near = new ArrayList<>();
    private final List<Color> nearColors = new ArrayList<>();
    private final Set<Family> families = EnumSet.noneOf(Family.class);
    private boolean exactSeen;
    private boolean nearSeen;
    private boolean faintSeen;

    /**
     * @param unit points to one pixel of the dashboard's symbols
     * @param shownRows of the key table
     */
    Marks(Sheet sheet, MapView view, double unit, int shownRows) {
        this.sheet = sheet;
        this.view = view;
        this.unit = unit;
        var table = sheet.table().rows();
        for (int i = 0; i < Math.min(shownRows, table.size()); i++) {
            var event = table.get(i).event();
            if (event != null) {
                rows.putIfAbsent(event, i + 1);
            }
        }
        switch (sheet.shown()) {
            case Shown.Events(var events) -> addEvents(events);
            case Shown.Counted(var cells, var areas) -> addCounts(cells, areas);
        }
    }

    List<Mark> marks() {
        return marks;
    }

    /** Numbers on areas and lines. */
    List<Mark> badges() {
        return badges;
    }

    /** From an area to its number, where this had to go elsewhere. */
    List<Line2D> leaders() {
        return leaders;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** The 25 km around places that are known no better. */
    List<Shape> near() {
        return near;
    }

    Color nearColor(int index) {
        return nearColors.get(index);
    }

    /** Those drawn in their own colours. */
    Set<Family> families() {
        return families;
    }

    boolean showsExact() {
        return exactSeen;
    }

    boolean showsNear() {
        return nearSeen;
    }

    boolean showsFaint() {
        return faintSeen;
    }

    boolean showsAreas() {
        return stretches.stream().anyMatch(stretch -> !stretch.line());
    }

    boolean showsLines() {
        return stretches.stream().anyMatch(Stretch::line);
    }

    boolean showsClusters() {
        return !isCounted() && marks.stream().anyMatch(mark -> mark.count() > 1);
    }

    boolean showsNumbers() {
        return marks.stream().anyMatch(mark -> !mark.numbers().isEmpty())
                || badges.stream().anyMatch(mark -> !mark.numbers().isEmpty());
    }

    boolean isCounted() {
        return sheet.shown() instanceof Shown.Counted;
    }

    private record Pin(SheetEvent event, Family family) {}

    private void addEvents(List<SheetEvent> events) {
        var crowd = new Crowd<Pin>(13 * unit);
        var grouped = new LinkedHashMap<String, List<Pin>>();
        var frame = view.frame();
        long nearCount = events.stream()
                .filter(event -> event.precision() == 2 && event.where() instanceof Where.AtPlaces)
                .count();
        for (var event : events) {
            var pin = new Pin(event, Family.of(sheet.symbols(), event));
            switch (event.where()) {
                case Where.AtPlaces(var points) -> {
                    for (var point : points) {
                        var at = view.at(point.lon(), point.lat());
                        if (frame.contains(at)) {
                            crowd.add(pin, at.getX(), at.getY(), 1);
                            seen(pin, nearCount, point);
                        }
                    }
                }
                case Where.Nowhere() -> {}
                default ->
                    grouped.computeIfAbsent(keyOf(event.where()), key -> new ArrayList<>())
                            .add(pin);
            }
        }
        for (var group : crowd.groups(it ->
                it.members().size() == 1 ? 10.5 * unit : radius(it.members().size()))) {
            marks.add(markOf(group.members(), group.x(), group.y(), false));
        }
        for (var pins : grouped.values()) {
            addStretch(
                    pins.getFirst().event().where(),
                    dominant(pins),
                    grouped.size(),
                    (x, y) -> markOf(pins, x, y, true),
                    pins);
        }
        badges.sort(Comparator.comparingLong(Mark::count));
    }

    private void seen(Pin pin, long nearCount, Where.LonLat point) {
        families.add(pin.family());
        faintSeen |= Boolean.FALSE.equals(pin.event().certain());
        if (pin.event().precision() != 2) {
            exactSeen = true;
            return;
        }
        nearSeen = true;
        if (nearCount <= NEAR_MOST && NEAR_KM * view.pointsPerKm() >= 20 * unit) {
            near.add(view.areas(List.of(circle(point, NEAR_KM))));
            nearColors.add(pin.family().color());
        }
    }

    private void addCounts(List<Shown.Cell> cells, List<Shown.AreaCount> areas) {
        var crowd = new Crowd<Shown.Cell>(40 * unit);
        for (var cell : cells) {
            var at = view.at(cell.lon(), cell.lat());
            if (cell.count() > 0 && view.frame().contains(at)) {
                crowd.add(cell, at.getX(), at.getY(), cell.count());
            }
        }
        for (var group : crowd.groups(it -> radius((long) it.weight()))) {
            long count = group.members().stream().mapToLong(Shown.Cell::count).sum();
            long violent =
                    group.members().stream().mapToLong(Shown.Cell::violent).sum();
            marks.add(counted(group.x(), group.y(), count, violent, false));
        }
        for (var area : areas) {
            addStretch(
                    area.where(),
                    2 * area.violent() >= area.count() ? VIOLENCE : Palette.OTHER,
                    areas.size(),
                    (x, y) -> counted(x, y, area.count(), area.violent(), true),
                    List.of());
        }
        badges.sort(Comparator.comparingLong(Mark::count));
    }

    private Mark counted(double x, double y, long count, long violent, boolean dashed) {
        var shares = List.of(
                new Mark.Share(VIOLENCE, part(violent, count)),
                new Mark.Share(Palette.OTHER, part(count - violent, count)));
        return new Mark(x, y, radius(count), count, null, false, false, shares, dashed, List.of());
    }

    /** What is there at all keeps a twelfth of the ring. */
    private static double part(long some, long all) {
        return some == 0 || all == 0 ? 0 : Math.max(1, Math.round(12.0 * some / all));
    }

    private double radius(long count) {
        return unit * (count == 1 ? 11 : 13 + Math.min(14, 2.1 * Math.log(count) / Math.log(2)));
    }

    private Mark markOf(List<Pin> pins, double x, double y, boolean dashed) {
        var numbers = new TreeSet<Integer>();
        pins.forEach(pin -> {
            var row = rows.get(pin.event().id());
            if (row != null) {
                numbers.add(row);
            }
        });
        var first = pins.getFirst();
        if (pins.size() == 1 && !dashed) {
            return new Mark(
                    x,
                    y,
                    10.5 * unit,
                    1,
                    first.family(),
                    first.event().precision() == 2,
                    Boolean.FALSE.equals(first.event().certain()),
                    List.of(),
                    false,
                    List.copyOf(numbers));
        }
        var counts = new EnumMap<Family, Long>(Family.class);
        pins.forEach(pin -> counts.merge(pin.family(), 1L, Long::sum));
        var shares = counts.entrySet().stream()
                .map(entry -> new Mark.Share(entry.getKey().color(), part(entry.getValue(), pins.size())))
                .toList();
        return new Mark(
                x, y, radius(pins.size()), pins.size(), null, false, false, shares, dashed, List.copyOf(numbers));
    }

    private static Color dominant(List<Pin> pins) {
        var counts = new EnumMap<Family, Integer>(Family.class);
        pins.forEach(pin -> counts.merge(pin.family(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Family, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey()
                .color();
    }

    private interface Badge {
        Mark at(double x, double y);
    }

    private void addStretch(Where where, Color color, int others, Badge badge, List<Pin> pins) {
        @Nullable Point2D at;
        Path2D shape;
        boolean line = where instanceof Where.AlongBorder;
        switch (where) {
            case Where.AlongBorder(var border, var name, var geometry) -> {
                shape = view.lines(BaseMap.tracks(geometry));
                at = middleOf(shape);
            }
            case Where.Around(var name, var middle, var km) -> {
                shape = view.areas(List.of(circle(middle, km)));
                at = view.at(middle.lon(), middle.lat());
                if (!view.frame().contains(at)) {
                    at = null;
                }
            }
            case Where.InArea(var name, var area) -> {
                shape = view.areas(BaseMap.rings(area));
                at = insideOf(area);
            }
            default -> {
                return;
            }
        }
        if (shape.getBounds2D().isEmpty() && !line || !shape.intersects(view.frame()) && !line) {
            return;
        }
        boolean seen = line ? at != null : true;
        if (!seen) {
            return;
        }
        boolean outlined = !(where instanceof Where.InArea);
        if (others <= CROWD_OF_AREAS || outlined) {
            stretches.add(new Stretch(shape, color, line, outlined));
        }
        for (var pin : pins) {
            families.add(pin.family());
        }
        if (at != null) {
            var mark = badge.at(at.getX(), at.getY());
            var free = freePlace(mark, shape, line);
            badges.add(badge.at(free.getX(), free.getY()));
        }
    }

    /** Where its number covers no symbol: elsewhere in the area or along the line; else where it covers least. */
    private Point2D freePlace(Mark mark, Path2D shape, boolean line) {
        var candidates = new ArrayList<Point2D>();
        candidates.add(new Point2D.Double(mark.x(), mark.y()));
        if (line) {
            var points = pointsOf(shape);
            for (double share : new double[] {0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
                candidates.add(points.get((int) (share * (points.size() - 1))));
            }
        } else {
            for (int ring = 1; ring <= 6; ring++) {
                for (int step = 0; step < 12; step++) {
                    double angle = step * Math.PI / 6;
                    double x = mark.x() + 0.8 * ring * mark.r() * Math.cos(angle);
                    double y = mark.y() + 0.8 * ring * mark.r() * Math.sin(angle);
                    if (shape.contains(x, y)) {
                        candidates.add(new Point2D.Double(x, y));
                    }
                }
            }
        }
        candidates.removeIf(at -> !view.frame().contains(at));
        for (var at : candidates) {
            if (clearance(at, mark.r()) >= 0) {
                return at;
            }
        }
        return besides(mark)
                .or(() -> candidates.stream().max(Comparator.comparingDouble(at -> clearance(at, mark.r()))))
                .orElse(new Point2D.Double(mark.x(), mark.y()));
    }

    /** Outside of where it belongs, with a line from there. */
    private Optional<Point2D> besides(Mark mark) {
        var frame = MapFigure.inset(view.frame(), mark.r());
        for (int ring = 2; ring <= 16; ring++) {
            for (int step = 0; step < 24; step++) {
                double angle = step * Math.PI / 12;
                var at = new Point2D.Double(
                        mark.x() + 0.7 * ring * mark.r() * Math.cos(angle),
                        mark.y() + 0.7 * ring * mark.r() * Math.sin(angle));
                if (frame.contains(at) && clearance(at, mark.r()) >= 0) {
                    leaders.add(new Line2D.Double(mark.x(), mark.y(), at.x, at.y));
                    return Optional.of(at);
                }
            }
        }
        return Optional.empty();
    }

    /** How far a disc there would be from the nearest symbol, below 0 where it would lie over it. */
    private double clearance(Point2D at, double r) {
        return Stream.concat(marks.stream(), badges.stream())
                .mapToDouble(other -> at.distance(other.x(), other.y()) - r - other.r())
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private static String keyOf(Where where) {
        return switch (where) {
            case Where.AlongBorder line -> "line " + line.border();
            case Where.Around around -> "around " + around.middle() + " " + around.km();
            case Where.InArea area -> "in " + area.name() + area.area().getEnvelopeInternal();
            default -> Objects.toString(where);
        };
    }

    /** A circle on the ground. */
    static Track circle(Where.LonLat middle, double km) {
        double[] xy = new double[2 * 73];
        for (int i = 0; i <= 72; i++) {
            var at = Geodesy.destination(middle.lon(), middle.lat(), i * 5, km);
            double lon = at.x;
            // In one piece, over the date line too.
            if (lon - middle.lon() > 180) {
                lon -= 360;
            } else if (lon - middle.lon() < -180) {
                lon += 360;
            }
            xy[2 * i] = lon;
            xy[2 * i + 1] = at.y;
        }
        return Track.of(xy);
    }

    /** The middle of the longest stretch of a line within the frame, or null where none is. */
    private @Nullable Point2D middleOf(Path2D path) {
        var points = pointsOf(path);
        return points.isEmpty() ? null : points.get(points.size() / 2);
    }

    private List<Point2D> pointsOf(Path2D path) {
        var points = new ArrayList<Point2D>();
        double[] at = new double[6];
        for (var it = path.getPathIterator(null); !it.isDone(); it.next()) {
            it.currentSegment(at);
            if (view.frame().contains(at[0], at[1])) {
                points.add(new Point2D.Double(at[0], at[1]));
            }
        }
        return points;
    }

    /** A point well inside the part of an area that is seen, or null. */
    private @Nullable Point2D insideOf(Geometry area) {
        var inside = insideOf(view, BaseMap.rings(area));
        return inside == null ? null : inside.at();
    }

    /** A point well inside an area, and how large that is on the page, in square points. */
    record Inside(Point2D at, double size) {}

    static @Nullable Inside insideOf(MapView view, List<Track> rings) {
        var frame = view.frame();
        Geometry largest = null;
        var factory = new GeometryFactory();
        var rectangle = factory.toGeometry(
                new Envelope(frame.getMinX() + 8, frame.getMaxX() - 8, frame.getMinY() + 8, frame.getMaxY() - 8));
        for (var ring : rings) {
            var path = view.areas(List.of(ring));
            var corners = corners(path);
            if (corners.length < 4) {
                continue;
            }
            var polygon = factory.createPolygon(corners);
            if (!polygon.getEnvelope().intersects(rectangle)) {
                continue;
            }
            // Cutting and projecting may have made it touch itself.
            var seen = polygon.buffer(0).intersection(rectangle);
            if (!seen.isEmpty() && (largest == null || seen.getArea() > largest.getArea())) {
                largest = seen;
            }
        }
        if (largest == null || largest.getArea() < 20) {
            return null;
        }
        var inside = largest.getCentroid().getCoordinate();
        if (!largest.contains(factory.createPoint(inside))) {
            inside = largest.getInteriorPoint().getCoordinate();
        }
        return new Inside(new Point2D.Double(inside.x, inside.y), largest.getArea());
    }

    private static Coordinate[] corners(Path2D path) {
        var result = new ArrayList<Coordinate>();
        double[] at = new double[6];
        for (var it = path.getPathIterator(null); !it.isDone(); it.next()) {
            if (it.currentSegment(at) != PathIterator.SEG_CLOSE) {
                result.add(new Coordinate(at[0], at[1]));
            }
        }
        if (!result.isEmpty()) {
            result.add(result.getFirst().copy());
        }
        return result.toArray(Coordinate[]::new);
    }
}
