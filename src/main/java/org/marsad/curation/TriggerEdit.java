package org.marsad.curation;

import org.marsad.coding.reading.TriggerWord;

/** One edit of the words that name events. */
public sealed interface TriggerEdit extends Edit {
    TriggerWord word();

    /** The word that there is afterwards, known or not. */
    default TriggerWord result() {
        return word();
    }

    /** The coder is to know it; also one that was taken away before. */
    record AddTrigger(TriggerWord word) implements TriggerEdit {}

    /** The coder is to know it no longer. */
    record RetireTrigger(TriggerWord word) implements TriggerEdit {}

    /** The coder is to know it in other forms. */
    record ReplaceTrigger(TriggerWord word, TriggerWord by) implements TriggerEdit {
        @Override
        public TriggerWord result() {
            return by;
        }
    }
}
