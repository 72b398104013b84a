package org.marsad.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/** The database that the server and the commands of this installation use. */
public final class ServerDatabase {
    private ServerDatabase() {}

    /**
     * For a server that is run by hand (java -jar, an IDE): finds and starts a database where none is given. The
     * launcher gives one.
     */
    public static void startUnlessGiven() {
        String given = System.getenv().getOrDefault("MARSAD_DB_URL", System.getProperty("spring.datasource.url", ""));
        if (!given.isBlank()) {
            return;
        }
        Home home = Home.find();
        var address = choose(home, System.getenv(), System.out::println).start(System.out::println);
        System.setProperty("spring.datasource.url", address.url());
        System.setProperty("spring.datasource.username", address.user());
        System.setProperty("spring.datasource.password", address.password());
    }

    static DatabaseServer choose(Home home, Map<String, String> environment, Consumer<String> says) {
        return DatabaseServer.of(DatabaseChoice.make(environment, says), home.checkout(), home.data());
    }

    /** The server that an earlier command chose, whatever would be chosen now. */
    static DatabaseServer ofKind(Home home, String kind) {
        var environment = new HashMap<>(System.getenv());
        if (!kind.equals("given")) {
            environment.remove("MARSAD_DB_URL");
            environment.put("MARSAD_DB", kind);
        }
        return choose(home, environment, System.err::println);
    }

    static Map<String, String> environment(DatabaseAddress address) {
        return Map.of(
                "MARSAD_DB_URL", address.url(),
                "MARSAD_DB_USER", address.user(),
                "MARSAD_DB_PASSWORD", address.password());
    }
}
