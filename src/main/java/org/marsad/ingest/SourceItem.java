package org.marsad.ingest;

import org.marsad.text.SourceDocument;

/** One thing found in a file: a document, or the reason why there is none. */
public sealed interface SourceItem {
    /** The line it begins on, from 1, in a file that holds an item a line; 0 for a whole file. */
    long line();

    record Readable(long line, SourceDocument document) implements SourceItem {}

    /**
     * @param reason for the user: what is wrong and what to do
     * @param excerpt the first characters of what was refused; may be empty
     */
    record Refused(long line, String reason, String excerpt) implements SourceItem {}
}
