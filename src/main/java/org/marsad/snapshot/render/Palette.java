package org.marsad.snapshot.render;

import java.awt.Color;

/** Colours of the dashboard's light ground (frontend/marsad-palette.ts), and those of the paper around the map. */
final class Palette {
    static final Color SEA = new Color(0xd5e0e6);
    static final Color LAND = new Color(0xf6f3ec);
    static final Color COAST = new Color(0xb4c2c9);
    static final Color BORDER = new Color(0xa89f8d);
    static final Color GRATICULE = new Color(90, 110, 125, 46);
    static final Color COUNTRY = new Color(0x7d7464);
    static final Color TOWN = new Color(0x4d4a44);
    static final Color TOWN_DOT = new Color(0x8a8376);
    static final Color HALO = new Color(250, 248, 243, 235);
    static final Color CORRIDOR_FILL = new Color(21, 101, 128, 26);
    static final Color CORRIDOR_LINE = new Color(0x156580);
    static final Color AREA_FILL = new Color(70, 86, 99, 15);
    static final Color CASING = Color.WHITE;
    static final Color BADGE = Color.WHITE;
    static final Color BADGE_TEXT = new Color(0x22303a);
    static final Color RIVER = new Color(0xa9c3d1);
    static final Color DIVISION = new Color(0xcfc8ba);
    static final Color DRAWN = new Color(0x7a2e8a);
    static final Color DRAWN_FILL = new Color(0x7a, 0x2e, 0x8a, 20);
    static final Color OTHER = new Color(0x8a9aa5);

    static final Color INK = new Color(0x1b262e);
    static final Color SOFT = new Color(0x55636d);
    static final Color RULE = new Color(0xc9d1d6);
    static final Color PANEL = new Color(0xf4f6f7);
    static final Color ACCENT = new Color(0x156580);
    static final Color CLASSIFICATION = new Color(0x8c1d18);

    private Palette() {}

    static Color withAlpha(Color color, double share) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * share));
    }
}
