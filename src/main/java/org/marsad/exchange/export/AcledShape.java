package org.marsad.exchange.export;

import com.ibm.icu.util.Region;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.exchange.datasets.TypeTables;
import org.marsad.exchange.export.ExportEvent.ExportActor;
import org.marsad.text.DatePrecision;

/**
 * An event as a row of ACLED's 31 columns. A row that came from ACLED leaves as it came. ACLED dates every row by a day:
 * that of a week or month is its middle, as ACLED does; a row known by its year only, or undated, has none.
 */
final class AcledShape {
    private static final List<String> INTER = List.of(
            "",
            "State forces",
            "Rebel group",
            "Political militia",
            "Identity militia",
            "Rioters",
            "Protesters",
            "Civilians",
            "External/Other forces");
    private static final int CIVILIANS = 7;

    private AcledShape() {}

    static List<? extends @Nullable Object> row(ExportEvent event) {
        var imported = event.imported();
        if (imported != null && imported.source().equals(Dataset.ACLED.id())) {
            return imported.fields();
        }
        var sides = Sides.of(event);
        var day = day(event);
        var place = event.place();
        var position = event.position();
        var type = event.type();
        var row = new ArrayList<@Nullable Object>();
        row.add("MRS" + event.id());
        row.add(day);
        row.add(event.start() == null ? null : event.start().getYear());
        row.add(day == null ? null : timePrecision(event.datePrecision()));
        row.add(TypeTables.disorder(type.acled(), type.acledSub()));
        row.add(type.acled());
        row.add(type.acledSub());
        row.add(name(sides.one()));
        row.add(Sides.others(sides.first()));
        row.add(inter(sides.one()));
        row.add(name(sides.other()));
        row.add(Sides.others(sides.second()));
        row.add(inter(sides.other()));
        row.add(interaction(sides));
        row.add(targetsCivilians(event) ? "Civilian targeting" : "");
        row.add(numericIso(event.country()));
        row.add("");
        row.add(Countries.name(event.country()));
        row.add(place == null ? "" : place.admin1());
        row.add("");
        row.add("");
        row.add(place == null ? "" : place.name());
        row.add(position == null ? null : position.lat());
        row.add(position == null ? null : position.lon());
        row.add(event.wherePrecision() == 1 ? 1 : event.wherePrecision() <= 3 ? 2 : 3);
        row.add(String.join("; ", event.sources()));
        row.add("");
        row.add(event.headline());
        row.add(deaths(event));
        row.add("");
        row.add(event.revised().getEpochSecond());
        return row;
    }

    private static @Nullable LocalDate day(ExportEvent event) {
        var start = event.start();
        var end = event.end();
        if (start == null || end == null || event.datePrecision() == DatePrecision.YEAR) {
            return null;
        }
        return event.datePrecision() == DatePrecision.DAY
                ? start
                : start.plusDays(ChronoUnit.DAYS.between(start, end) / 2);
    }

    private static int timePrecision(DatePrecision precision) {
        return switch (precision) {
            case DAY -> 1;
            case WEEK -> 2;
            default -> 3;
        };
    }

    private static String name(@Nullable ExportActor actor) {
        return actor == null ? "" : actor.name();
    }

    private static String inter(@Nullable ExportActor actor) {
        return actor == null || actor.inter() >= INTER.size() ? "" : INTER.get(actor.inter());
    }

    private static String interaction(Sides sides) {
        if (sides.one() == null) {
            return "";
        }
        return sides.other() == null ? inter(sides.one()) + " only" : inter(sides.one()) + "-" + inter(sides.other());
    }

    private static boolean targetsCivilians(ExportEvent event) {
        return event.type().plover().equals("ASSAULT")
                && event.actors("target").stream().anyMatch(actor -> actor.inter() == CIVILIANS);
    }

    private static @Nullable Integer numericIso(@Nullable String country) {
        try {
            return country == null ? null : Region.getInstance(country).getNumericCode();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The best figure, else the least that is told; none where no source gives any. */
    static @Nullable Integer deaths(ExportEvent event) {
        var deaths = event.deaths();
        return deaths == null ? null : deaths.best() != null ? deaths.best() : deaths.low();
    }
}
