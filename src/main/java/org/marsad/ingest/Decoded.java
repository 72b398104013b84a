package org.marsad.ingest;

import java.nio.charset.Charset;

/** What became of some bytes: a text and its encoding, or the reason why they are none. */
public sealed interface Decoded {
    /** A byte order mark is not part of the text. */
    record Text(String text, Charset charset) implements Decoded {}

    /**
     * @param reason for the user: what is wrong and what to do
     */
    record Refusal(String reason) implements Decoded {}
}
