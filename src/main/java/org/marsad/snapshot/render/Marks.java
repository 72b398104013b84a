package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
        var numbers = new Badges<Pin>(view, 13 * unit, this::radius);
        for (var pins : grouped.values()) {
            int before = stretches.size();
            addStretch(pins.getFirst().event().where(), dominant(pins), grouped.size(), numbers, pins, pins.size());
            if (stretches.size() > before) {
                pins.forEach(pin -> families.add(pin.family()));
            }
        }
        place(numbers, (pins, at) -> markOf(pins, at.getX(), at.getY(), true));
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
            near.add(view.areas(List.of(SeenPlaces.circle(point, NEAR_KM))));
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
        var numbers = new Badges<Shown.AreaCount>(view, 13 * unit, this::radius);
        for (var area : areas) {
            addStretch(
                    area.where(),
                    2 * area.violent() >= area.count() ? VIOLENCE : Palette.OTHER,
                    areas.size(),
                    numbers,
                    List.of(area),
                    area.count());
        }
        place(numbers, (some, at) -> {
            long count = some.stream().mapToLong(Shown.AreaCount::count).sum();
            long violent = some.stream().mapToLong(Shown.AreaCount::violent).sum();
            return counted(at.getX(), at.getY(), count, violent, true);
        });
    }

    private <T> void place(Badges<T> numbers, Badges.Drawing<T> drawing) {
        badges.addAll(numbers.place(marks, drawing));
        badges.sort(Comparator.comparingLong(Mark::count));
        leaders.addAll(numbers.leaders());
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

    /** Draws an area or a line, and has its number placed. */
    private <T> void addStretch(Where where, Color color, int others, Badges<T> numbers, List<T> things, long count) {
        @Nullable Point2D at;
        Path2D shape;
        boolean line = where instanceof Where.AlongBorder;
        switch (where) {
            case Where.AlongBorder(var border, var name, var geometry) -> {
                shape = view.lines(BaseMap.tracks(geometry));
                at = SeenPlaces.middleOf(view, shape);
            }
            case Where.Around(var name, var middle, var km) -> {
                shape = view.areas(List.of(SeenPlaces.circle(middle, km)));
                var center = view.at(middle.lon(), middle.lat());
                at = view.frame().contains(center) ? center : null;
            }
            case Where.InArea(var name, var area) -> {
                var rings = BaseMap.rings(area);
                shape = view.areas(rings);
                var inside = SeenPlaces.insideOf(view, rings);
                at = inside == null ? null : inside.at();
            }
            default -> {
                return;
            }
        }
        boolean seen = line ? at != null : !shape.getBounds2D().isEmpty() && shape.intersects(view.frame());
        if (!seen) {
            return;
        }
        boolean outlined = !(where instanceof Where.InArea);
        if (others <= CROWD_OF_AREAS || outlined) {
            stretches.add(new Stretch(shape, color, line, outlined));
        }
        if (at != null) {
            numbers.add(things, count, at, shape, line);
        }
    }

    private static String keyOf(Where where) {
        return switch (where) {
            case Where.AlongBorder line -> "line " + line.border();
            case Where.Around around -> "around " + around.middle() + " " + around.km();
            case Where.InArea area -> "in " + area.name() + area.area().getEnvelopeInternal();
            default -> Objects.toString(where);
        };
    }
}
