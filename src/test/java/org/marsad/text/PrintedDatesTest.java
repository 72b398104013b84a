package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random dates, printed in every pattern of every language, are found again. */
class PrintedDatesTest {
    private static final List<String[]> ARABIC_MONTHS = List.of(
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
            "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
            "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(" "),
            "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(","));

    /** d day, M month, y year, m the month in digits, e the day's weekday, o another name of the month. */
    private static final Map<Language, List<String>> DAYS = Map.of(
            Language.AR,
            List.of(
                    "قتل جنديان في {d} {M} {y} قرب غاو",
                    "وقع ذلك يوم {e} {d} {M} {y}",
                    "وقع ذلك {e}، {d} من {M} {y}.",
                    "وقع ذلك {e} ({d} {M} {y})",
                    "في {d} من شهر {M} لعام {y} وقع",
                    "في {d} {M}/{o} {y} وقع",
                    "بتاريخ {d}/{m}/{y} وقع",
                    "بتاريخ {y}-{m2}-{d2} وقع",
                    "و{d} {M} من عام {y}"),
            Language.FR,
            List.of(
                    "Le {d} {M} {y}, des hommes ont attaqué le village",
                    "des hommes ont attaqué le {e} {d} {M} {y} au soir",
                    "Gao, {e} {d} {M} {y} (AFP) - Les forces",
                    "Publié le {d2}/{m2}/{y} à 10h par les forces",
                    "les forces, au {d2}.{m2}.{y}, ont"),
            Language.EN,
            List.of(
                    "Gunmen attacked the village on {M} {d}, {y}, killing two",
                    "Gunmen attacked the village on {d} {M} {y}, killing 2",
                    "Gunmen attacked on {e}, {M} {d}, {y}",
                    "Gunmen attacked on the {d}th of {M} {y}",
                    "Gunmen attacked the village ({y}-{m2}-{d2})"));

    private static final Map<Language, List<String>> MONTHS = Map.of(
            Language.AR, List.of("في {M} {y} وقع", "خلال شهر {M} من عام {y}", "في {M}/{o} {y}", "منذ {M} {y}"),
            Language.FR, List.of("En {M} {y}, les forces", "depuis {M} {y} les forces", "au mois de {M} {y} les"),
            Language.EN, List.of("In {M} {y} the soldiers", "the attack of {M} {y} on", "the {M}, {y} attack on the"));

    private final Random random = new Random(3);

    @Test
    void findsEveryDayInEveryPattern() {
        for (var language : Language.values()) {
            for (var pattern : DAYS.get(language)) {
                for (int round = 0; round < 200; round++) {
                    var date = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(18_000));
                    check(language, pattern, date, date, date);
                }
            }
        }
    }

    @Test
    void findsEveryMonthInEveryPattern() {
        for (var language : Language.values()) {
            for (var pattern : MONTHS.get(language)) {
                for (int round = 0; round < 100; round++) {
                    var first = LocalDate.of(1990 + random.nextInt(45), 1 + random.nextInt(12), 1);
                    check(language, pattern, first, first, first.plusMonths(1).minusDays(1));
                }
            }
        }
    }

    private void check(Language language, String pattern, LocalDate date, LocalDate start, LocalDate end) {
        var text = print(language, pattern, date);
        var article = new ArticleText(1, "", null, List.of(new Span(0, text.length())), language, null);
        assertThat(Dates.list(text, article)).as(text).singleElement().satisfies(found -> {
            assertThat(found.start()).isEqualTo(start);
            assertThat(found.end()).isEqualTo(end);
            assertThat(found.basis()).isEqualTo(DateExpression.Basis.EXPLICIT);
        });
    }

    private String print(Language language, String pattern, LocalDate date) {
        int month = date.getMonthValue();
        var locale = Locale.forLanguageTag(language.tag());
        var name = language == Language.AR
                ? ARABIC_MONTHS.get(random.nextInt(4))[month - 1]
                : date.getMonth().getDisplayName(TextStyle.FULL, locale);
        var text = pattern.replace("{d}", String.valueOf(date.getDayOfMonth()))
                .replace("{d2}", "%02d".formatted(date.getDayOfMonth()))
                .replace("{m}", String.valueOf(month))
                .replace("{m2}", "%02d".formatted(month))
                .replace("{y}", String.valueOf(date.getYear()))
                .replace("{M}", name)
                .replace("{o}", ARABIC_MONTHS.getLast()[month - 1])
                .replace("{e}", date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
        return language == Language.AR && random.nextBoolean() ? inArabicDigits(text) : text;
    }

    private static String inArabicDigits(String text) {
        var result = new StringBuilder();
        text.chars().forEach(c -> result.append((char) (c >= '0' && c <= '9' ? c - '0' + '٠' : c)));
        return result.toString();
    }
}
