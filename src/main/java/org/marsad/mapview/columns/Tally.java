package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.Role;

/**
 * The counting of one thread: figures of a view over some buckets, each facet with its own part of the filter left out, in
 * one pass over the rows.
 */
final class Tally {
    private static final String VIOLENT = "ASSAULT";

    final int[] figures;
    final int[] byBin;
    final int[] violentByBin;
    int coarser;
    int outside;
    int undatedInTime;

    private final Figures layout;
    private final Bins bins;
    private final Set<Facet> facets;
    private final int corridorKm;
    private final int[] whoCount;
    private final int[] whereCount;
    private boolean hasSets;

    /**
     * @param corridorKm within which of a border events are counted for it
     */
    Tally(Figures layout, Bins bins, Set<Facet> facets, int corridorKm) {
        this.layout = layout;
        this.bins = bins;
        this.facets = facets;
        this.corridorKm = corridorKm;
        figures = new int[layout.length];
        byBin = new int[facets.contains(Facet.TIME) ? bins.count() : 0];
        violentByBin = new int[byBin.length];
        whoCount = new int[layout.who.size()];
        whereCount = new int[layout.where.size()];
    }

    /**
     * Adds the rows of a bucket.
     *
     * @param allTime counts as though the filter had no range
     */
    void add(RowFilter filter, int number, boolean allTime) {
        var columns = filter.columns;
        var bucket = columns.buckets[number];
        boolean time = facets.contains(Facet.TIME);
        boolean none = !allTime && !filter.mayMeet(bucket);
        if (bucket.undated() ? !filter.undated : none && !time) {
            return;
        }
        boolean covered = allTime || bucket.undated() || filter.covers(bucket);
        boolean types = facets.contains(Facet.TYPE);
        boolean who = facets.contains(Facet.ACTOR) || facets.contains(Facet.KIND) || facets.contains(Facet.ROLE);
        boolean where = facets.contains(Facet.COUNTRY) || facets.contains(Facet.REGION);
        boolean languages = facets.contains(Facet.LANGUAGE);
        boolean sources = facets.contains(Facet.SOURCE);
        boolean precisions = facets.contains(Facet.PRECISION);
        var near = facets.contains(Facet.BORDER) ? new BitSet() : null;
        int violent = columns.vocabulary.types().find(VIOLENT);
        int bin = bucket.month() && bins.unit() == org.marsad.mapview.Histogram.Unit.MONTH
                ? bins.of(bucket.minDay())
                : Integer.MIN_VALUE;
        hasSets |= who || where;
        int total = 0;
        for (int row = bucket.from(); row < bucket.to(); row++) {
            int failed = filter.failing(row, covered || !none && filter.testTime(bucket, row) ? 0 : RowFilter.TIME);
            if (failed < 0) {
                continue;
            }
            if (time && (failed & ~RowFilter.TIME) == 0) {
                inTime(columns, bucket, row, bin, violent);
            }
            if (types && (failed & ~RowFilter.TYPE) == 0) {
                figures[layout.type + columns.type[row]]++;
            }
            if (who && (failed & ~RowFilter.WHO) == 0) {
                whoCount[columns.who[row]]++;
            }
            if (where && (failed & ~RowFilter.WHERE) == 0) {
                whereCount[columns.where[row]]++;
            }
            if (languages && (failed & ~RowFilter.LANGUAGE) == 0) {
                for (int bits = columns.languages[row], i = 0; bits != 0; bits >>= 1, i++) {
                    figures[layout.language + i] += bits & 1;
                }
            }
            if (sources && (failed & ~RowFilter.SOURCE) == 0) {
                figures[layout.source + columns.source[row]]++;
            }
            if (precisions && (failed & ~RowFilter.PRECISION) == 0) {
                figures[layout.precision + columns.wherePrecision(row)]++;
            }
            if ((failed & ~RowFilter.CORRIDOR) == 0) {
                if (near != null) {
                    near.set(row - bucket.from());
                }
                certainty(filter.corridor, row, Figures.CORRIDOR_CERTAIN);
            }
            if ((failed & ~RowFilter.AREA) == 0) {
                certainty(filter.area, row, Figures.AREA_CERTAIN);
            }
            if (failed == 0) {
                total++;
                if (row >= bucket.placed()) {
                    figures[columns.morton[row] == Morton.NOWHERE ? Figures.NOWHERE : Figures.IN_AREAS]++;
                }
            }
        }
        figures[Figures.TOTAL] += total;
        figures[Figures.UNDATED] += bucket.undated() ? total : 0;
        if (near != null && !near.isEmpty()) {
            nearBorders(columns, number, near);
        }
    }

