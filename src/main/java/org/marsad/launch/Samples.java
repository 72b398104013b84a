package org.marsad.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The articles that come with Marsad, taken in the first time so that there is something to see. */
final class Samples {
    private final Home home;
    private final ServerClient server;

    Samples(Home home, ServerClient server) {
        this.home = home;
        this.server = server;
    }

    void loadOnce() {
        Path samples = home.checkout().resolve("samples/articles.jsonl");
        if (!Files.exists(samples) || server.get("/api/v1/status").path("jobs").asInt() > 0) {
            return;
        }
        try {
            var job = Ingest.byServer(server, List.of(samples.toString()));
            System.err.println(
                    "Loaded the sample articles: " + job.ingested() + " taken in, " + job.quarantined() + " refused.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while loading the samples");
        }
    }
}
