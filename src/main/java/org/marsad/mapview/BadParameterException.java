package org.marsad.mapview;

/** A query parameter that means nothing; the message names it, says why, and what would be right. */
public final class BadParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String parameter;

    public BadParameterException(String parameter, String reason) {
        super("parameter '" + parameter + "': " + reason);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