    private void inTime(EventColumns columns, Bucket bucket, int row, int knownBin, int violent) {
        if (bucket.undated()) {
            undatedInTime++;
            return;
        }
        if (!bins.fits(columns.datePrecision(row))) {
            coarser++;
            return;
        }
        int bin = knownBin == Integer.MIN_VALUE ? bins.of(bucket.base() + columns.day[row]) : knownBin;
        if (bin < 0) {
            outside++;
            return;
        }
        byBin[bin]++;
        if (columns.type[row] == violent) {
            violentByBin[bin]++;
        }
    }

    private void certainty(@Nullable Membership membership, int row, int certain) {
        if (membership != null) {
            if (membership.certain().get(row)) {
                figures[certain]++;
            } else if (membership.possible().get(row)) {
                figures[certain + 1]++;
            }
        }
    }

    /** Events known well enough within the width of each border, and those along it. */
    private void nearBorders(EventColumns columns, int number, BitSet rows) {
        var bucket = columns.buckets[number];
        for (int border = 0; border < columns.near.borders(); border++) {
            figures[layout.border + border] += columns.near.count(border, number, corridorKm, rows);
        }
        for (int i = rows.nextSetBit(bucket.placed() - bucket.from()); i >= 0; i = rows.nextSetBit(i + 1)) {
            int border = columns.borderOfArea(columns.morton[bucket.from() + i]);
            if (border >= 0 && border < layout.borders) {
                figures[layout.border + border]++;
            }
        }
    }

    /** Counts of sets become those of what is in them. To be called once, at the end. */
    void expand(RowFilter filter) {
        if (!hasSets) {
            return;
        }
        var words = filter.columns.vocabulary;
        int roles = RowFilter.roles(filter.filter);
        boolean[] named = RowFilter.named(filter.filter, words);
        var kinds = new BitSet();
        for (int set = 0; set < whoCount.length; set++) {
            int n = whoCount[set];
            if (n == 0) {
                continue;
            }
            kinds.clear();
            int itsRoles = 0;
            for (int i = layout.who.starts()[set]; i < layout.who.starts()[set + 1]; i++) {
                int item = layout.who.items()[i];
                int actor = item >>> Vocabulary.ROLE_BITS;
                if ((item & roles) != 0) {
                    figures[layout.actor + actor] += n;
                    kinds.set(layout.kindOfActor[actor]);
                }
                itsRoles |= named[actor] ? item : 0;
            }
            kinds.stream().forEach(kind -> figures[layout.kind + kind] += n);
            for (int role = 0; role < Role.values().length; role++) {
                figures[layout.role + role] += (itsRoles >> role & 1) * n;
            }
        }
        expandPlaces(filter, words);
        Arrays.fill(whoCount, 0);
        Arrays.fill(whereCount, 0);
    }

    private void expandPlaces(RowFilter filter, Vocabulary words) {
        boolean[] inCountry = RowFilter.inCountry(filter.filter, words);
        boolean[] inRegion = RowFilter.inRegion(filter.filter, words);
        for (int set = 0; set < whereCount.length; set++) {
            int n = whereCount[set];
            if (n == 0) {
                continue;
            }
            int lastCountry = -1;
            int lastRegion = -1;
            // Ascending: equal countries and regions stand together.
            for (int i = layout.where.starts()[set]; i < layout.where.starts()[set + 1]; i++) {
                int item = layout.where.items()[i];
                int country = (item >>> 16) - 1;
                int region = (item & 0xFFFF) - 1;
                if (country != lastCountry && country >= 0 && inRegion[set]) {
                    figures[layout.country + country] += n;
                }
                if (region != lastRegion && region >= 0 && inCountry[set]) {
                    figures[layout.region + region] += n;
                }
                lastCountry = country;
                lastRegion = region;
            }
        }
    }

    void plus(Tally other) {
        for (int i = 0; i < figures.length; i++) {
            figures[i] += other.figures[i];
        }
        for (int i = 0; i < byBin.length; i++) {
            byBin[i] += other.byBin[i];
            violentByBin[i] += other.violentByBin[i];
        }
        coarser += other.coarser;
        outside += other.outside;
        undatedInTime += other.undatedInTime;
    }
}
