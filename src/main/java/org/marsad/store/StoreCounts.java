package org.marsad.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much is stored. */
@Repository
public class StoreCounts {
    private final JdbcClient jdbc;

    StoreCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts by what is counted, in the order to show them. */
    public Map<String, Object> count() {
        return new LinkedHashMap<>(jdbc.sql("""
                        select (select count(*) from document) as documents,
                            (select count(*) from article) as articles,
                            (select count(*) from event) as events,
                            (select count(*) from import_job) as jobs,
                            (select count(*) from import_job where state in ('queued', 'running')) as jobs_open,
                            (select count(*) from quarantine) as quarantined,
                            (select count(*) from place) as places""").query().singleRow());
    }
}
