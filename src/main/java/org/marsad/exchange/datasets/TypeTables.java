package org.marsad.exchange.datasets;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventType;
import org.marsad.text.Table;

/** What a type of one codebook is in the others: the tables {@code *-types.csv} beside the codes of the coder. */
public final class TypeTables {
    private static final Map<String, ForeignType> ACLED = new HashMap<>();
    private static final Map<String, ForeignType> UCDP = new HashMap<>();
    private static final Map<String, ForeignType> CAMEO = new HashMap<>();
    private static final Map<String, String> DISORDER = new HashMap<>();

    static {
        for (var row : Table.rows("/org/marsad/exchange/acled-types.csv")) {
            var type = row.get("now_type").isEmpty() ? row.get("event_type") : row.get("now_type");
            var sub = row.get("now_type").isEmpty() ? row.get("sub_event_type") : row.get("now_sub");
            ACLED.put(
                    key(row.get("event_type"), row.get("sub_event_type")),
                    ForeignType.of(row, type, sub, row.get("ucdp")));
            DISORDER.putIfAbsent(key(type, sub), row.get("disorder_type"));
        }
        for (var row : Table.rows("/org/marsad/exchange/ucdp-types.csv")) {
            var code = row.get("type_of_violence");
            UCDP.put(code, ForeignType.of(row, row.get("event_type"), row.get("sub_event_type"), code));
        }
        for (var row : Table.rows("/org/marsad/exchange/cameo-types.csv")) {
            CAMEO.put(row.get("code"), ForeignType.of(row, row.get("event_type"), row.get("sub_event_type"), ""));
        }
    }

    private TypeTables() {}

    /**
     * A row of a table.
     *
     * @param ucdp type of violence; {@code state} where it depends on who takes part; empty for none
     * @param directed whether the first actor does it to the second
     */
    record ForeignType(
            String plover, @Nullable String mode, String acled, String acledSub, String ucdp, boolean directed) {
        static ForeignType of(Table.Row row, String acled, String acledSub, String ucdp) {
            var mode = row.get("mode");
            return new ForeignType(
                    row.get("plover"),
                    mode.isEmpty() ? null : mode,
                    acled,
                    acledSub,
                    ucdp,
                    row.get("roles").equals("directed"));
        }

        /**
         * @param state whether a state's forces take part
         * @param civilians whether it is done to civilians
         */
        EventType type(boolean state, boolean civilians) {
            Integer violence = switch (ucdp) {
                case "" -> null;
                case "state" -> civilians ? 3 : state ? 1 : 2;
                default -> Integer.valueOf(ucdp);
            };
            return new EventType(plover, mode, acled, acledSub, violence);
        }
    }

    /** Of any edition; an unknown sub-event type of a known type is unknown. */
    static Optional<ForeignType> findAcled(String type, String sub) {
        return Optional.ofNullable(ACLED.get(key(type, sub)));
    }

    static Optional<ForeignType> findUcdp(int typeOfViolence) {
        return Optional.ofNullable(UCDP.get(Integer.toString(typeOfViolence)));
    }

    /** By the longest code that this one begins with. */
    static Optional<ForeignType> findCameo(String code) {
        for (int length = code.length(); length >= 2; length--) {
            var type = CAMEO.get(code.substring(0, length));
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** ACLED's disorder_type of an event and sub-event type. */
    public static String disorder(String acled, String acledSub) {
        return DISORDER.getOrDefault(key(acled, acledSub), "Strategic developments");
    }

    private static String key(String type, String sub) {
        return (type.strip() + "|" + sub.strip()).toLowerCase(Locale.ROOT);
    }
}
