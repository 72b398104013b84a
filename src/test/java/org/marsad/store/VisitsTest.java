package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class VisitsTest {
    @Test
    void aVisitEndsWithHalfAnHourOfNothing(JdbcClient jdbc) {
        var visits = new Visits(jdbc);
        jdbc.sql("insert into account (name, password, role) values ('amina', 'x', 'ANALYST')")
                .update();
        assertThat(visits.enter("amina")).isEmpty();
        assertThat(visits.enter("amina")).as("still the first visit").isEmpty();
        jdbc.sql("update account_visit set seen_at = now() - interval '2 days'").update();
        var twoDaysAgo = Instant.now().minus(Duration.ofDays(2));
        assertThat(visits.enter("amina").orElseThrow())
                .isBetween(twoDaysAgo.minusSeconds(60), twoDaysAgo.plusSeconds(60));
        jdbc.sql("update account_visit set seen_at = now() - interval '10 minutes'")
                .update();
        assertThat(visits.enter("amina").orElseThrow())
                .as("the same visit")
                .isBetween(twoDaysAgo.minusSeconds(60), twoDaysAgo.plusSeconds(60));
        assertThat(visits.enter("nobody")).isEmpty();
    }
}
