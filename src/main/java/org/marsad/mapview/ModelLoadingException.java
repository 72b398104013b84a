package org.marsad.mapview;

/** The model is asked before its first load is done. */
public final class ModelLoadingException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /**
     * @param loaded events read so far
     */
    public ModelLoadingException(long loaded) {
        super("The events are still being loaded: " + loaded + " so far. Try again in a moment.");
    }
}
