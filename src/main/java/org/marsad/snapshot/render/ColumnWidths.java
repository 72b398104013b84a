package org.marsad.snapshot.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.marsad.snapshot.sheet.KeyTable;

/** How wide the columns of a key table are: what they hold, and where that is too much the widest give way. */
final class ColumnWidths {
    private ColumnWidths() {}

    /**
     * @param rows that are shown
     * @param room for all columns together
     * @param gap that is part of each column's width
     * @param heading width of a heading in a line
     * @param width of a cell's text in a line
     * @return in the order of the columns; together the room
     */
    static List<Double> of(
            KeyTable table,
            int rows,
            double room,
            double gap,
            ToDoubleFunction<String> heading,
            ToDoubleFunction<String> width) {
        var wanted = new ArrayList<Double>();
        for (int i = 0; i < table.columns().size(); i++) {
            double widest = heading.applyAsDouble(table.columns().get(i).heading());
            for (int row = 0; row < rows; row++) {
                widest = Math.max(
                        widest,
                        width.applyAsDouble(table.rows().get(row).cells().get(i)));
            }
            wanted.add(widest + gap);
        }
        double all = wanted.stream().mapToDouble(Double::doubleValue).sum();
        if (all > room) {
            double most = limit(wanted, room);
            return wanted.stream().map(each -> Math.min(each, most)).toList();
        }
        double weights =
                table.columns().stream().mapToDouble(KeyTable.Column::weight).sum();
        var result = new ArrayList<Double>();
        for (int i = 0; i < wanted.size(); i++) {
            result.add(wanted.get(i) + (room - all) * table.columns().get(i).weight() / weights);
        }
        return result;
    }

    /** The width that no column may have more than, for all to have room. */
    private static double limit(List<Double> wanted, double room) {
        double left = room;
        int others = wanted.size();
        for (double each : wanted.stream().sorted().toList()) {
            if (each * others >= left) {
                break;
            }
            left -= each;
            others--;
        }
        return left / Math.max(1, others);
    }
}
