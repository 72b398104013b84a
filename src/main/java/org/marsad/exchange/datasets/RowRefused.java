package org.marsad.exchange.datasets;

/** Why a row cannot be taken in: for the user. Thrown by thousands, so without a stack trace. */
public final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RowRefused(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
