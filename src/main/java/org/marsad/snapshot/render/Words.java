package org.marsad.snapshot.render;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.text.Language;

/** The words and figures that Marsad puts on a sheet, in its language and its digits ({@code words_ar.properties} and its like). */
final class Words {
    private static final Map<Language, Properties> TEXTS = readAll();

    /** Stands for a digit that stays as it is until all others have been changed; of Unicode's private use. */
    private static final char KEPT_DIGIT = '\uF8E0';

    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private final Language language;
    private final Digits digits;
    private final ULocale locale;
    private final NumberFormat numbers;

    Words(Language language, Digits digits) {
        this.language = language;
        this.digits = digits;
        // Digits are put in at the end, by choice.
        locale = ULocale.forLanguageTag(
                switch (language) {
                    case AR -> "ar-u-nu-latn-ca-gregory";
                    case FR -> "fr-u-ca-gregory";
                    case EN -> "en-GB-u-ca-gregory";
                });
        numbers = NumberFormat.getInstance(locale);
        numbers.setMaximumFractionDigits(2);
    }

    /**
     * @param parameters put into the pattern; numbers are written in the language's way
     * @throws IllegalArgumentException where there is no such text
     */
    String say(String key, Object... parameters) {
        var pattern = TEXTS.get(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        var text = parameters.length == 0 ? pattern : new MessageFormat(pattern, locale).format(parameters);
        // So that a line of ours runs its language's way even where it begins with a Latin name.
        return (isRightToLeft() ? RIGHT_TO_LEFT_MARK : "") + inDigits(text);
    }

    /**
     * A code, a version or an address for use in a text of ours: kept from left to right, and its digits Western whatever the
     * sheet's are, for it is to be typed.
     */
    String asIs(String code) {
        var kept = new StringBuilder("\u2066");
        code.chars().forEach(c -> kept.append(c >= '0' && c <= '9' ? (char) (KEPT_DIGIT + c - '0') : (char) c));
        return kept.append('\u2069').toString();
    }

    /** A name for use in a text of ours, whichever way it runs. */
    static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** Text that came with the sheet, its figures in the sheet's digits. */
    String figures(String text) {
        return digits.in(text);
    }

    private String inDigits(String text) {
        var result = new StringBuilder(digits.in(text));
        for (int i = 0; i < result.length(); i++) {
            char c = result.charAt(i);
            if (c >= KEPT_DIGIT && c < KEPT_DIGIT + 10) {
                result.setCharAt(i, (char) ('0' + c - KEPT_DIGIT));
            }
        }
        return result.toString();
    }

    String number(double value) {
        return separated(numbers.format(value));
    }

    /** Thousands and decimals are set apart by signs of their own among Arabic-Indic digits. */
    private String separated(String number) {
        return digits == Digits.WESTERN
                ? number
                : digits.in(number.replace(',', '٬').replace('.', '٫'));
    }

    /** At most three figures and a letter, for discs. */
    String compact(long value) {
        if (value < 10_000) {
            return digits.in(Long.toString(value));
        }
        boolean millions = value >= 1_000_000;
        double shown = millions ? value / 1e6 : value / 1e3;
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(shown < 10 ? 1 : 0);
        format.setGroupingUsed(false);
        var unit = switch (language) {
            case AR -> millions ? " مليون" : " ألف";
            case FR -> millions ? " M" : " k";
            case EN -> millions ? "M" : "k";
        };
        return separated(format.format(shown)) + unit;
    }

    String date(LocalDate date) {
        return format(
                DateFormat.getInstanceForSkeleton("yMMMd", locale),
                date.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    String month(LocalDate date) {
        return format(
                DateFormat.getInstanceForSkeleton("yMMM", locale),
                date.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    /** With its offset from UTC, so that it says one moment everywhere. */
    String moment(OffsetDateTime at) {
        var zone = at.getOffset().getTotalSeconds() == 0
                ? "UTC"
                : "UTC" + at.getOffset().getId();
        var utc = at.toLocalDateTime().atOffset(ZoneOffset.UTC);
        return format(DateFormat.getInstanceForSkeleton("yMMMd", locale), utc) + " "
                + format(new SimpleDateFormat("HH:mm", locale), utc) + " " + zone;
    }

    private String format(DateFormat format, OffsetDateTime at) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return digits.in(format.format(Date.from(at.toInstant())));
    }

    /** Degrees and minutes, as {@code 12°30′ N}, without minutes where they are none. */
    String latitude(double lat) {
        if (Math.abs(lat) < 1e-9) {
            return digits.in(degrees(0));
        }
        return say(lat >= 0 ? "degrees.north" : "degrees.south", degrees(lat));
    }

    String longitude(double lon) {
        boolean side = Math.abs(lon) > 1e-9 && Math.abs(lon) < 180 - 1e-9;
        return side ? say(lon > 0 ? "degrees.east" : "degrees.west", degrees(lon)) : digits.in(degrees(lon));
    }

    /** Degrees run from left to right in Arabic too. */
    private static String degrees(double value) {
        long minutes = Math.round(Math.abs(value) * 60);
        var text = minutes % 60 == 0
                ? minutes / 60 + "\u200E°"
                : "%d\u200E°\u200E%02d\u200E′".formatted(minutes / 60, minutes % 60);
        return "\u2066" + text + "\u2069";
    }

    /** The name of a country by its ISO 3166-1 alpha-2 code. */
    String country(String iso) {
        return ULocale.getDisplayCountry("und_" + iso, locale);
    }

    boolean isRightToLeft() {
        return language.isRightToLeft();
    }

    /** For text of Marsad's own. */
    Shaper.Direction direction() {
        return isRightToLeft() ? Shaper.Direction.RTL : Shaper.Direction.LTR;
    }

    /** For text of people, which may be in another language. */
    Shaper.Direction likely() {
        return isRightToLeft() ? Shaper.Direction.AUTO_RTL : Shaper.Direction.AUTO_LTR;
    }

    Locale javaLocale() {
        return locale.toLocale();
    }

    private static Map<Language, Properties> readAll() {
        var result = new EnumMap<Language, Properties>(Language.class);
        for (var language : Language.values()) {
            var file = "words_" + language.tag() + ".properties";
            var properties = new Properties();
            try (var in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
            result.put(language, properties);
        }
        return result;
    }
}
