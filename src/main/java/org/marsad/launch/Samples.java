package org.marsad.launch;

/** The articles that come with Marsad, taken in the first time so that there is something to see. */
final class Samples {
    private final Home home;
    private final ServerClient server;

    Samples(Home home, ServerClient server) {
        this.home = home;
        this.server = server;
    }

    void loadOnce() {
        // the ingest job comes with the importer
    }
}
