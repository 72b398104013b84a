package org.marsad.snapshot.render;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marsad.snapshot.sheet.SheetEvent;
import org.marsad.snapshot.sheet.SymbolsBy;

/** Families of event types and of actors, each with a colour and a shape. Kept in step with frontend/marsad-symbols.ts. */
enum Family {
    VIOLENCE(SymbolsBy.TYPE, 0xc2410c, SymbolShape.STAR, "ASSAULT"),
    COERCION(SymbolsBy.TYPE, 0x9b3f86, SymbolShape.SQUARE, "COERCE", "SANCTION"),
    FORCE(SymbolsBy.TYPE, 0xb07400, SymbolShape.TRIANGLE, "MOBILIZE", "THREATEN"),
    PROTEST(SymbolsBy.TYPE, 0x2272b4, SymbolShape.CHEVRON, "PROTEST"),
    COOPERATION(
            SymbolsBy.TYPE,
            0x0b7a62,
            SymbolShape.DISC,
            "AGREE",
            "CONSULT",
            "SUPPORT",
            "CONCEDE",
            "COOPERATE",
            "AID",
            "RETREAT"),
    STATEMENT(SymbolsBy.TYPE, 0x5d6b7a, SymbolShape.BAR, "REQUEST", "ACCUSE", "REJECT"),
    STATE(SymbolsBy.ACTOR, 0x2272b4, SymbolShape.SQUARE, "state-forces", "government"),
    REBEL(SymbolsBy.ACTOR, 0xc2410c, SymbolShape.TRIANGLE, "rebel"),
    MILITIA(SymbolsBy.ACTOR, 0xb07400, SymbolShape.DIAMOND, "militia", "identity-militia"),
    OUTSIDE(SymbolsBy.ACTOR, 0x0b7a62, SymbolShape.STAR, "external-forces", "intergovernmental"),
    CIVILIAN(SymbolsBy.ACTOR, 0x9b3f86, SymbolShape.DISC, "civilians", "protesters"),
    UNKNOWN(SymbolsBy.ACTOR, 0x5d6b7a, SymbolShape.BAR, "company", "other", "");

    private final SymbolsBy by;
    private final Color color;
    private final SymbolShape shape;
    private final List<String> of;

    Family(SymbolsBy by, int color, SymbolShape shape, String... of) {
        this.by = by;
        this.color = new Color(color);
        this.shape = shape;
        this.of = List.of(of);
    }

    Color color() {
        return color;
    }

    SymbolShape shape() {
        return shape;
    }

    static List<Family> list(SymbolsBy by) {
        return Arrays.stream(values()).filter(family -> family.by == by).toList();
    }

    /** What none other has belongs to the last. */
    static Family of(SymbolsBy by, SheetEvent event) {
        var name = by == SymbolsBy.TYPE ? event.type() : event.actorKind();
        return list(by).stream()
                .filter(family -> family.of.contains(name))
                .findFirst()
                .orElse(by == SymbolsBy.TYPE ? STATEMENT : UNKNOWN);
    }

    /** The key of its name among the words. */
    String key() {
        return "family." + name().toLowerCase(Locale.ROOT);
    }
}
