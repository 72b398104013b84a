package org.marsad.ui.i18n;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/** Dates in words, never more precise than they are known: 20 February 2025, late June 2021, undated. */
public final class DateWords {
    private final Messages messages;

    public DateWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param start first day, or null for an undated event
     * @param end last day
     * @param precision {@code day}, {@code week}, {@code month}, {@code year} or {@code unknown}
     */
    public String of(@Nullable LocalDate start, @Nullable LocalDate end, String precision, Language language) {
        var locale = Locale.of(language.tag());
        if (start == null || end == null) {
            return messages.getTranslation("date.undated", locale);
        }
        if (precision.equals("year") && start.getYear() == end.getYear()) {
            return Integer.toString(start.getYear());
        }
        boolean oneMonth = YearMonth.from(start).equals(YearMonth.from(end));
        boolean wholeMonth = oneMonth && start.getDayOfMonth() == 1 && end.equals(lastOf(end));
        if (wholeMonth && !precision.equals("day")) {
            return format("MMMM yyyy", start, locale);
        }
        if (precision.equals("week") || precision.equals("month")) {
            var third = oneMonth ? third(start, end) : null;
            if (third != null) {
                return messages.getTranslation("date." + third, locale, format("MMMM yyyy", start, locale));
            }
        }
        return range(start, end, language);
    }

    /** First and last day: 4–5 November 2024. */
    public String range(LocalDate start, LocalDate end, Language language) {
        var locale = Locale.of(language.tag());
        if (start.equals(end)) {
            return day(start, language);
        }
        if (YearMonth.from(start).equals(YearMonth.from(end))) {
            return number(start, locale) + "–" + day(end, language);
        }
        return format(start.getYear() == end.getYear() ? "d MMMM" : "d MMMM yyyy", start, locale) + " – "
                + day(end, language);
    }

    public String day(LocalDate day, Language language) {
        return format("d MMMM yyyy", day, Locale.of(language.tag()));
    }

    private static String format(String pattern, LocalDate day, Locale locale) {
        var text = DateTimeFormatter.ofPattern(pattern, locale).format(day);
        return pattern.startsWith("d ") && isFirst(day, locale) ? "1er" + text.substring(1) : text;
    }

    private static String number(LocalDate day, Locale locale) {
        return isFirst(day, locale) ? "1er" : Integer.toString(day.getDayOfMonth());
    }

    /** In French only the first of a month is an ordinal. */
    private static boolean isFirst(LocalDate day, Locale locale) {
        return day.getDayOfMonth() == 1 && locale.getLanguage().equals("fr");
    }

    private static LocalDate lastOf(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }

    private static @Nullable String third(LocalDate start, LocalDate end) {
        if (start.getDayOfMonth() == 1 && end.getDayOfMonth() == 10) {
            return "early";
        }
        if (start.getDayOfMonth() == 11 && end.getDayOfMonth() == 20) {
            return "middle";
        }
        return start.getDayOfMonth() >= 20 && start.getDayOfMonth() <= 21 && end.equals(lastOf(end)) ? "late" : null;
    }
}
