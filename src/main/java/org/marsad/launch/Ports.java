package org.marsad.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The port that the server is to listen on: {@code MARSAD_PORT}, or 8080, or the next free one. */
final class Ports {
    private static final int DEFAULT = 8080;
    private static final int TRIED = 100;

    private Ports() {}

    static boolean isAsked() {
        return !asked().isBlank();
    }

    static int choose() {
        if (isAsked()) {
            int port = parse(asked());
            if (!isFree(port)) {
                throw new CommandFailed(
                        "MARSAD_PORT is " + port + ", and another program listens there. Choose another,"
                                + " or unset MARSAD_PORT and Marsad takes the next free one.");
            }
            return port;
        }
        for (int port = DEFAULT; port < DEFAULT + TRIED; port++) {
            if (isFree(port)) {
                if (port != DEFAULT) {
                    System.err.println("Port " + DEFAULT + " is taken; using " + port + ".");
                }
                return port;
            }
        }
        throw new CommandFailed("no free port from " + DEFAULT + " on; set MARSAD_PORT");
    }

    private static String asked() {
        return System.getenv().getOrDefault("MARSAD_PORT", "");
    }

    private static int parse(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CommandFailed("MARSAD_PORT is \"" + text + "\"; it must be a number from 1 to 65535.");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
