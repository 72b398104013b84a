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
 * The numbers on areas and lines. Each goes where it covers no symbol, elsewhere in its area or along its line. Those that find no such
 * place become one with their neighbours, and go beside them with a line from there.
 *
 * @param <T> what is counted
 */
final class Badges<T> {
    /** How far beside its area a number may be, in steps of 0.7 of its radius. */
    private static final int FAR = 9;

    private final MapView view;
    private final LongToDoubleFunction radius;
    private final double cell;
    private final List<Numbered<T>> all = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();

    private record Numbered<T>(List<T> things, long count, Point2D at, Path2D shape, boolean line) {}

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
        this.cell = cell;
    }

    void add(List<T> things, long count, Point2D at, Path2D shape, boolean line) {
        all.add(new Numbered<>(things, count, at, shape, line));
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
        var crowd = new Crowd<Numbered<T>>(cell);
        all.sort(Comparator.comparingLong((Numbered<T> each) -> -each.count()));
        for (var each : all) {
            double r = radius.applyAsDouble(each.count());
            candidates(each, r)
                    .filter(at -> view.frame().contains(at) && isFree(at, r, symbols, placed))
                    .findFirst()
                    .ifPresentOrElse(
                            at -> placed.add(drawing.of(each.things(), at)),
                            () -> crowd.add(each, each.at().getX(), each.at().getY(), each.count()));
        }
        for (var group : crowd.groups(group -> radius.applyAsDouble((long) group.weight()))) {
            double r = radius.applyAsDouble((long) group.weight());
            var middle = new Point2D.Double(group.x(), group.y());
            var things = group.members().stream()
                    .flatMap(member -> member.things().stream())
                    .toList();
            placed.add(drawing.of(
                    things, beside(middle, r, symbols, placed).orElseGet(() -> roomiest(middle, r, symbols, placed))));
        }
        return placed;
    }

    private Stream<Point2D> candidates(Numbered<T> each, double r) {
        var others = each.line() ? along(each.shape()) : inside(each.shape(), each.at(), r);
        return Stream.concat(Stream.of(each.at()), others.stream());
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

    private Optional<Point2D> beside(Point2D middle, double r, List<Mark> symbols, List<Mark> placed) {
        if (isFree(middle, r, symbols, placed)) {
            return Optional.of(middle);
        }
        var frame = MapFigure.inset(view.frame(), r);
        var found = around(middle, 0.7 * r, FAR, 24)
                .filter(at -> frame.contains(at) && isFree(at, r, symbols, placed))
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

    /** Where none is free: where it hides the least, and least of it is hidden. */
    private Point2D roomiest(Point2D middle, double r, List<Mark> symbols, List<Mark> placed) {
        var frame = MapFigure.inset(view.frame(), r);
        return around(middle, 0.7 * r, FAR, 24)
                .filter(frame::contains)
                .max(Comparator.comparingDouble(at -> Stream.concat(symbols.stream(), placed.stream())
                        .mapToDouble(other -> at.distance(other.x(), other.y()) - other.r())
                        .min()
                        .orElse(0)))
                .map(at -> {
                    leaders.add(new Line2D.Double(middle, at));
                    return at;
                })
                .orElse(middle);
    }

    private static boolean isFree(Point2D at, double r, List<Mark> symbols, List<Mark> placed) {
        return Stream.concat(symbols.stream(), placed.stream())
                .allMatch(other -> at.distance(other.x(), other.y()) >= r + other.r());
    }
}
