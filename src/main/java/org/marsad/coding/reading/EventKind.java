package org.marsad.coding.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Table;

/**
 * A row of {@code event-types.csv}: what a word that names events says of them.
 *
 * @param plover PLOVER event type; {@code mode} its mode or empty
 * @param acled ACLED event type; {@code acledSub} its sub-event type
 * @param family kinds of one family can be reports of one incident
 * @param planned what is told ahead, with a date, counts
 * @param lasting a beginning ("since March") is its date
 * @param needs what else must be said for it to count, see the table
 * @param rank of several words for one incident the one with the highest rank names it
 * @param sides who does it where the text leaves that open, see the table
 */
public record EventKind(
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
        Set<String> needs,
        Set<String> sides) {
    private static final List<String> INSTITUTIONS = List.of("police", "government", "judiciary");

    /** Who is who in an event. */
    public enum Frame {
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

    public boolean isViolence() {
        return family.equals("violence");
    }

    /** Whether a place changes hands. */
    public boolean takesTerritory() {
        return acledSub.endsWith("territory");
    }

    /** The institution of the country where it happened that does it where nobody is named; null for what others do too. */
    public @Nullable String institution() {
        return INSTITUTIONS.stream().filter(sides::contains).findFirst().orElse(null);
    }

    /** Whether an unidentified armed group does it where nobody is named. */
    public boolean isBySomebody() {
        return sides.contains("somebody");
    }

    /** Whether forces rather than the gunmen beside them do it. */
    public boolean isByForces() {
        return sides.contains("forces");
    }

    /** Whether gunmen rather than the forces beside them do it. */
    public boolean isByAttackers() {
        return sides.contains("attackers");
    }

    /** Whether no government does it. */
    public boolean isByGunmen() {
        return sides.contains("gunmen");
    }

    /** Whether nobody merely takes part. */
    public boolean isOneSided() {
        return sides.contains("one-sided");
    }

    /** All rows by key, in the order of the table. */
    public static Map<String, EventKind> table() {
        var kinds = new LinkedHashMap<String, EventKind>();
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
                    Set.copyOf(row.list("needs")),
                    Set.copyOf(row.list("sides")));
            kinds.put(kind.key(), kind);
        }
        return kinds;
    }
}
