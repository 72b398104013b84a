package org.marsad.launch;

/** {@code status}: what runs, and how much is stored. */
final class Status {
    private final Home home;

    Status(Home home) {
        this.home = home;
    }

    int run() {
        var state = ServerState.find(home).filter(found -> found.findProcess().isPresent());
        if (state.isEmpty()) {
            System.out.println("Server:   not running (./marsad up starts it)");
            return 0;
        }
        var client = new ServerClient(home, state.get().port());
        System.out.println("Server:   "
                + (client.isHealthy() ? "http://localhost:" + state.get().port() : "starting, or not answering")
                + " (process " + state.get().pid() + ", log " + home.serverLog() + ")");
        System.out.println("Database: "
                + ServerDatabase.ofKind(home, state.get().database()).describe());
        if (client.isHealthy()) {
            var stored = client.get("/api/v1/status");
            stored.properties()
                    .forEach(entry -> System.out.printf(
                            "%-9s %s%n", entry.getKey() + ":", entry.getValue().asString()));
        }
        return 0;
    }
}
