package org.marsad.snapshot;

import org.marsad.snapshot.render.DrawnSheets;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.SheetRenderer;

/** Sheets as the server draws them. */
public final class Drawing {
    private static final DrawnSheets DRAWN = new DrawnSheets();

    private Drawing() {}

    public static SheetRenderer sheets() {
        return DRAWN;
    }

    public static PackRenderer packs() {
        return DRAWN;
    }
}
