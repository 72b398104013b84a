package org.marsad.mapview.columns;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.text.Language;

/** An {@link EventFilter} in the numbers of one set of columns. */
final class RowFilter {
    /** The parts of a filter that a count can leave out, one bit each. */
    static final int TIME = 1;

    static final int TYPE = 2;
    static final int WHO = 4;
    static final int WHERE = 8;
    static final int LANGUAGE = 16;
    static final int SOURCE = 32;
    static final int PRECISION = 64;
    static final int CORRIDOR = 128;
    static final int AREA = 256;

    private static final int NO_FROM = Integer.MIN_VALUE + 1;
    private static final int NO_TO = Integer.MAX_VALUE;

    final EventColumns columns;
    final EventFilter filter;
    final int from;
    final int to;
    final boolean undated;
    final @Nullable Membership corridor;
    final @Nullable Membership area;
    final @Nullable BitSet hidden;
    private final boolean corridorCertainOnly;
    private final boolean areaCertainOnly;
    private final @Nullable BitSet text;
    private final long types;
    private final long sources;
    private final int languages;
    private final int precision;
    private final int deaths;
    private final boolean @Nullable [] who;
    private final boolean @Nullable [] where;
    /** Whether anything but time is asked. */
    private final boolean selective;
    /** Whether nothing but time, types and participants is. */
    private final boolean simple;
    /** Whether no row is hidden either. */
    private final boolean whole;

    /**
     * @param corridor rows of the filter's corridor; null where it has none
     * @param area rows of the filter's drawn area; null where it has none
     * @param text rows that have the filter's words; null where it has none
     * @param hidden rows that are no more, or null
     */
    RowFilter(
            EventFilter filter,
            EventColumns columns,
            @Nullable Membership corridor,
            @Nullable Membership area,
            @Nullable BitSet text,
            @Nullable BitSet hidden) {
        this.columns = columns;
        this.filter = filter;
        this.corridor = corridor;
        this.area = area;
        this.text = text;
        this.hidden = hidden;
        var words = columns.vocabulary;
        from = day(filter.from(), NO_FROM);
        to = day(filter.to(), NO_TO);
        undated = filter.undated();
        types = mask(filter.plover(), words.types());
        long wanted = mask(filter.sources(), words.sources());
        sources = filter.without().isEmpty() ? wanted : wanted & ~mask(filter.without(), words.sources());
        languages = languages(filter.languages());
        precision = filter.precision();
        deaths = filter.deaths();
        who = filter.hasActors() ? who(filter, words) : null;
        where = filter.countries().isEmpty() && filter.regions().isEmpty() ? null : where(filter, words);
        corridorCertainOnly = filter.corridor() != null && filter.corridor().certainOnly();
        areaCertainOnly = filter.area() != null && filter.area().certainOnly();
        selective = types != -1
                || sources != -1
                || languages != 0
                || precision < 7
                || deaths > 0
                || who != null
                || where != null
                || corridor != null
                || area != null
                || text != null;
        simple = sources == -1
                && languages == 0
                && precision == 7
                && deaths == 0
                && where == null
                && corridor == null
                && area == null
                && text == null;
        whole = simple && hidden == null;
    }

    /** The same rows through another filter, which differs from this one's in its range only. */
    RowFilter with(EventFilter other) {
        return new RowFilter(other, columns, corridor, area, text, hidden);
    }

    /** Whether every row in time is selected, but for hidden ones. */
    boolean isOnlyTime() {
        return !selective;
    }

    /** Whether nothing but time, types and participants is asked; rows may be hidden. */
    boolean isSimple() {
        return simple;
    }

    /** 1 for each type that is wanted, by its number, else 0. */
    byte[] typesWanted() {
        var wanted = new byte[Long.SIZE];
        for (int type = 0; type < wanted.length; type++) {
            wanted[type] = (byte) (types >>> type & 1);
        }
        return wanted;
    }

    /** 1 for each set of participants that is wanted, by its number, else 0. */
    byte[] setsWanted() {
        var wanted = new byte[who == null ? columns.vocabulary.who.size() : who.length];
        for (int set = 0; set < wanted.length; set++) {
            wanted[set] = (byte) (who == null || who[set] ? 1 : 0);
        }
        return wanted;
    }

    boolean isAllTime() {
        return undated && from == NO_FROM && to == NO_TO;
    }

    /** Whether all participants will do. */
    boolean isAnyWho() {
        return who == null;
    }

    boolean mayMeet(Bucket bucket) {
        return bucket.undated() ? undated : bucket.minDay() <= to && bucket.maxDay() >= from;
    }

    /** Whether every row of a bucket is in range, so that days need not be looked at. */
    boolean covers(Bucket bucket) {
        return bucket.undated() ? undated : bucket.minDay() >= from && bucket.maxDay() <= to;
    }

    /** Of a bucket with dates. */
    boolean testTime(Bucket bucket, int row) {
        int start = bucket.base() + columns.day[row];
        return start <= to && start + columns.length[row] >= from;
    }

    /** All but time. */
    boolean testRest(int row) {
        return (!selective || failing(row, 0) == 0) && (hidden == null || !hidden.get(row));
    }

    /**
     * The one part of the filter that a row fails; 0 where it passes all, -1 where it fails two, or one that no count
     * leaves out.
     *
     * @param failed {@link #TIME} where the row fails that, else 0
     */
    int failing(int row, int failed) {
        return whole ? failingSimple(row, failed) : failingAny(row, failed);
    }

    /** Short, so that it is made part of the loop over the rows: most filters are such. */
    private int failingSimple(int row, int failed) {
        boolean ofType = (types >>> columns.type[row] & 1) != 0;
        boolean ofWho = who == null || who[columns.who[row]];
        if (ofType && ofWho) {
            return failed;
        }
        return failed != 0 || !ofType && !ofWho ? -1 : ofType ? WHO : TYPE;
    }

