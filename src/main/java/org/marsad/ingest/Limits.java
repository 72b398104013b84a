package org.marsad.ingest;

/**
 * What is too long to be a document. Longer input is refused as it is read, never held in memory.
 *
 * @param textBytes of a plain text, after decompression
 * @param htmlBytes of a web page, after decompression; its tree takes many times its length
 * @param lineBytes of a line of JSON Lines
 */
public record Limits(int textBytes, int htmlBytes, int lineBytes) {
    public static final Limits DEFAULT = new Limits(20_000_000, 8_000_000, 20_000_000);

    public Limits {
        if (textBytes <= 0 || htmlBytes <= 0 || lineBytes <= 0) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
