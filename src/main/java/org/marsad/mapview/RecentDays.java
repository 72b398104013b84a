package org.marsad.mapview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of days that ends today, whichever day that is: so many days or months, today included, or since the first of January. In an
 * address {@code last=7d}, {@code last=12m} or {@code last=year}.
 *
 * @param count days 1 to 3660, or months 1 to 120; 1 for a year
 */
public record RecentDays(int count, Unit unit) {
    /** The parameter of an address. */
    public static final String PARAMETER = "last";

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,3})([dm])");
    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 120;

    public RecentDays {
        int most = switch (unit) {
            case DAYS -> MOST_DAYS;
            case MONTHS -> MOST_MONTHS;
            case THIS_YEAR -> 1;
        };
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(count + " is not from 1 to " + most);
        }
    }

    /** What is counted. */
    public enum Unit {
        DAYS,
        MONTHS,
        THIS_YEAR
    }

    public static RecentDays days(int count) {
        return new RecentDays(count, Unit.DAYS);
    }

    public static RecentDays months(int count) {
        return new RecentDays(count, Unit.MONTHS);
    }

    public static RecentDays thisYear() {
        return new RecentDays(1, Unit.THIS_YEAR);
    }

    /**
     * What an address asks for.
     *
     * @throws BadParameterException for what is none, and where it gives days as well
     */
    public static Optional<RecentDays> find(Map<String, List<String>> parameters) {
        var given = parameters.getOrDefault(PARAMETER, List.of());
        if (given.isEmpty() || given.getFirst().isBlank()) {
            return Optional.empty();
        }
        var text = given.getFirst().strip();
        if (given.size() > 1 || parameters.containsKey("from") || parameters.containsKey("to")) {
            throw new BadParameterException(PARAMETER, "stands alone: not twice, and not with from or to");
        }
        return Optional.of(parse(text)
                .orElseThrow(() -> new BadParameterException(
                        PARAMETER,
                        "'" + text + "' is not days to " + MOST_DAYS + "d, months to " + MOST_MONTHS + "m, or year")));
    }

    private static Optional<RecentDays> parse(String text) {
        if (text.equals("year")) {
            return Optional.of(thisYear());
        }
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            int count = Integer.parseInt(written.group(1));
            return Optional.of(written.group(2).equals("d") ? days(count) : months(count));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@link #find} reads it. */
    public String toParameter() {
        return switch (unit) {
            case DAYS -> count + "d";
            case MONTHS -> count + "m";
            case THIS_YEAR -> "year";
        };
    }

    /** The first day. */
    public LocalDate from(LocalDate today) {
        return switch (unit) {
            case DAYS -> today.minusDays(count - 1L);
            case MONTHS -> today.minusMonths(count).plusDays(1);
            case THIS_YEAR -> today.withDayOfYear(1);
        };
    }

    /** The filter with these days. */
    public EventFilter applied(EventFilter filter, LocalDate today) {
        return filter.withRange(from(today), today);
    }

    /** Writes {@code last} in the place of the days that it stands for. */
    static void put(@Nullable RecentDays recent, Map<String, List<String>> parameters) {
        if (recent != null) {
            parameters.remove("from");
            parameters.remove("to");
            parameters.put(PARAMETER, List.of(recent.toParameter()));
        }
    }
}
