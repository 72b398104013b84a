package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;

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
    private final boolean who;
    private final boolean where;
    private @Nullable SimpleLoops loops;
    private @Nullable RowFilter loopsOf;
    private long[] near = new long[0];

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
        who = facets.contains(Facet.ACTOR) || facets.contains(Facet.KIND) || facets.contains(Facet.ROLE);
        where = facets.contains(Facet.COUNTRY) || facets.contains(Facet.REGION);
    }

    /**
     * Adds the rows of a bucket.
     *
     * @param allTime counts as though the filter had no range
     */
    void add(RowFilter filter, int number, boolean allTime) {
        var columns = filter.columns;
        var bucket = columns.buckets[number];
        boolean none = !allTime && !filter.mayMeet(bucket);
        if (bucket.undated() ? !filter.undated : none && !facets.contains(Facet.TIME)) {
            return;
        }
        if (filter.isSimple() && !bucket.undated() && bins.fits(bucket.coarsest())) {
            addSimple(filter, number, none, allTime);
            return;
        }
        addAny(filter, number, none, allTime);
    }

    private void addSimple(RowFilter filter, int number, boolean none, boolean allTime) {
        var columns = filter.columns;
        var bucket = columns.buckets[number];
        var simple = loops;
        if (simple == null || loopsOf != filter) {
            simple = new SimpleLoops(filter, columns.vocabulary.types().find(VIOLENT));
            loops = simple;
            loopsOf = filter;
        }
        if (facets.contains(Facet.TIME)) {
            simple.byDay(columns, bucket, this::inDay);
        }
        if (none) {
            return;
        }
        int size = simple.select(filter, bucket, allTime, whoCount, figures, layout.type);
        int[] rows = simple.selected();
        figures[Figures.TOTAL] += size;
        for (int i = size - 1; i >= 0 && rows[i] >= bucket.placed(); i--) {
            figures[columns.morton[rows[i]] == Morton.NOWHERE ? Figures.NOWHERE : Figures.IN_AREAS]++;
        }
        if (where) {
            for (int i = 0; i < size; i++) {
                whereCount[columns.where[rows[i]]]++;
            }
        }
        if (facets.contains(Facet.LANGUAGE)) {
            for (int i = 0; i < size; i++) {
                int bits = columns.languages[rows[i]];
                figures[layout.language] += bits & 1;
                figures[layout.language + 1] += bits >> 1 & 1;
                figures[layout.language + 2] += bits >> 2 & 1;
            }
        }
        if (facets.contains(Facet.SOURCE)) {
            for (int i = 0; i < size; i++) {
                figures[layout.source + columns.source[rows[i]]]++;
            }
        }
        if (facets.contains(Facet.PRECISION)) {
            for (int i = 0; i < size; i++) {
                figures[layout.precision + columns.wherePrecision(rows[i])]++;
            }
        }
        if (facets.contains(Facet.BORDER) && size > 0) {
            long[] bits = nearBits(bucket);
            for (int i = 0; i < size; i++) {
                int at = rows[i] - bucket.from();
                bits[at >> 6] |= 1L << at;
            }
            nearBorders(columns, number, bits);
        }
    }

    private void inDay(int day, int count, int violent) {
        int bin = bins.of(day);
        if (bin < 0) {
            outside += count;
        } else {
            byBin[bin] += count;
            violentByBin[bin] += violent;
        }
    }

    /** As many empty bits as a bucket has rows. */
    private long[] nearBits(Bucket bucket) {
        int words = bucket.to() - bucket.from() + 63 >> 6;
        if (near.length < words) {
            near = new long[words];
        } else {
            Arrays.fill(near, 0, words, 0);
        }
        return near;
    }

    private void addAny(RowFilter filter, int number, boolean none, boolean allTime) {
        var columns = filter.columns;
        var bucket = columns.buckets[number];
        boolean covered = allTime || bucket.undated() || filter.covers(bucket);
        boolean time = facets.contains(Facet.TIME);
        boolean types = facets.contains(Facet.TYPE);
        boolean languages = facets.contains(Facet.LANGUAGE);
        boolean sources = facets.contains(Facet.SOURCE);
        boolean precisions = facets.contains(Facet.PRECISION);
        long[] bits = facets.contains(Facet.BORDER) ? nearBits(bucket) : null;
        int violent = columns.vocabulary.types().find(VIOLENT);
        int bin = bucket.month() && bins.unit() == org.marsad.mapview.Histogram.Unit.MONTH
                ? bins.of(bucket.minDay())
                : Integer.MIN_VALUE;
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
                for (int rest = columns.languages[row], i = 0; rest != 0; rest >>= 1, i++) {
                    figures[layout.language + i] += rest & 1;
                }
            }
            if (sources && (failed & ~RowFilter.SOURCE) == 0) {
                figures[layout.source + columns.source[row]]++;
            }
            if (precisions && (failed & ~RowFilter.PRECISION) == 0) {
                figures[layout.precision + columns.wherePrecision(row)]++;
            }
            if ((failed & ~RowFilter.CORRIDOR) == 0) {
                if (bits != null) {
                    int at = row - bucket.from();
                    bits[at >> 6] |= 1L << at;
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
        if (bits != null) {
            nearBorders(columns, number, bits);
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

    /**
     * Events known well enough within the width of each border, and those along it.
     *
     * @param rows bits of those that count, from the bucket's first row
     */
    private void nearBorders(EventColumns columns, int number, long[] rows) {
        var bucket = columns.buckets[number];
        for (int border = 0; border < columns.near.borders(); border++) {
            figures[layout.border + border] += columns.near.count(border, number, corridorKm, rows);
        }
        for (int row = bucket.placed(); row < bucket.to(); row++) {
            int at = row - bucket.from();
            int border = (rows[at >> 6] >>> at & 1) == 0 ? -1 : columns.borderOfArea(columns.morton[row]);
            if (border >= 0 && border < layout.borders) {
                figures[layout.border + border]++;
            }
        }
    }

    /** Counts of sets become those of what is in them. To be called once, at the end. */
    void expand(RowFilter filter) {
        if (!who && !where) {
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

    /** As new. */
    void clear() {
        Arrays.fill(figures, 0);
        Arrays.fill(byBin, 0);
        Arrays.fill(violentByBin, 0);
        Arrays.fill(whoCount, 0);
        Arrays.fill(whereCount, 0);
        coarser = 0;
        outside = 0;
        undatedInTime = 0;
    }

    /** Adds another's figures, and sets that it has not expanded. */
    void plus(Tally other) {
        for (int i = 0; i < whoCount.length; i++) {
            whoCount[i] += other.whoCount[i];
        }
        for (int i = 0; i < whereCount.length; i++) {
            whereCount[i] += other.whereCount[i];
        }
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
