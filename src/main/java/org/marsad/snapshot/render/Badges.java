package org.marsad.snapshot.render;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;

/**
 * The numbers on areas and lines. Those that would lie over each other become one; each goes where it covers no symbol: elsewhere in
 * its area or along its line, or beside it with a line from there.
 *
 * @param <T> what is counted
 */
final class Badges<T> {
    /** How far beside its area a number may be, in steps of 0.7 of its radius. */
    private static final int FAR = 9;

    private final MapView view;
    private final LongToDoubleFunction radius;
    private final Crowd<Numbered<T>> crowd;
    private final List<Line2D> leaders = new ArrayList<>();

    private record Numbered<T>(List<T> things, long count, Path2D shape, boolean line) {}

    /** How a number is drawn. */
    interface Drawing<T> {
        Mark of(List<T> things, Point2D at);
    }

    /**
     * @param cell within which numbers are one, in points
     * @param radius of the disc for a number
     */
    Badges(MapView view, double cell, LongToDoubleFunction radius) {
        this.view = view;
        this.radius = radius;
        crowd = new Crowd<>(cell);
    }

    void add(List<T> things, long count, Point2D at, Path2D shape, boolean line) {
        crowd.add(new Numbered<>(things, count, shape, line), at.getX(), at.getY(), count);
    }

    /** From areas to their numbers, after {@link #place}. */
    List<Line2D> leaders() {
        return leaders;
    }

    /**
     * @param symbols that are there already
     */
    List<Mark> place(List<Mark> symbols, Drawing<T> drawing) {
        var placed = new ArrayList<Mark>();
        var groups = crowd.groups(group -> radius.applyAsDouble((long) group.weight()));
        groups.sort(Comparator.comparingDouble((Crowd.Group<Numbered<T>> group) -> -group.weight()));
        for (var group : groups) {
            var things = group.members().stream()
                    .flatMap(member -> member.things().stream())
                    .toList();
            var at = new Point2D.Double(group.x(), group.y());
            var all = Stream.concat(symbols.stream(), placed.stream()).toList();
            placed.add(drawing.of(things, free(group, at, radius.applyAsDouble((long) group.weight()), all)));
        }
        return placed;
    }

    private Point2D free(Crowd.Group<Numbered<T>> group, Point2D middle, double r, List<Mark> symbols) {
        var candidates = new ArrayList<Point2D>();
        candidates.add(middle);
        if (group.members().size() == 1) {
            var only = group.members().getFirst();
            candidates.addAll(only.line() ? along(only.shape()) : inside(only.shape(), middle, r));
        }
        candidates.removeIf(at -> !view.frame().contains(at));
        for (var at : candidates) {
            if (clearance(at, r, symbols) >= 0) {
                return at;
            }
        }
        return beside(middle, r, symbols)
                .or(() -> candidates.stream().max(Comparator.comparingDouble(at -> clearance(at, r, symbols))))
                .orElse(middle);
    }

    private List<Point2D> along(Path2D shape) {
        var points = SeenPlaces.pointsOf(view, shape);
        return Stream.of(0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
                .map(share -> points.get((int) (share * (points.size() - 1))))
                .toList();
    }

    private static List<Point2D> inside(Path2D shape, Point2D middle, double r) {
        return around(middle, 0.8 * r, 6, 12).filter(shape::contains).toList();
    }

    private Optional<Point2D> beside(Point2D middle, double r, List<Mark> symbols) {
        var frame = MapFigure.inset(view.frame(), r);
        var found = around(middle, 0.7 * r, FAR, 24)
                .filter(at -> frame.contains(at) && clearance(at, r, symbols) >= 0)
                .findFirst();
        found.ifPresent(at -> leaders.add(new Line2D.Double(middle, at)));
        return found;
    }

    /** Points on rings about a middle, from the inside outwards. */
    private static Stream<Point2D> around(Point2D middle, double step, int rings, int pointsOfRing) {
        return Stream.iterate(0, i -> i < rings * pointsOfRing, i -> i + 1).map(i -> {
            double angle = 2 * Math.PI * (i % pointsOfRing) / pointsOfRing;
            double far = step * (1 + i / pointsOfRing);
            return new Point2D.Double(middle.getX() + far * Math.cos(angle), middle.getY() + far * Math.sin(angle));
        });
    }

    /** How far a disc there would be from the nearest symbol, below 0 where it would lie over it. */
    private static double clearance(Point2D at, double r, List<Mark> symbols) {
        return symbols.stream()
                .mapToDouble(other -> at.distance(other.x(), other.y()) - r - other.r())
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
