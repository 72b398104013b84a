package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DatesTest {
    /** Text with the dates expected between brackets; publication date; what each bracket means, by | . */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "dates.tsv", delimiter = '\t')
    void findsTheDatesOfTheText(String marked, String published, @Nullable String expected) {
        var text = marked.replace("⟦", "").replace("⟧", "").replace("¶", "\n\n");
        var found = dates(text, published.equals("-") ? null : LocalDate.parse(published)).stream()
                .map(date -> date.span().in(text) + " = " + shape(date))
                .toList();
        assertThat(found).isEqualTo(expected(marked, expected));
    }

    private static List<String> expected(String marked, @Nullable String meanings) {
        var list = new java.util.ArrayList<String>();
        var each = meanings == null ? new String[0] : meanings.split("\\|");
        int at = 0;
        for (int begin = marked.indexOf('⟦'); begin >= 0; begin = marked.indexOf('⟦', begin + 1)) {
            list.add(marked.substring(begin + 1, marked.indexOf('⟧', begin)) + " = " + each[at++].strip());
        }
        return list;
    }

    static String shape(DateExpression date) {
        var days = date.start().equals(date.end()) ? date.start().toString() : date.start() + ".." + date.end();
        return days + " " + date.precision().word();
    }

    static List<DateExpression> dates(String text, @Nullable LocalDate published) {
        var article =
                new ArticleText(1, "", null, List.of(new Span(0, text.length())), Languages.guess(text), published);
        return Dates.list(text, article);
    }

    @Test
    void saysWhereTheMissingPartsCameFrom() {
        var text = "في 4 نوفمبر 2024 وفي 5 نوفمبر ويوم أمس";
        assertThat(dates(text, LocalDate.of(2024, 11, 7)))
                .extracting(DateExpression::basis)
                .containsExactly(
                        DateExpression.Basis.EXPLICIT, DateExpression.Basis.COMPLETED, DateExpression.Basis.RELATIVE);
    }

    @Test
    void aLineOfFiveMegabytesIsReadInLinearTime() {
        var text = "وقع الهجوم في 4 نوفمبر 2024 قرب غاو ".repeat(140_000);
        assertThat(CpuTime.millis(() -> assertThat(dates(text, null)).hasSize(140_000)))
                .isLessThan(10_000);
    }
}
