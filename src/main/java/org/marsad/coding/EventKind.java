package org.marsad.coding;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.marsad.text.Table;

/**
 * A row of {@code event-types.csv}.
 *
 * @param family kinds of one family can be reports of one incident
 * @param planned what is told ahead, with a date, counts
 * @param lasting a beginning ("since March") is its date
 * @param needs what else must be said for it to count, see the table
 * @param rank of several words for one incident the one with the highest rank names it
 */
record EventKind(
        String key,
        String plover,
        String mode,
        String acled,
        String acledSub,
        String family,
        Frame frame,
        boolean planned,
        boolean lasting,
        int rank,
        Set<String> needs) {
    /** Who is who in an event. */
    enum Frame {
        /** One does it to another. */
        ATTACK,
        /** Two fight each other. */
        MUTUAL_ATTACK,
        /** All take part. */
        MUTUAL,
        /** One acts. */
        ACT,
        /** One acts, perhaps on another, whatever the order of the words. */
        DOER
    }

    boolean isViolence() {
        return family.equals("violence");
    }

    /** All rows by key. */
    static Map<String, EventKind> table() {
        var kinds = new HashMap<String, EventKind>();
        for (var row : Table.rows("/org/marsad/coding/event-types.csv")) {
            var kind = new EventKind(
                    row.get("key"),
                    row.get("plover"),
                    row.get("mode"),
                    row.get("acled"),
                    row.get("acled_sub"),
                    row.get("family"),
                    Frame.valueOf(
                            row.get("frame").toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                    row.get("planned").equals("yes"),
                    row.get("lasting").equals("yes"),
                    Integer.parseInt(row.get("rank")),
                    Set.copyOf(row.list("needs")));
            kinds.put(kind.key(), kind);
        }
        return kinds;
    }
}
