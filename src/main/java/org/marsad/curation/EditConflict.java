package org.marsad.curation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place was changed by another since the admin saw it; nothing has happened. Holds what a merge view shows. */
public final class EditConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient PlaceState seen;
    private final transient PlaceState theirs;
    private final transient PlaceState mine;
    private final transient @Nullable PlaceEdit rebased;

    EditConflict(PlaceState seen, PlaceState theirs, PlaceState mine, @Nullable PlaceEdit rebased) {
        super(seen.name() + " (" + seen.id() + ") was changed by another: it was at version " + seen.version()
                + " and is at " + theirs.version());
        this.seen = seen;
        this.theirs = theirs;
        this.mine = mine;
        this.rebased = rebased;
    }

    /** As the admin saw it. */
    public PlaceState seen() {
        return seen;
    }

    /** As it is now. */
    public PlaceState theirs() {
        return theirs;
    }

    /** As the admin's edit would have made it of what they saw. */
    public PlaceState mine() {
        return mine;
    }

    /** The fields that both changed, and not alike: see {@link Changeset.FieldChange#field}. */
    public List<String> fields() {
        return PlaceDiff.DIFF.clashes(seen, theirs, mine);
    }

    /** The same edit on the place as it is now, where both can stand: what to offer. */
    public Optional<PlaceEdit> rebased() {
        return Optional.ofNullable(rebased);
    }
}
