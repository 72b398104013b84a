package org.marsad.snapshot.render;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.marsad.snapshot.sheet.TimeBins;

/** Events over time as bars. Time runs the way the language reads, as on the dashboard. */
final class TimeChart {
    private final Page page;
    private final double scale;

    TimeChart(Page page, double scale) {
        this.page = page;
        this.scale = scale;
    }

    void draw(TimeBins bins, Rectangle2D box) {
        var words = page.words();
        var canvas = page.canvas();
        var style = new Page.Style(Weight.REGULAR, 6.2 * scale, Palette.SOFT);
        long most = bins.bins().stream().mapToLong(TimeBins.Bin::count).max().orElse(0);
        long top = nice(most);
        double labels = page.width(words.number(top), style) + 5 * scale;
        double left = page.isRightToLeft() ? box.getMinX() : box.getMinX() + labels;
        double right = page.isRightToLeft() ? box.getMaxX() - labels : box.getMaxX();
        double floor = box.getMaxY() - 19 * scale;
        double roof = box.getMinY() + 4 * scale;
        var first = bins.bins().getFirst().start();
        var last = bins.bins().getLast().start();
        int slots = slot(bins.unit(), first, last) + 1;
        double width = (right - left) / Math.max(slots, 12);

        var alternative = words.say("time.alternative", words.date(first), words.date(last), words.number(most));
        canvas.tagged(Tag.FIGURE, alternative, () -> {
            for (long value : top % 2 == 0 ? new long[] {top / 2, top} : new long[] {top}) {
                double y = floor - (floor - roof) * value / top;
                canvas.stroke(new Line2D.Double(left, y, right, y), Pen.of(0.35 * scale), Palette.RULE);
                page.start(words.number(value), box, y + style.size() * 0.35, style);
            }
            for (var bin : bins.bins()) {
                double from = slot(bins.unit(), first, bin.start()) * width;
                double x = page.isRightToLeft() ? right - from - width : left + from;
                double gap = Math.min(1.2 * scale, width * 0.18);
                double all = (floor - roof) * bin.count() / top;
                double violent = (floor - roof) * bin.violent() / top;
                canvas.fill(
                        new Rectangle2D.Double(x + gap / 2, floor - all, width - gap, all - violent), Palette.OTHER);
                if (bin.violent() > 0) {
                    canvas.fill(
                            new Rectangle2D.Double(x + gap / 2, floor - violent, width - gap, violent),
                            Family.VIOLENCE.color());
                }
            }
            canvas.stroke(new Line2D.Double(left, floor, right, floor), Pen.of(0.7 * scale), Palette.SOFT);
            double y = floor + 7.5 * scale;
            double free = Double.NEGATIVE_INFINITY;
            for (var date : ticks(bins.unit(), first, slots)) {
                var text = bins.unit() == TimeBins.Unit.MONTH ? words.month(date) : words.date(date);
                double half = page.width(text, style) / 2;
                double from = (slot(bins.unit(), first, date) + 0.5) * width;
                if (from - half < free || from + half > right - left + labels) {
                    continue;
                }
                double shift = Math.max(0, half - from);
                free = from + shift + half + 8 * scale;
                page.centered(text, page.isRightToLeft() ? right - from - shift : left + from + shift, y, style);
            }
            key(bins, box, style);
        });
    }

    private void key(TimeBins bins, Rectangle2D box, Page.Style style) {
        var words = page.words();
        double y = box.getMaxY() - 2 * scale;
        double from = 0;
        for (boolean violent : new boolean[] {true, false}) {
            double side = 4.5 * scale;
            double x = page.isRightToLeft() ? box.getMaxX() - from - side : box.getMinX() + from;
            page.canvas()
                    .fill(
                            new Rectangle2D.Double(x, y - side, side, side),
                            violent ? Family.VIOLENCE.color() : Palette.OTHER);
            var text = words.say(violent ? "time.attacks" : "time.rest");
            from += side + 3 * scale;
            page.start(text, after(box, from), y, style);
            from += page.width(text, style) + 9 * scale;
        }
        var rest = new ArrayList<String>();
        if (bins.coarser() > 0) {
            rest.add(words.say("time.coarser", words.number(bins.coarser())));
        }
        if (bins.undated() > 0) {
            rest.add(words.say("time.undated", words.number(bins.undated())));
        }
        var room = after(box, from);
        page.end(page.fit(String.join(" · ", rest), room.getWidth(), style), room, y, style);
    }

    private Rectangle2D after(Rectangle2D box, double from) {
        double x = page.isRightToLeft() ? box.getMinX() : box.getMinX() + from;
        return new Rectangle2D.Double(x, box.getY(), Math.max(0, box.getWidth() - from), box.getHeight());
    }

    private static int slot(TimeBins.Unit unit, LocalDate first, LocalDate date) {
        return (int)
                switch (unit) {
                    case DAY -> ChronoUnit.DAYS.between(first, date);
                    case WEEK -> ChronoUnit.DAYS.between(first, date) / 7;
                    case MONTH -> ChronoUnit.MONTHS.between(first.withDayOfMonth(1), date.withDayOfMonth(1));
                };
    }

    /** About six round moments. */
    private static List<LocalDate> ticks(TimeBins.Unit unit, LocalDate first, int slots) {
        var result = new ArrayList<LocalDate>();
        int step = Math.max(1, (int) Math.ceil(slots / 6.0));
        if (unit == TimeBins.Unit.MONTH) {
            for (int fit : new int[] {1, 2, 3, 6, 12, 24, 60, 120, 240}) {
                if (fit >= step || fit == 240) {
                    step = fit;
                    break;
                }
            }
        }
        for (int i = 0; i < slots; i += step) {
            result.add(
                    switch (unit) {
                        case DAY -> first.plusDays(i);
                        case WEEK -> first.plusWeeks(i);
                        case MONTH -> first.withDayOfMonth(1).plusMonths(i);
                    });
        }
        return result;
    }

    /** The least of 1, 2, 4, 5, 6, 8, 10, 20 … that is not below. */
    static long nice(long value) {
        long ten = 1;
        while (ten * 10 < value) {
            ten *= 10;
        }
        for (long step : new long[] {1, 2, 4, 5, 6, 8, 10}) {
            if (step * ten >= value) {
                return Math.max(1, step * ten);
            }
        }
        return value;
    }
}
