package org.marsad.snapshot.sheet;

import java.util.List;

/** What lies on the map: events one by one, or counts where they are too many for that. */
public sealed interface Shown {
    /** In order; later ones lie above earlier ones. */
    record Events(List<SheetEvent> events) implements Shown {
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * Counts. The sheet says that they are.
     *
     * @param cells counts of events at places known to 25 km or better; neighbours without room for two discs are drawn as one
     * @param areas counts of events of which only an area or a border is known
     */
    record Counted(List<Cell> cells, List<AreaCount> areas) implements Shown {
        public Counted {
            cells = List.copyOf(cells);
            areas = List.copyOf(areas);
        }
    }

    /**
     * @param lon of the middle of what it counts, WGS 84
     * @param violent of the count, of PLOVER type ASSAULT
     */
    record Cell(double lon, double lat, long count, long violent) {}

    /**
     * @param where an area or a border line
     * @param violent of the count, of PLOVER type ASSAULT
     */
    record AreaCount(Where where, long count, long violent) {}
}
