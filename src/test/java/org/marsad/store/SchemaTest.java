package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class SchemaTest {
    @Test
    void runsOnPostgisAndStoresArabicByCodePoints(JdbcClient jdbc) {
        assertThat(jdbc.sql("select postgis_lib_version()").query(String.class).single())
                .startsWith("3.");
        assertThat(jdbc.sql("select substring('😀 باماكو' from 2 + 1 for 6)")
                        .query(String.class)
                        .single())
                .isEqualTo("باماكو");
    }

    @Test
    void refusesAnEventWithHalfADate(JdbcClient jdbc) {
        var insert = jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, date_precision, where_precision, confidence)
                values ('ASSAULT', 'Battles', 'Armed clash', '2025-02-20', 'day', 1, 1)""");
        org.assertj.core.api.Assertions.assertThatThrownBy(insert::update).hasMessageContaining("check constraint");
    }
}
