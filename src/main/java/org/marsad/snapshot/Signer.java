package org.marsad.snapshot;

import org.springframework.security.access.AccessDeniedException;

/**
 * Who asks for something to be done with snapshots, and what they may do.
 *
 * @param issues whether they may issue (briefers and admins)
 * @param withdraws whether they may withdraw (admins)
 */
public record Signer(String name, boolean issues, boolean withdraws) {
    /** Marsad's own user on this machine. */
    public static final Signer COMMAND_LINE = new Signer("command line", true, true);

    void mustIssue() {
        if (!issues) {
            throw new AccessDeniedException("snapshots are issued by briefers");
        }
    }

    void mustWithdraw() {
        if (!withdraws) {
            throw new AccessDeniedException("snapshots are withdrawn by admins");
        }
    }
}
