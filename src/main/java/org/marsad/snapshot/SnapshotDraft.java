package org.marsad.snapshot;

import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.text.Language;

/**
 * What a briefer asks for.
 *
 * @param title 1 to {@value #MOST_TITLE} characters, in any directions; control characters become spaces
 * @param note at most {@value #MOST_NOTE}
 * @param classification at most {@value #MOST_CLASSIFICATION}
 * @param extent what the map must show; null for wherever the events are
 * @param dpi of the PNG, {@link SheetRenderer#MIN_DPI} to {@link SheetRenderer#MAX_DPI}
 * @param view name of the saved view that it is of, or null
 */
public record SnapshotDraft(
        String title,
        String note,
        String classification,
        Language language,
        Digits digits,
        Paper paper,
        SymbolsBy symbols,
        int dpi,
        EventFilter filter,
        @Nullable Extent extent,
        @Nullable String view) {
    public static final int MOST_TITLE = 500;
    public static final int MOST_NOTE = 2000;
    public static final int MOST_CLASSIFICATION = 120;
    public static final int DPI = 200;

    public SnapshotDraft {
        title = checked(title, MOST_TITLE, Reason.TITLE);
        note = checked(note, MOST_NOTE, Reason.NOTE);
        classification = checked(classification, MOST_CLASSIFICATION, Reason.CLASSIFICATION);
        if (title.isEmpty()) {
            throw new SnapshotRefusedException(Reason.TITLE, "a snapshot needs a title");
        }
        if (dpi < SheetRenderer.MIN_DPI || dpi > SheetRenderer.MAX_DPI) {
            throw new SnapshotRefusedException(
                    Reason.DPI,
                    "dpi " + dpi + " is not from " + SheetRenderer.MIN_DPI + " to " + SheetRenderer.MAX_DPI);
        }
    }

    /** A draft of the usual kind. */
    public static SnapshotDraft of(String title, Language language, EventFilter filter) {
        return new SnapshotDraft(
                title, "", "", language, Digits.WESTERN, Paper.A4_LANDSCAPE, SymbolsBy.TYPE, DPI, filter, null, null);
    }

    public SnapshotDraft withTitle(String other) {
        return new SnapshotDraft(
                other, note, classification, language, digits, paper, symbols, dpi, filter, extent, view);
    }

    public SnapshotDraft withFilter(EventFilter other) {
        return new SnapshotDraft(
                title, note, classification, language, digits, paper, symbols, dpi, other, extent, view);
    }

    public SnapshotDraft withExtent(@Nullable Extent other) {
        return new SnapshotDraft(
                title, note, classification, language, digits, paper, symbols, dpi, filter, other, view);
    }

    public SnapshotDraft withDpi(int other) {
        return new SnapshotDraft(
                title, note, classification, language, digits, paper, symbols, other, filter, extent, view);
    }

    public SnapshotDraft ofView(@Nullable String other) {
        return new SnapshotDraft(
                title, note, classification, language, digits, paper, symbols, dpi, filter, extent, other);
    }

    /** The filter as in an address. */
    public String query() {
        return SavedViews.query(EventFilterCodec.encode(filter));
    }

    private static String checked(String text, int most, Reason reason) {
        var clean = text.codePoints()
                .map(c ->
                        Character.isISOControl(c) && c != '\n' || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (reason != Reason.NOTE) {
            clean = clean.replace('\n', ' ');
        }
        if (clean.codePointCount(0, clean.length()) > most) {
            throw new SnapshotRefusedException(reason, "longer than " + most + " characters");
        }
        return clean;
    }
}
