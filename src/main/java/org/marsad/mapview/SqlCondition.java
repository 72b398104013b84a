package org.marsad.mapview;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition of a {@code where} clause.
 *
 * @param sql over the table {@code event} by the alias {@code e}; holds names of parameters, never values
 * @param parameters the values by name
 */
public record SqlCondition(String sql, Map<String, Object> parameters) {
    public static final SqlCondition TRUE = new SqlCondition("true", Map.of());

    public SqlCondition {
        parameters = Map.copyOf(parameters);
    }

    /** Both at once. */
    public SqlCondition and(SqlCondition other) {
        if (sql.equals("true")) {
            return other;
        }
        if (other.sql.equals("true")) {
            return this;
        }
        var all = new LinkedHashMap<>(parameters);
        all.putAll(other.parameters);
        return new SqlCondition(sql + "\n  and " + other.sql, all);
    }

    /** Either; a condition that is always true is taken for one that was not asked. */
    public SqlCondition or(SqlCondition other) {
        if (sql.equals("true")) {
            return other;
        }
        if (other.sql.equals("true")) {
            return this;
        }
        var all = new LinkedHashMap<>(parameters);
        all.putAll(other.parameters);
        return new SqlCondition("(" + sql + " or " + other.sql + ")", all);
    }
}
