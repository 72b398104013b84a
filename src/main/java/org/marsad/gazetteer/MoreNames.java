package org.marsad.gazetteer;

import java.io.IOException;
import java.io.Reader;
import org.marsad.text.Language;

/**
 * Reads {@code curated/names.csv}: Arabic names of towns that GeoNames knows without one. Columns {@code
 * id,country,name,names_ar}; the place must be there already, and keeps the rank of the source that brought it.
 */
final class MoreNames {
    private MoreNames() {}

    static LoadReport read(String file, Reader in, GazetteerBuilder into) throws IOException {
        var tally = new LoadReport.Tally(file);
        var csv = Csv.open(in);
        for (var row = csv.next(); row != null; row = csv.next()) {
            int place = into.find(row.get("id"));
            if (place < 0) {
                tally.refused(row.line(), "no place has the id " + row.get("id"));
                continue;
            }
            for (var name : row.variants("names_ar")) {
                into.addName(place, name, NameKind.VARIANT, Language.AR);
                into.addClosedUp(place, name, NameKind.VARIANT);
            }
            tally.took(true);
        }
        return tally.report();
    }
}
