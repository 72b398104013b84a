package org.marsad.launch;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: stops what {@code up} started, and nothing else. */
final class Down {
    private final Home home;

    Down(Home home) {
        this.home = home;
    }

    int run() {
        var state = ServerState.find(home);
        if (state.isEmpty()) {
            System.out.println("Nothing runs here.");
            return 0;
        }
        stopServer();
        if (state.get().stopsDatabase()) {
            ServerDatabase.ofKind(home, state.get().database()).stop();
        }
        ServerState.forget(home);
        System.out.println("Stopped. The data stay.");
        return 0;
    }

    /** The server alone. */
    void stopServer() {
        ServerState.find(home).flatMap(ServerState::findProcess).ifPresent(Down::end);
    }

    /** Asks a process to end, waits, and ends it. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | CompletionException e) {
            throw new IllegalStateException(e);
        }
    }
}
