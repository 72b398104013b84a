package org.marsad.snapshot;

/** What is being done while a snapshot is made, in this order. */
public enum IssueStep {
    /** Others are being made. */
    WAITING,
    COUNTING,
    /** Which events they are, and of which version. */
    LISTING,
    /** Writing the events as data. */
    EXPORTING,
    DRAWING,
    /** Hashes, the manifest, and into the store. */
    SEALING
}
