package org.marsad.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The filters that are timed, as the server's parameters and as numbers for SQL. Days count from 2000-01-01. */
final class YearFilter {
    static final int FROM = 8700;
    /** Exclusive. */
    static final int TO = 9065;

    static final int WITHOUT_TYPE = 3;
    private static final int ACTORS = 20;

    private YearFilter() {}

    static LocalDate day(int number) {
        return LocalDate.ofEpochDay(SyntheticEvents.FIRST_DAY + (long) number);
    }

    static String year() {
        return range(FROM, TO);
    }

    static String range(int from, int to) {
        return "undated=no&from=" + day(from) + "&to=" + day(to - 1);
    }

    /** Twenty actors of many and few events; other ones for another shift. */
    static int[] actors(int shift) {
        return IntStream.range(0, ACTORS)
                .map(i -> (i * 3 + shift) % SyntheticEvents.ACTORS)
                .toArray();
    }

    static String list(int[] actors) {
        return Arrays.stream(actors).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    static String countsPath(String facets, int[] actors, int from, int to) {
        return "/api/v1/map/counts?unit=day&facets=" + facets + "&" + range(from, to)
                + IntStream.range(0, SyntheticEvents.TYPES.size())
                        .filter(type -> type != WITHOUT_TYPE)
                        .mapToObj(type -> "&type=" + SyntheticEvents.TYPES.get(type))
                        .collect(Collectors.joining())
                + Arrays.stream(actors)
                        .mapToObj(actor -> "&actor=actor-" + actor)
                        .collect(Collectors.joining());
    }
}
