package org.marsad.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.marsad.store.database.DatabaseAddress;

/**
 * Stands between a server and its database, and can go away and come back as the database would when it is stopped and started:
 * connections break, new ones are refused, and then there is somebody at the same port again.
 */
public final class DatabaseGate implements AutoCloseable {
    private final DatabaseAddress behind;
    private final String host;
    private final int hostPort;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    /**
     * @param behind the database that all connections lead to
     */
    public DatabaseGate(DatabaseAddress behind) {
        this.behind = behind;
        var uri = URI.create(behind.url().substring("jdbc:".length()));
        host = uri.getHost();
        hostPort = uri.getPort() < 0 ? 5432 : uri.getPort();
        door = listen(0);
        port = door.getLocalPort();
    }

    /** The same database, through the gate. */
    public DatabaseAddress address() {
        var uri = URI.create(behind.url().substring("jdbc:".length()));
        return new DatabaseAddress(
                "jdbc:" + behind.url().substring("jdbc:".length()).replace(uri.getAuthority(), "127.0.0.1:" + port),
                behind.user(),
                behind.password());
    }

    /** All connections break, and nobody answers any more. */
    public void stop() {
        close(door);
        open.forEach(DatabaseGate::close);
        open.clear();
    }

    public void start() {
        door = listen(port);
    }

    @Override
    public void close() {
        stop();
    }

    private ServerSocket listen(int at) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            Thread.ofVirtual().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                open.add(client);
                var server = new Socket(host, hostPort);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException e) {
                // The door was shut, or the database behind it is gone: whoever came notices.
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side went away: so does the other.
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
