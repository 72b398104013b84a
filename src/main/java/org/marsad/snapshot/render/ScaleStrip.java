package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Below the map: a scale bar that is true at the map's centre, the scale as a ratio, and the projection's name. */
final class ScaleStrip {
    static final double HEIGHT = 17;
    private static final double METRES_PER_POINT = 0.0254 / 72;

    private final Page page;
    private final double scale;

    ScaleStrip(Page page, double scale) {
        this.page = page;
        this.scale = scale;
    }

    /** @param box below the map's frame */
    void draw(MapView view, Rectangle2D box) {
        var words = page.words();
        var style = new Page.Style(Weight.REGULAR, 6.2 * scale, Palette.SOFT);
        double kmPerPoint = view.kmAtCenter(100) / 100;
        double km = round(kmPerPoint * Math.min(130 * scale, view.frame().getWidth() / 4));
        double length = km / kmPerPoint;
        double edge = 2 + page.width(words.say("scale.km", words.number(km)), style) / 2;
        double left = page.isRightToLeft() ? box.getMaxX() - length - 4 * scale : box.getMinX() + 4 * scale;
        double top = box.getMinY() + 9 * scale;
        double height = 2.4 * scale;
        for (int i = 0; i < 4; i++) {
            var part = new Rectangle2D.Double(left + i * length / 4, top, length / 4, height);
            page.canvas().fill(part, i % 2 == 0 ? Palette.INK : Color.WHITE);
        }
        page.canvas().stroke(new Rectangle2D.Double(left, top, length, height), Pen.of(0.4 * scale), Palette.INK);
        double label = top - 2 * scale;
        boolean mirrored = page.isRightToLeft();
        page.centered(words.number(0), mirrored ? left + length : left, label, style);
        page.centered(words.number(km / 2), left + length / 2, label, style);
        page.centered(words.say("scale.km", words.number(km)), mirrored ? left : left + length, label, style);

        double ratio = kmPerPoint * 1000 / METRES_PER_POINT;
        double digits = Math.pow(10, Math.max(0, Math.floor(Math.log10(ratio)) - 2));
        var beside = new Rectangle2D.Double(
                page.isRightToLeft() ? box.getMinX() : left + length + edge + 10 * scale,
                box.getMinY(),
                page.isRightToLeft()
                        ? left - edge - 10 * scale - box.getMinX()
                        : box.getMaxX() - left - length - edge - 10 * scale,
                box.getHeight());
        var text = words.say("scale.ratio", words.number(Math.round(ratio / digits) * digits));
        page.start(text, beside, top + 2.4 * scale, style);
        double room = beside.getWidth() - page.width(text, style) - 12 * scale;
        page.end(page.fit(projection(view, words), room, style), box, top + 2.4 * scale, style);
    }

    static String projection(MapView view, Words words) {
        var projection = view.projection();
        var meridian = words.longitude(minutes(projection.centerLon()));
        var name = switch (projection.kind()) {
            case ALBERS ->
                words.say(
                        "projection.ALBERS",
                        words.latitude(minutes(projection.parallels()[0])),
                        words.latitude(minutes(projection.parallels()[1])),
                        meridian);
            case LAMBERT_AZIMUTHAL ->
                words.say("projection.LAMBERT_AZIMUTHAL", words.latitude(minutes(projection.centerLat())), meridian);
            case ECKERT_IV -> words.say("projection.ECKERT_IV", meridian);
        };
        return name + " · " + words.say("projection.datum", words.asIs("WGS 84"));
    }

    private static double minutes(double degrees) {
        return Math.round(degrees * 60) / 60.0;
    }

    /** The greatest of 1, 2, 5, 10 … that is not above. */
    static double round(double km) {
        double ten = Math.pow(10, Math.floor(Math.log10(km)));
        double share = km / ten;
        return ten * (share >= 5 ? 5 : share >= 2 ? 2 : 1);
    }
}
