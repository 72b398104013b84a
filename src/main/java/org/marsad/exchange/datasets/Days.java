package org.marsad.exchange.datasets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Days as data sets write them: 2023-11-14, 14 November 2023, 14-Nov-2023, 14/11/2023, 20231114, with a time behind. */
final class Days {
    private static final List<DateTimeFormatter> FORMATS =
            List.of(format("d MMMM uuuu"), format("d MMM uuuu"), format("d/M/uuuu"), format("uuuu/M/d"));

    private Days() {}

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @throws DateTimeException where it is none
     */
    static LocalDate parse(String text) {
        if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            // A time behind the day, as UCDP has it, is always midnight.
            if (text.length() > 10 && text.charAt(10) != ' ' && text.charAt(10) != 'T') {
                throw new DateTimeException(text);
            }
            return LocalDate.parse(text.substring(0, 10));
        }
        if (text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        }
        var spaced =
                text.replace('-', ' ').replace(',', ' ').replaceAll("\\s+", " ").strip();
        for (var format : FORMATS) {
            try {
                return LocalDate.parse(spaced, format);
            } catch (DateTimeException e) {
                // the next one
            }
        }
        throw new DateTimeException(text);
    }
}
