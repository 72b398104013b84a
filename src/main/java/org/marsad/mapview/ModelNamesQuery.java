package org.marsad.mapview;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.ModelNames.Name;
import org.marsad.mapview.columns.Vocabulary;

/** Reads the names of what a model's words stand for, in three languages. */
final class ModelNamesQuery {
    private static final Duration NAMES_HOLD = Duration.ofMinutes(1);

    private final Connection connection;
    private Instant namesRead = Instant.EPOCH;
    private int actorsNamed;

    ModelNamesQuery(Connection connection) {
        this.connection = connection;
    }

    /** Null where those that were read last will do. */
    @Nullable
    ModelNames read(Vocabulary vocabulary) throws SQLException {
        int actors = vocabulary.actors().size();
        if (actors == actorsNamed && Instant.now().isBefore(namesRead.plus(NAMES_HOLD))) {
            return null;
        }
        actorsNamed = actors;
        namesRead = Instant.now();
        var places = vocabulary.areas().stream()
                .flatMap(area -> area.places().stream())
                .distinct()
                .toArray(String[]::new);
        return new ModelNames(
                names("select id, name, name_ar, name_fr from actor", null),
                names("select p.country || ':' || p.admin1, " + names("p") + """
                         from place p where p.level = 'admin1' and p.country is not null and p.admin1 is not null""", null),
                names("select p.id, " + names("p") + " from place p where p.id = any(?)", places));
    }

    private static String names(String place) {
        return place + ".name, " + Names.place(place).replace(":language", "'ar'") + ", "
                + Names.place(place).replace(":language", "'fr'");
    }

    private Map<String, Name> names(String sql, String @Nullable [] ids) throws SQLException {
        var result = new HashMap<String, Name>();
        try (var statement = connection.prepareStatement(sql)) {
            if (ids != null) {
                statement.setArray(1, connection.createArrayOf("text", ids));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.put(
                            rows.getString(1),
                            new Name(rows.getString(2), text(rows.getString(3)), text(rows.getString(4))));
                }
            }
        }
        return result;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
