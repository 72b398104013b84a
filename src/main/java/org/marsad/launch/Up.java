package org.marsad.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** {@code up}: the database, the server, and the first time the samples; leaves nothing running when it fails. */
final class Up {
    private static final int DEFAULT_PORT = 8080;

    private final Home home;

    Up(Home home) {
        this.home = home;
    }

    int run(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--attach"))) {
            throw new CommandFailed("up takes nothing but --attach");
        }
        boolean attach = !arguments.isEmpty();
        try {
            Files.createDirectories(home.data().resolve("log"));
            try (var channel = FileChannel.open(
                            home.data().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw new CommandFailed("another ./marsad up is at work here; wait for it");
                }
                ServerState running = findRunning().orElseGet(this::start);
                awaitFirstJob(new ServerClient(home, running.port()));
                announce(running);
                if (attach) {
                    running.findProcess().ifPresent(this::attach);
                }
                return 0;
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
        var earlier = ServerState.find(home);
        var database = ServerDatabase.choose(home, System.getenv(), System.err::println);
        boolean wasRunning = database.findRunning().isPresent();
        // A cluster of our own is never someone else's; a container may have been started by hand.
        boolean ours = !wasRunning
                || database.kind().equals("local")
                || earlier.map(ServerState::stopsDatabase).orElse(false);
        var guard = new Guard(() -> {
            if (!wasRunning) {
                database.stop();
            }
        });
        Runtime.getRuntime().addShutdownHook(guard);
        var address = database.start(System.err::println);
        System.err.println("Database: " + database.describe());
        int port = choosePort();
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
        ServerProcess.await(home, server, new ServerClient(home, port));
        guard.disarm();
        return state;
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

    private void attach(ProcessHandle server) {
        System.out.println("Ctrl-C stops it.");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> new Down(home).run()));
        server.onExit().join();
    }

    private void announce(ServerState running) {
        System.out.println();
        System.out.println("Marsad is at  http://localhost:" + running.port());
        System.out.println(
                "Demo accounts, from this machine only:  analyst / analyst   briefer / briefer   admin / admin");
        System.out.println("Stop it with ./marsad down; log: " + home.serverLog());
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

    private static int choosePort() {
        String asked = System.getenv().getOrDefault("MARSAD_PORT", "");
        if (!asked.isBlank()) {
            int port = Integer.parseInt(asked);
            if (!isFree(port)) {
                throw new CommandFailed(
                        "MARSAD_PORT is " + port + ", and another program listens there. Choose another, or"
                                + " unset MARSAD_PORT and Marsad takes the next free one.");
            }
            return port;
        }
        for (int port = DEFAULT_PORT; port < DEFAULT_PORT + 100; port++) {
            if (isFree(port)) {
                if (port != DEFAULT_PORT) {
                    System.err.println("Port " + DEFAULT_PORT + " is taken; using " + port + ".");
                }
                return port;
            }
        }
        throw new CommandFailed("no free port from " + DEFAULT_PORT + " on; set MARSAD_PORT");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** On Ctrl-C or failure before the server answers: what was started is stopped. */
    private final class Guard extends Thread {
        private final Runnable stopDatabase;
        private volatile boolean armed = true;
        private volatile Optional<Process> server = Optional.empty();

        Guard(Runnable stopDatabase) {
            this.stopDatabase = stopDatabase;
        }

        void alsoStop(Process process) {
            server = Optional.of(process);
        }

        void disarm() {
            armed = false;
        }

        @Override
        public void run() {
            if (!armed) {
                return;
            }
            server.ifPresent(process -> Down.end(process.toHandle()));
            stopDatabase.run();
            ServerState.forget(home);
        }
    }
}
