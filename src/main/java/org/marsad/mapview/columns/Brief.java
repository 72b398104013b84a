package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;

/**
 * What the model knows of an event without asking the database.
 *
 * @param start day of 1970, or {@link EventRow#UNDATED}
 * @param deaths -1 for none
 * @param actors ids
 */
public record Brief(
        int id,
        int start,
        int end,
        int datePrecision,
        String type,
        int wherePrecision,
        int deaths,
        List<Participant> actors,
        @Nullable Boolean certain) {

    /** An actor in one of its roles. */
    public record Participant(String actor, Role role) {}

    static Brief of(RowFilter rows, Bucket bucket, int row) {
        var columns = rows.columns;
        var words = columns.vocabulary;
        int start = bucket.undated() ? EventRow.UNDATED : bucket.base() + columns.day[row];
        var actors = new ArrayList<Participant>();
        for (int item : words.who.get(columns.who[row])) {
            for (var role : Role.values()) {
                if ((item >> role.ordinal() & 1) != 0) {
                    actors.add(new Participant(words.actors().word(item >>> Vocabulary.ROLE_BITS), role));
                }
            }
        }
        return new Brief(
                columns.id[row],
                start,
                bucket.undated() ? start : start + columns.length[row],
                columns.datePrecision(row),
                words.types().word(columns.type[row]),
                columns.wherePrecision(row),
                columns.deaths[row] - 1,
                actors,
                rows.hasCertainty() ? rows.isCertain(row) : null);
    }
}
