package org.marsad.snapshot;

import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which gazetteer the places of a sheet are named and put by. */
final class GazetteerVersion {
    private static final int SHOWN = 12;

    private GazetteerVersion() {}

    /**
     * The beginning of the checksum of the files that are written into the database; where none are yet, of those that
     * come with Marsad.
     */
    static String read(JdbcClient jdbc) {
        return jdbc.sql("select checksum from reference_data where name = 'gazetteer'")
                .query(String.class)
                .optional()
                .orElseGet(() -> Gazetteer.checksum(List.of()))
                .substring(0, SHOWN);
    }
}
