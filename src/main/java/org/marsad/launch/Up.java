package org.marsad.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.store.database.DatabaseServer;

/** {@code up}: the database, the server, and the first time the samples; leaves nothing running when it fails. */
final class Up {
    private static final int ATTEMPTS = 3;

    private final Home home;

    Up(Home home) {
        this.home = home;
    }

    int run(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--attach"))) {
            throw new CommandFailed("up takes nothing but --attach");
        }
        ServerState running = startAlone();
        System.out.println();
        System.out.println("Marsad is at  http://localhost:" + running.port());
        System.out.println(
                "Demo accounts, from this machine only:  analyst / analyst   briefer / briefer   admin / admin");
        System.out.println("Stop it with ./marsad down; log: " + home.serverLog());
        if (!arguments.isEmpty()) {
            System.out.println("Ctrl-C stops it.");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> new Down(home).run()));
            running.findProcess().ifPresent(server -> server.onExit().join());
        }
        return 0;
    }

    /** One up at a time. */
    private ServerState startAlone() {
        try {
            Files.createDirectories(home.data().resolve("log"));
            try (var channel = FileChannel.open(
                            home.data().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw new CommandFailed("another ./marsad up is at work here; wait for it");
                }
                return findRunning().orElseGet(this::start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that answers and is of this build; one of an earlier build is stopped first. */
    private Optional<ServerState> findRunning() {
        var state = ServerState.find(home).filter(found -> found.findProcess().isPresent());
        if (state.isEmpty()) {
            return Optional.empty();
        }
        boolean current = state.get().build().equals(build());
        if (current && new ServerClient(home, state.get().port()).isHealthy()) {
            return state;
        }
        System.err.println(
                current
                        ? "The server does not answer; starting it again."
                        : "The build is newer than the running server; starting it again.");
        new Down(home).stopServer();
        return Optional.empty();
    }

    private ServerState start() {
        var database = ServerDatabase.choose(home, System.getenv(), System.err::println);
        // A cluster of our own is never someone else's; a container may have been started by hand.
        boolean ours = database.kind().equals("local")
                || database.findRunning().isEmpty()
                || ServerState.find(home).map(ServerState::stopsDatabase).orElse(false);
        var guard = new Guard(home, ours ? Optional.of(database) : Optional.empty());
        Runtime.getRuntime().addShutdownHook(guard);
        try {
            var address = database.start(System.err::println);
            System.err.println("Database: " + database.describe());
            var state = startServer(database, ours, address, guard);
            awaitFirstJob(new ServerClient(home, state.port()));
            guard.disarm();
            return state;
        } finally {
            guard.starterIsDone();
        }
    }

    private ServerState startServer(DatabaseServer database, boolean ours, DatabaseAddress address, Guard guard) {
        for (int attempt = 1; ; attempt++) {
            int port = Ports.choose();
            Process server = new ServerProcess(home, port).start(ServerDatabase.environment(address));
            guard.alsoStop(server);
            var state = new ServerState(
                    server.pid(),
                    server.toHandle().info().startInstant().orElse(null),
                    port,
                    build(),
                    database.kind(),
                    ours);
            state.save(home);
            try {
                ServerProcess.await(home, server, new ServerClient(home, port));
                return state;
            } catch (ServerProcess.PortTaken e) {
                // By a program that came to it between our look and the server's.
                if (Ports.isAsked() || attempt == ATTEMPTS) {
                    throw new CommandFailed("port " + port + " was taken by another program meanwhile; run this again");
                }
            }
        }
    }

    /** The samples, which the server takes in the first time. */
    private static void awaitFirstJob(ServerClient server) {
        if (server.get("/api/v1/status").path("jobs").asInt() != 1) {
            return;
        }
        try {
            var jobs = new ServerJobs(server);
            var first = jobs.list().getFirst();
            if (!first.state().isOver()) {
                var done = new JobProgress(jobs).follow(first.id());
                System.err.println(done.ingested() + " articles taken in from " + done.origin() + ", "
                        + done.quarantined() + " refused.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /** Of the jar that is there now. */
    private String build() {
        Path jar = home.checkout().resolve("target/app/marsad.jar");
        try {
            return Files.getLastModifiedTime(jar).toString();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * On Ctrl-C or failure before all is up: what was started is stopped. It waits for the thread that starts things to
     * give up first, so that nothing is started behind its back.
     */
    private static final class Guard extends Thread {
        private final Home home;
        private final Optional<DatabaseServer> database;
        private final Thread starter = Thread.currentThread();
        private final CountDownLatch starterIsDone = new CountDownLatch(1);
        private volatile boolean armed = true;
        private volatile Optional<Process> server = Optional.empty();

        Guard(Home home, Optional<DatabaseServer> database) {
            this.home = home;
            this.database = database;
        }

        void alsoStop(Process process) {
            server = Optional.of(process);
        }

        void disarm() {
            armed = false;
        }

        void starterIsDone() {
            starterIsDone.countDown();
        }

        @Override
        public void run() {
            if (!armed) {
                return;
            }
            starter.interrupt();
            try {
                starterIsDone.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            server.ifPresent(process -> Down.end(process.toHandle()));
            database.ifPresent(DatabaseServer::stop);
            ServerState.forget(home);
        }
    }
}
