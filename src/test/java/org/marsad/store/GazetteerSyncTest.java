package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class GazetteerSyncTest {
    @Test
    void writesTheGazetteerOnceAndKeepsPlacesThatAnIngestWroteBefore(DataSource database, JdbcClient jdbc)
            throws Exception {
        jdbc.sql("""
                        insert into place (id, name, level, feature, point)
                        values ('geonames:2460596', 'old name', 'settlement', 'PPL', ST_SetSRID(ST_MakePoint(0, 0), 4326)),
                            ('test:elsewhere', 'Elsewhere', 'settlement', 'PPL', ST_SetSRID(ST_MakePoint(1, 1), 4326))""").update();

        assertThat(new GazetteerSync(database, List.of()).run()).isTrue();
        assertThat(new GazetteerSync(database, List.of()).run()).isFalse();

        assertThat(jdbc.sql("select name from place where id = 'geonames:2460596'")
                        .query(String.class)
                        .single())
                .isEqualTo("Bamako");
        assertThat(jdbc.sql(
                                "select ST_Distance(point::geography, ST_MakePoint(-7.98, 12.65)::geography) / 1000 from place"
                                        + " where id = 'geonames:2460596'")
                        .query(Double.class)
                        .single())
                .isLessThan(5.0);
        assertThat(jdbc.sql("select count(*) from place where id = 'test:elsewhere'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from place").query(Long.class).single())
                .isGreaterThan(199_000);
        assertThat(jdbc.sql("select distinct place_id from place_name where name = 'باماكو'")
                        .query(String.class)
                        .list())
                .contains("geonames:2460596");
    }
}
