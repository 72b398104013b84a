package org.marsad.exchange.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column of a file is where. Names are compared in lower case. */
public final class Columns {
    private final Map<String, Integer> byName = new HashMap<>();
    private final int size;

    private Columns(List<String> names) {
        size = names.size();
        for (int i = 0; i < size; i++) {
            byName.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
    }

    /**
     * Of a file's first line.
     *
     * @throws RowRefused where this is no header of the data set's
     */
    public static Columns ofHeader(Dataset dataset, List<String> names) {
        var columns = new Columns(names);
        var missing = switch (dataset) {
            case ACLED ->
                columns.lacking("event_id_cnty|data_id", "event_date", "event_type", "actor1", "latitude", "longitude");
            case UCDP ->
                columns.lacking("id", "type_of_violence", "side_a", "side_b", "date_start", "latitude", "longitude");
            case GDELT -> "";
        };
        if (!missing.isEmpty()) {
            throw new RowRefused("its first line names no column " + missing + "; is it a file of " + dataset.name()
                    + "? Nothing of it was read");
        }
        return columns;
    }

    /** Of a file without a header. */
    public static Columns of(Dataset dataset) {
        return new Columns(dataset.columns());
    }

    public int size() {
        return size;
    }

    int indexOf(String name) {
        return byName.getOrDefault(name, -1);
    }

    private String lacking(String... wanted) {
        for (var names : wanted) {
            if (List.of(names.split("\\|")).stream().noneMatch(byName::containsKey)) {
                return names.replace("|", " or ");
            }
        }
        return "";
    }
}
