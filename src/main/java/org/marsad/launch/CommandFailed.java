package org.marsad.launch;

/** A command cannot go on. The message is for the user: what, why, and what to do. */
final class CommandFailed extends RuntimeException {
    CommandFailed(String message) {
        super(message);
    }
}
