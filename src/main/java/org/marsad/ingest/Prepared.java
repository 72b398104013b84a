package org.marsad.ingest;

import org.marsad.store.NewDocument;

/** What coding made of something that was read. */
sealed interface Prepared {
    record Coded(NewDocument document) implements Prepared {}

    /** Its very text is stored already. */
    record Known() implements Prepared {}

    record Refused(String reason, String excerpt) implements Prepared {}
}
