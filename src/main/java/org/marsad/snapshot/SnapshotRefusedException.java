package org.marsad.snapshot;

/** A snapshot that cannot be made or changed as asked; the message says why, and {@code reason} which text does so too. */
public final class SnapshotRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why; each has a text {@code snapshot.refused.NAME} in the interface. */
    public enum Reason {
        TITLE,
        NOTE,
        CLASSIFICATION,
        DPI,
        FILTER,
        EXTENT,
        /** No such snapshot, view or file. */
        MISSING,
        WITHDRAWN,
        NO_REASON,
        DISK,
        BUSY,
        PACK,
        DIRECTORY
    }

    public SnapshotRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public SnapshotRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
