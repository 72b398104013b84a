package org.marsad.exchange.datasets;

import java.util.List;

/** Reads the rows of one file of a data set. */
public final class ForeignRows {
    private final Dataset dataset;
    private final Columns columns;

    public ForeignRows(Dataset dataset, Columns columns) {
        this.dataset = dataset;
        this.columns = columns;
    }

    /**
     * @throws RowRefused saying what is wrong with it
     */
    public ForeignEvent read(List<String> values) {
        if (values.size() != columns.size()) {
            throw new RowRefused("it has %,d columns, not %,d".formatted(values.size(), columns.size())
                    + (dataset == Dataset.GDELT && (values.size() == 57 || values.size() == 58)
                            ? "; GDELT 1.0 is not read, get the events of GDELT 2.0"
                            : ""));
        }
        var row = new Row(columns, values);
        if (id(values).chars().anyMatch(Character::isISOControl)) {
            throw new RowRefused("its id holds a control character");
        }
        return switch (dataset) {
            case ACLED -> AcledRows.read(row);
            case UCDP -> UcdpRows.read(row);
            case GDELT -> GdeltRows.read(row);
        };
    }

    /** How many columns a row of the file has. */
    public int size() {
        return columns.size();
    }

    /** The id of a row that was refused, as far as it can be read; else empty. */
    public String id(List<String> values) {
        var row = new Row(columns, values);
        return dataset == Dataset.ACLED ? row.first("event_id_cnty", "data_id") : row.get(dataset.idColumn());
    }
}
