package org.marsad.snapshot;

import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which gazetteer the places of a sheet are named and put by: {@code a7c296d208b2.17}. */
final class GazetteerVersion {
    private static final int SHOWN = 12;

    private GazetteerVersion() {}

    /**
     * The beginning of the checksum of the files that are written into the database (where none are yet, of those that
     * come with Marsad), and how many changesets an admin's edits have come to.
     */
    static String read(JdbcClient jdbc) {
        var files = jdbc.sql("select checksum from reference_data where name = 'gazetteer'")
                .query(String.class)
                .optional()
                .orElseGet(() -> Gazetteer.checksum(List.of()));
        long edits = jdbc.sql("select coalesce(max(version), 0) from gazetteer_edition")
                .query(Long.class)
                .single();
        return files.substring(0, SHOWN) + "." + edits;
    }
}
