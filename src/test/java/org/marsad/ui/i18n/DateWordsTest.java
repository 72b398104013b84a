package org.marsad.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.Language;

class DateWordsTest {
    private final DateWords words = new DateWords(new Messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-02-20 | 2025-02-20 | day   | EN | 20 February 2025",
                "2025-02-20 | 2025-02-20 | day   | FR | 20 février 2025",
                "2025-02-20 | 2025-02-20 | day   | AR | 20 فبراير 2025",
                "2024-11-04 | 2024-11-05 | day   | EN | 4–5 November 2024",
                "2024-11-04 | 2024-11-05 | day   | AR | 4–5 نوفمبر 2024",
                "2024-11-28 | 2024-12-03 | week  | EN | 28 November – 3 December 2024",
                "2024-12-30 | 2025-01-02 | week  | EN | 30 December 2024 – 2 January 2025",
                "2021-06-21 | 2021-06-30 | week  | EN | late June 2021",
                "2021-06-21 | 2021-06-30 | week  | AR | أواخر يونيو 2021",
                "2021-06-01 | 2021-06-10 | week  | FR | début juin 2021",
                "2021-06-01 | 2021-06-30 | month | EN | June 2021",
                "2021-01-01 | 2021-12-31 | year  | AR | 2021",
                "2025-07-01 | 2025-07-01 | day   | FR | 1er juillet 2025",
                "2025-07-01 | 2025-07-03 | day   | FR | 1er–3 juillet 2025",
                "2025-06-28 | 2025-07-01 | day   | FR | 28 juin – 1er juillet 2025",
                "2025-07-11 | 2025-07-11 | day   | FR | 11 juillet 2025",
                "           |            | unknown | EN | Undated",
                "           |            | unknown | AR | بلا تاريخ",
            })
    void saysADateNoMorePreciselyThanItIsKnown(
            LocalDate start, LocalDate end, String precision, Language language, String expected) {
        assertThat(words.of(start, end, precision, language)).isEqualTo(expected);
    }
}
