package org.marsad.mapview;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders of a list of events. Undated events come last by date; the id settles what is left. */
public enum EventSort {
    NEWEST("-date", "e.start_date desc nulls last, e.id desc"),
    OLDEST("date", "e.start_date asc nulls last, e.id"),
    DEADLIEST("-deaths", "coalesce(e.fatalities_best, e.fatalities_low) desc nulls last, e.id desc"),
    PRECISE("where", "e.where_precision, e.start_date desc nulls last, e.id desc");

    private final String parameter;
    private final String orderBy;

    EventSort(String parameter, String orderBy) {
        this.parameter = parameter;
        this.orderBy = orderBy;
    }

    /** The value of the URL parameter {@code sort}. */
    public String parameter() {
        return parameter;
    }

    String orderBy() {
        return orderBy;
    }

    /**
     * @throws BadParameterException for another word
     */
    public static EventSort ofParameter(String value) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(value))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "sort",
                        "'" + value + "' is not one of "
                                + Arrays.stream(values())
                                        .map(EventSort::parameter)
                                        .collect(Collectors.joining(", "))));
    }
}
