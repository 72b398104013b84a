package org.marsad.curation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with the states of things at each version that changed them.
 *
 * @param <T> the state
 */
abstract class VersionTable<T> implements UndoPlanner.Versions<T> {
    private final JdbcClient jdbc;
    private final String versions;

    /**
     * @param table its name
     * @param key the name of the column with the id
     */
    VersionTable(JdbcClient jdbc, String table, String key) {
        this.jdbc = jdbc;
        this.versions = "select version from " + table + " where " + key + " = ? and version ";
    }

    /** As the files that come with Marsad have it; empty where they lack it. */
    abstract Optional<T> findInSources(String id);

    /** The last version that changed it. */
    Optional<Long> findLast(String id) {
        return jdbc.sql(versions + ">= 0 order by version desc limit 1")
                .param(id)
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<T> findBefore(String id, long version) {
        return jdbc.sql(versions + "< ? order by version desc limit 1")
                .params(id, version)
                .query(Long.class)
                .optional()
                .flatMap(before -> findAt(id, before));
    }

    @Override
    public List<Long> listVersionsAfter(String id, long version) {
        return jdbc.sql(versions + "> ? order by version")
                .params(id, version)
                .query(Long.class)
                .list();
    }

    /** All states, the newest first; of what was never edited that of the sources. */
    List<T> listVersions(String id) {
        var all = listVersionsAfter(id, -1).reversed();
        return all.isEmpty()
                ? findInSources(id).stream().toList()
                : all.stream().flatMap(version -> findAt(id, version).stream()).toList();
    }
}
