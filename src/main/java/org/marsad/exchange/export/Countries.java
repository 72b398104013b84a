package org.marsad.exchange.export;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Table;

/** Countries by their English names and three-letter codes. */
final class Countries {
    private static final Map<String, Table.Row> ROWS = Table.rows("/gazetteer/countries.csv").stream()
            .collect(Collectors.toMap(row -> row.get("iso2"), row -> row));

    private Countries() {}

    static String name(@Nullable String iso2) {
        return get(iso2, "name");
    }

    static String iso3(@Nullable String iso2) {
        return get(iso2, "iso3");
    }

    private static String get(@Nullable String iso2, String column) {
        var row = iso2 == null ? null : ROWS.get(iso2);
        return row == null ? "" : row.get(column);
    }
}
