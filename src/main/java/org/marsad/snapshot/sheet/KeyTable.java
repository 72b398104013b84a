package org.marsad.snapshot.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table beside the map: key events, or counts. As many rows are drawn as have room; the sheet says how many are not.
 *
 * @param caption in the sheet's language
 * @param columns from the start side
 * @param more rows that exist and are not even in {@code rows}
 */
public record KeyTable(String caption, List<Column> columns, List<Row> rows, long more) {
    public static final KeyTable NONE = new KeyTable("", List.of(), List.of(), 0);

    public KeyTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells.size() != columns.size()) {
                throw new IllegalArgumentException(row.cells.size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    /**
     * @param weight share of the width
     * @param figures whether its cells are figures, set to the end side
     */
    public record Column(String heading, double weight, boolean figures) {}

    /** @param event the event of the row, whose number then stands on the map too; null for a row of counts */
    public record Row(@Nullable Long event, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
