package org.marsad.coding.slot.where;

import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;

/** Which places hold or stand beside others. */
public final class Extents {
    /** How far what is told to be near a town may be told to be from another. */
    private static final double NEAR_KM = 50;

    /** How far a place of another division, by codes that reforms make doubtful, may stand from the middle of one. */
    private static final double CLOSE_KM = 90;

    /** How far from its middle a place of a region within a state may lie. */
    private static final double REGION_KM = 450;

    private Extents() {}

    /** "near Ngouboua" and the island beside it. */
    public static boolean areBeside(Draft one, Draft draft) {
        return one.places().stream()
                .anyMatch(a -> draft.places().stream()
                        .anyMatch(b -> Where.rank(a) <= 1 && Where.rank(b) <= 1 && km(a, b) <= NEAR_KM));
    }

    /** Whether a draft's place says more: one inside the other's, or the town itself where the other was told to be near one. */
    public static boolean isFiner(Draft draft, Draft than) {
        if (draft.places().isEmpty() || than.places().isEmpty()) {
            return false;
        }
        var place = draft.places().getFirst();
        var wider = than.places().getFirst();
        int rank = Where.rank(place);
        // "clashes near the capital": "in the town of Zawiya, 40 km west of the capital".
        boolean itself = than.where.near()
                && !draft.where.near()
                && draft.where.own()
                && than.sentence.title
                && rank == 0
                && Where.rank(wider) == 0
                && km(place, wider) <= NEAR_KM;
        return itself || rank < Where.rank(wider) && contains(wider, place);
    }

    /** Whether a place is a division or country that holds the other. */
    public static boolean contains(Place outer, Place inner) {
        return switch (outer.level()) {
            case COUNTRY -> outer.country() != null && outer.country().equals(inner.country()) && Where.rank(inner) < 3;
            case REGION ->
                outer.country() == null
                        ? Where.rank(inner) < 4 && km(outer, inner) < 1500
                        : Where.rank(inner) < 2
                                && outer.country().equals(inner.country())
                                && km(outer, inner) < REGION_KM;
            case ADMIN1 ->
                Where.rank(inner) < 2
                        && String.valueOf(outer.country()).equals(inner.country())
                        && (outer.name().equals(inner.admin1())
                                || inner.admin1() == null
                                || String.valueOf(outer.admin1()).equals(inner.admin1())
                                || km(outer, inner) < (isOfOther(outer, inner) ? CLOSE_KM : 250));
            case ADMIN2 -> Where.rank(inner) < 1 && km(outer, inner) < 80;
            // "in Borno … near the shores of Lake Chad"
            case FEATURE -> inner.level() == PlaceLevel.ADMIN1 && km(outer, inner) < 250;
            case SETTLEMENT -> false;
        };
    }

    /** Whether an inner division is known to be of another outer one, by the gazetteer's codes. */
    private static boolean isOfOther(Place outer, Place inner) {
        return outer.admin1() != null
                && inner.admin1() != null
                && !outer.admin1().equals(inner.admin1());
    }

    public static double km(Place a, Place b) {
        double lat = Math.toRadians((a.lat() + b.lat()) / 2);
        double x = Math.toRadians(b.lon() - a.lon()) * Math.cos(lat);
        double y = Math.toRadians(b.lat() - a.lat());
        return 6371 * Math.hypot(x, y);
    }
}
