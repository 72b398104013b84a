package org.marsad.curation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.ImportedFile;

/**
 * An edit that was applied.
 *
 * @param version the gazetteer's version from then on; the changeset's number
 * @param kind as {@link Edit#kind}, or {@code importFile}, {@code replaceFile}, {@code decideRows}, {@code removeFile} or
 *     {@code undo}
 * @param edit what was asked; null for an undo and for files
 * @param places ids of the places that it changed
 * @param actors ids of the actors that it changed
 * @param triggers the words for events that it changed, as {@link org.marsad.coding.reading.TriggerWord#key} has them
 * @param source where the admin had it from, or null
 * @param note why, or null
 * @param undoes the changeset that this one takes back, or null
 * @param undoneBy the changeset that took this one back, or null
 * @param files files of places that came or went
 * @param articles in which anything changed
 * @param mentions of places that changed
 * @param events that changed
 * @param changes field by field, for a diff
 */
public record Changeset(
        long version,
        String kind,
        @Nullable Edit edit,
        List<String> places,
        List<String> actors,
        List<String> triggers,
        @Nullable String source,
        @Nullable String note,
        String by,
        Instant at,
        @Nullable Long undoes,
        @Nullable Long undoneBy,
        List<FileChange> files,
        int articles,
        int mentions,
        int events,
        List<FieldChange> changes) {
    public Changeset {
        places = List.copyOf(places);
        actors = List.copyOf(actors);
        triggers = List.copyOf(triggers);
        files = List.copyOf(files);
        changes = List.copyOf(changes);
    }

    /**
     * A file of places, by its name.
     *
     * @param before null where it was not there
     * @param after null where it is there no longer
     */
    public record FileChange(
            String name,
            @Nullable ImportedFile before,
            @Nullable ImportedFile after) {}

    /**
     * A field of a place or an actor before and after.
     *
     * @param place its id; of a decision or a word for events the form
     * @param field {@code name}, {@code position}, {@code names}, {@code retired} …
     * @param before null where there was none, as of a name that was added
     */
    public record FieldChange(
            String place,
            String field,
            @Nullable String before,
            @Nullable String after) {}
}
