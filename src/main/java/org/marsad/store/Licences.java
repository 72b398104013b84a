package org.marsad.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What may be passed on of the data sets that events are imported from, and to whom. */
@Repository
public class Licences {
    private final JdbcClient jdbc;

    public Licences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A data set; {@code terms} in its own words, {@code events} how many of its rows stand. */
    public record EventSource(String id, String name, Licence licence, String terms, String url, long events) {}

    /** Whether rows may leave the house. */
    public enum Licence {
        OPEN,
        RESTRICTED
    }

    public List<EventSource> list() {
        return jdbc.sql("""
                        select s.id, s.name, s.licence, s.terms, s.url,
                            (select count(*) from event e where e.source = s.id) as events
                        from event_source s order by s.id""")
                .query((row, _) -> new EventSource(
                        row.getString("id"),
                        row.getString("name"),
                        Licence.valueOf(row.getString("licence").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("terms"),
                        row.getString("url"),
                        row.getLong("events")))
                .list();
    }

    public Optional<EventSource> find(String source) {
        return list().stream().filter(one -> one.id().equals(source)).findFirst();
    }

    /** The restricted data sets, but for those that the account holds a licence of its own for. */
    public Set<String> listWithheld(String account) {
        return jdbc.sql("""
                        select id from event_source s where licence = 'restricted'
                            and not exists (select from account_licence l where l.source = s.id and l.account = ?)""").param(account).query(String.class).set();
    }

    /** Returns whether there is such a data set. */
    public boolean setLicence(String source, Licence licence) {
        return jdbc.sql("update event_source set licence = ? where id = ?")
                        .params(licence.name().toLowerCase(java.util.Locale.ROOT), source)
                        .update()
                == 1;
    }

    /** Notes that an account holds a licence of its own; returns whether both exist. */
    public boolean grant(String source, String account) {
        return jdbc.sql("""
                        insert into account_licence (account, source)
                        select a.name, s.id from account a, event_source s where a.name = ? and s.id = ?
                        on conflict (account, source) do update set source = excluded.source""").params(account, source).update() == 1;
    }

    public void revoke(String source, String account) {
        jdbc.sql("delete from account_licence where source = ? and account = ?")
                .params(source, account)
                .update();
    }
}
