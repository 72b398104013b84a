package org.marsad.exchange.datasets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventDate;
import org.marsad.text.DatePrecision;

/** A row's values by the lower-case names of their columns, and what can be read in them. */
final class Row {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Columns columns;
    private final List<String> values;

    Row(Columns columns, List<String> values) {
        this.columns = columns;
        this.values = values;
    }

    /** Empty where the row or the file has no such column. */
    String get(String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= values.size() ? "" : values.get(at).strip();
    }

    /** The first of several columns that says something: formats rename them. */
    String first(String... names) {
        for (var name : names) {
            var value = get(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    String required(String column) {
        var value = get(column);
        if (value.isEmpty()) {
            throw new RowRefused("its " + column + " is missing");
        }
        return value;
    }

    /** A whole number from {@code least} to {@code most}. */
    int code(String column, int least, int most) {
        var value = required(column);
        int code = integer(column, value);
        if (code < least || code > most) {
            throw new RowRefused("its %s is %s; the codes are %d to %d".formatted(column, shown(value), least, most));
        }
        return code;
    }

    /** A count, or null where the field is empty. */
    @Nullable
    Integer count(String... names) {
        var value = first(names);
        if (value.isEmpty()) {
            return null;
        }
        int count = integer(names[0], value);
        if (count < 0) {
            throw new RowRefused("its " + names[0] + " is " + shown(value) + ", below 0");
        }
        return count;
    }

    @Nullable
    Long stamp(String column) {
        var value = get(column);
        try {
            return value.isEmpty() ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new RowRefused("its " + column + " is " + shown(value) + ", no whole number");
        }
    }

    private static int integer(String column, String value) {
        try {
            // Spreadsheets write 3 as 3.0.
            return Integer.parseInt(value.endsWith(".0") ? value.substring(0, value.length() - 2) : value);
        } catch (NumberFormatException e) {
            throw new RowRefused("its " + column + " is " + shown(value) + ", no whole number");
        }
    }

    double degrees(String column, double most) {
        var value = required(column);
        double degrees;
        try {
            degrees = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new RowRefused("its " + column + " is " + shown(value) + ", no number of degrees");
        }
        if (!(Math.abs(degrees) <= most)) {
            throw new RowRefused("its " + column + " is " + shown(value) + "; degrees go from -" + (int) most + " to "
                    + (int) most + (Math.abs(degrees) <= 180 ? ": are latitude and longitude swapped?" : ""));
        }
        return degrees;
    }

    LocalDate day(String column) {
        var value = required(column);
        LocalDate day;
        try {
            day = Days.parse(value);
        } catch (DateTimeException e) {
            throw new RowRefused("its " + column + " is " + shown(value) + ", no day of the calendar");
        }
        if (day.isBefore(EARLIEST)
                || day.isAfter(LocalDate.now(java.time.ZoneOffset.UTC).plusYears(1))) {
            throw new RowRefused("its " + column + " is " + shown(value) + ", not in the time that data are kept of");
        }
        return day;
    }

    /** An interval of a precision; ends with its last day. */
    static EventDate date(LocalDate start, LocalDate end, DatePrecision precision) {
        if (end.isBefore(start)) {
            throw new RowRefused("it ends on " + end + ", before it begins on " + start);
        }
        return new EventDate(start, end, precision);
    }

    /** The row in the order of a data set's columns. */
    List<String> inOrderOf(Dataset dataset) {
        return dataset.columns().stream().map(this::get).toList();
    }

    /** A value as it is told in a message: not longer than a line. */
    static String shown(String value) {
        return "\"" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "\"";
    }
}
