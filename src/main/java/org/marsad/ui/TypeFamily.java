package org.marsad.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Families of PLOVER types, each with a colour and a shape of its own. Kept in step with marsad-symbols.ts. */
public enum TypeFamily {
    VIOLENCE("ASSAULT"),
    COERCION("COERCE", "SANCTION"),
    FORCE("MOBILIZE", "THREATEN"),
    PROTEST("PROTEST"),
    COOPERATION("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"),
    STATEMENT("REQUEST", "ACCUSE", "REJECT");

    private final List<String> types;

    TypeFamily(String... types) {
        this.types = List.of(types);
    }

    /** The family of a PLOVER type; {@link #STATEMENT} for one that is not in the codebook. */
    public static TypeFamily of(String plover) {
        return Arrays.stream(values())
                .filter(family -> family.types.contains(plover))
                .findFirst()
                .orElse(STATEMENT);
    }

    /** The name of its symbol's style class. */
    public String styleName() {
        return "m-symbol-" + name().toLowerCase(Locale.ROOT);
    }
}
