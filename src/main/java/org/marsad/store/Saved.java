package org.marsad.store;

/** What came of storing a document. */
public sealed interface Saved {
    /**
     * Stored.
     *
     * @param duplicates its articles that are copies of articles already stored; their events are those of the originals
     * @param events incidents that are new
     * @param linked reports that joined an incident already known
     */
    record Stored(long documentId, int articles, int duplicates, int events, int linked) implements Saved {}

    /** Not stored: the gazetteer was edited after the document was coded. Code it again. */
    record Outdated() implements Saved {}

    /** Not stored: the very same text is there already. */
    record AlreadyStored(long documentId) implements Saved {}
}
