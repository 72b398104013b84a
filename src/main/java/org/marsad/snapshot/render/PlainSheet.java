package org.marsad.snapshot.render;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Issue;
import org.marsad.snapshot.sheet.KeyTable;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.PlaceLabel;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetCounts;
import org.marsad.snapshot.sheet.SheetEvent;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.SourceCredit;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.snapshot.sheet.TimeBins;
import org.marsad.snapshot.sheet.Where;
import org.marsad.text.Language;

/** A sheet with a little of everything, to be drawn for nobody. */
final class PlainSheet {
    private PlainSheet() {}

    static Sheet of() {
        var day = LocalDate.EPOCH;
        var event = new SheetEvent(
                1,
                1,
                new Where.AtPlaces(List.of(new Where.LonLat(-12.2, 14.5))),
                1,
                "ASSAULT",
                "ASSAULT",
                "",
                "",
                1,
                null);
        return new Sheet(
                "مرصد · Marsad",
                "",
                "",
                Language.AR,
                Digits.ARABIC_INDIC,
                Paper.A4_LANDSCAPE,
                new Extent(-14, 12, -9, 16),
                List.of(),
                SymbolsBy.TYPE,
                new Shown.Events(List.of(event)),
                null,
                null,
                List.of(new PlaceLabel("كايس Kayes", -11.4, 14.4, 1, PlaceLabel.Rank.SEAT)),
                new SheetCounts(1, 0, 0, null, null, List.of()),
                new TimeBins(TimeBins.Unit.DAY, List.of(new TimeBins.Bin(day, 1, 1)), 0, 0),
                new KeyTable(
                        "",
                        List.of(new KeyTable.Column("", 1, false)),
                        List.of(new KeyTable.Row(1L, List.of("1970"))),
                        0),
                List.of(new SourceCredit("Natural Earth", "")),
                new Issue(
                        OffsetDateTime.of(day.atStartOfDay(), ZoneOffset.UTC),
                        "",
                        "",
                        "",
                        "",
                        "http://localhost",
                        "",
                        null),
                Sheet.Page.ONLY);
    }
}
