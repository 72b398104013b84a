package org.marsad.web;

import java.util.List;
import org.marsad.store.Account;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** An account as Spring Security knows it. */
final class AccountDetails extends User {
    private static final long serialVersionUID = 1;

    private final boolean demo;

    AccountDetails(Account account) {
        super(
                account.name(),
                account.password(),
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.demo = account.demo();
    }

    boolean isDemo() {
        return demo;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
