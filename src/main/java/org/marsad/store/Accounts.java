package org.marsad.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts in the database. */
@Repository
public class Accounts {
    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String name) {
        return jdbc.sql("select name, password, role, demo from account where name = ?")
                .param(name)
                .query(Account.class)
                .optional();
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from account where not demo)")
                .query(Boolean.class)
                .single();
    }

    /** Adds an account; leaves one of that name as it is. */
    public void addIfAbsent(Account account) {
        jdbc.sql("insert into account (name, password, role, demo) values (?, ?, ?, ?) on conflict do nothing")
                .params(account.name(), account.password(), account.role().name(), account.demo())
                .update();
    }

    public void removeDemo() {
        jdbc.sql("delete from account where demo").update();
    }
}
