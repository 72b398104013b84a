package org.marsad.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much is stored: for {@code ./marsad status}. */
@RestController
class StatusController {
    private final JdbcClient jdbc;

    StatusController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/status")
    Map<String, Object> status() {
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