    private int failingAny(int row, int failedBefore) {
        int failed = failedBefore;
        if ((types >>> columns.type[row] & 1) == 0) {
            if (failed != 0) {
                return -1;
            }
            failed = TYPE;
        }
        if (who != null && !who[columns.who[row]]) {
            if (failed != 0) {
                return -1;
            }
            failed = WHO;
        }
        if (where != null && !where[columns.where[row]]) {
            if (failed != 0) {
                return -1;
            }
            failed = WHERE;
        }
        if (deaths > 0 && columns.deaths[row] - 1 < deaths
                || text != null && !text.get(row)
                || hidden != null && hidden.get(row)) {
            return -1;
        }
        if (languages != 0 && (languages & columns.languages[row]) == 0) {
            if (failed != 0) {
                return -1;
            }
            failed = LANGUAGE;
        }
        if ((sources >>> columns.source[row] & 1) == 0) {
            if (failed != 0) {
                return -1;
            }
            failed = SOURCE;
        }
        if (precision < 7 && columns.wherePrecision(row) > precision) {
            if (failed != 0) {
                return -1;
            }
            failed = PRECISION;
        }
        if (corridor != null && !corridor.includes(row, corridorCertainOnly)) {
            if (failed != 0) {
                return -1;
            }
            failed = CORRIDOR;
        }
        if (area != null && !area.includes(row, areaCertainOnly)) {
            if (failed != 0) {
                return -1;
            }
            failed = AREA;
        }
        return failed;
    }

    /** Whether there is something to be certain about. */
    boolean hasCertainty() {
        return corridor != null || area != null;
    }

    /** Whether a row is certainly in the corridor and in the drawn area. */
    boolean isCertain(int row) {
        return (corridor == null || corridor.certain().get(row))
                && (area == null || area.certain().get(row));
    }

    private static int day(@Nullable LocalDate date, int none) {
        return date == null ? none : Math.clamp(date.toEpochDay(), NO_FROM, NO_TO);
    }

    private static long mask(Set<String> wanted, Dictionary words) {
        long mask = 0;
        for (var word : wanted) {
            int number = words.find(word);
            mask |= number < 0 ? 0 : 1L << number;
        }
        return wanted.isEmpty() ? -1 : mask;
    }

    private static int languages(Set<String> wanted) {
        int mask = 0;
        for (var tag : wanted) {
            mask |= EventColumns.bit(Language.ofTag(tag));
        }
        return mask;
    }

    private static Set<Integer> numbers(Set<String> wanted, Dictionary words) {
        var result = new HashSet<Integer>();
        wanted.forEach(word -> result.add(words.find(word)));
        return result;
    }

    /** Bits of the roles that a participant must have one of; all where the filter does not say. */
    static int roles(EventFilter filter) {
        int bits = 0;
        for (var role : filter.roles()) {
            bits |= 1 << role.ordinal();
        }
        return bits == 0 ? -1 : bits;
    }

    /** For each actor, whether the filter's actors or kinds name it; all where it names none. */
    static boolean[] named(EventFilter filter, Vocabulary words) {
        int[] kindOf = words.kindOfActor();
        boolean any = filter.actors().isEmpty() && filter.kinds().isEmpty();
        var actors = numbers(filter.actors(), words.actors());
        var kinds = numbers(filter.kinds(), words.kinds());
        kinds.remove(-1);
        var named = new boolean[kindOf.length];
        for (int actor = 0; actor < named.length; actor++) {
            named[actor] = any || actors.contains(actor) || kinds.contains(kindOf[actor]);
        }
        return named;
    }

    private static boolean[] who(EventFilter filter, Vocabulary words) {
        var sets = words.who.view();
        boolean[] named = named(filter, words);
        int roles = roles(filter);
        var result = new boolean[sets.size()];
        for (int set = 0; set < result.length; set++) {
            for (int i = sets.starts()[set]; i < sets.starts()[set + 1] && !result[set]; i++) {
                int item = sets.items()[i];
                int actor = item >>> Vocabulary.ROLE_BITS;
                // An actor that came after the view was taken is in no row of these columns.
                result[set] = actor < named.length && named[actor] && (item & roles) != 0;
            }
        }
        return result;
    }

    /** For each set of places, whether one is in a wanted country, and one in a wanted region. */
    private static boolean[] where(EventFilter filter, Vocabulary words) {
        boolean[] countries = inCountry(filter, words);
        boolean[] regions = inRegion(filter, words);
        for (int set = 0; set < countries.length; set++) {
            countries[set] &= set < regions.length && regions[set];
        }
        return countries;
    }

    static boolean[] inCountry(EventFilter filter, Vocabulary words) {
        var wanted = numbers(filter.countries(), words.countries());
        wanted.remove(-1);
        return anyPlace(words, filter.countries().isEmpty(), item -> wanted.contains((item >>> 16) - 1));
    }

    static boolean[] inRegion(EventFilter filter, Vocabulary words) {
        var wanted = numbers(filter.regions(), words.regions());
        wanted.remove(-1);
        return anyPlace(words, filter.regions().isEmpty(), item -> wanted.contains((item & 0xFFFF) - 1));
    }

    private static boolean[] anyPlace(Vocabulary words, boolean all, java.util.function.IntPredicate test) {
        var sets = words.where.view();
        var result = new boolean[sets.size()];
        for (int set = 0; set < result.length; set++) {
            result[set] = all;
            for (int i = sets.starts()[set]; i < sets.starts()[set + 1] && !result[set]; i++) {
                result[set] = test.test(sets.items()[i]);
            }
        }
        return result;
    }
}
