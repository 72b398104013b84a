package org.marsad.curation;

import org.marsad.coding.TriggerWord;

/** One edit of the words that name events. */
public sealed interface TriggerEdit extends Edit {
    TriggerWord word();

    /** The coder is to know it; also one that was taken away before. */
    record AddTrigger(TriggerWord word) implements TriggerEdit {}

    /** The coder is to know it no longer. */
    record RetireTrigger(TriggerWord word) implements TriggerEdit {}
}
