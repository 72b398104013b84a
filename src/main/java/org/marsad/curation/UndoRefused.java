package org.marsad.curation;

import org.jspecify.annotations.Nullable;

/** A change cannot be taken back because a later one builds on it; nothing has happened. */
public final class UndoRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final @Nullable Long later;

    UndoRefused(String reason, @Nullable Long later) {
        super(reason);
        this.later = later;
    }

    /** The later changeset that stands in the way, to be undone first; null where it is another reason. */
    public @Nullable Long later() {
        return later;
    }
}
