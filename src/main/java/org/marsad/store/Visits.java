package org.marsad.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each account was last here. A visit ends with half an hour in which nothing was asked for. */
@Repository
public class Visits {
    private final JdbcClient jdbc;

    public Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that somebody is here; another visit begins where the last has ended.
     *
     * @return the end of the visit before this one; empty on the first, and for an account that is not kept here
     */
    public Optional<Instant> enter(String account) {
        return jdbc.sql("""
                        insert into account_visit as v (account, seen_at)
                        select name, clock_timestamp() from account where name = ?
                        on conflict (account) do update set seen_at = excluded.seen_at,
                            since = case when v.seen_at < excluded.seen_at - interval '30 minutes' then v.seen_at else v.since end
                        returning since""")
                .param(account)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .flatMap(since -> since)
                .map(OffsetDateTime::toInstant);
    }

    /** Notes that somebody still is. */
    public void stay(String account) {
        jdbc.sql("update account_visit set seen_at = clock_timestamp() where account = ?")
                .param(account)
                .update();
    }
}
