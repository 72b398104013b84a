package org.marsad.web;

import java.security.SecureRandom;
import java.util.Base64;
import org.marsad.store.Account;
import org.marsad.store.Accounts;
import org.marsad.store.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Who can log in at the start. A server bound to loopback has demo accounts, whose passwords are their names; any other
 * has none of those, but an account {@code admin} with the password of {@code MARSAD_ADMIN_PASSWORD} or a random one.
 */
@Component
class FirstAccounts implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final boolean loopback;
    private final String adminPassword;

    FirstAccounts(
            Accounts accounts,
            PasswordEncoder encoder,
            @Value("${server.address:}") String address,
            @Value("${marsad.admin-password:}") String adminPassword) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.loopback = address.equals("127.0.0.1") || address.equals("localhost") || address.equals("::1");
        this.adminPassword = adminPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (loopback) {
            for (Role role : Role.values()) {
                String name = role.name().toLowerCase(java.util.Locale.ROOT);
                if (accounts.find(name).isEmpty()) {
                    accounts.addIfAbsent(new Account(name, encoder.encode(name), role, true));
                }
            }
            return;
        }
        accounts.removeDemo();
        if (accounts.isEmpty()) {
            String password = adminPassword.isBlank() ? randomPassword() : adminPassword;
            accounts.addIfAbsent(new Account("admin", encoder.encode(password), Role.ADMIN, false));
            if (adminPassword.isBlank()) {
                LOG.warn("There was no account yet. Log in as \"admin\" with this password, once shown: {}", password);
            }
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
