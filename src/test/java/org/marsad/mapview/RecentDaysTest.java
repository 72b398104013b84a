package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentDaysTest {
    @ParameterizedTest
    @CsvSource({
        "7d, 2025-03-05, 2025-02-27",
        "1d, 2025-03-05, 2025-03-05",
        "30d, 2024-03-01, 2024-02-01",
        "12m, 2025-02-28, 2024-02-29",
        "1m, 2025-03-31, 2025-03-01",
        "year, 2025-03-05, 2025-01-01"
    })
    void endToday(String parameter, LocalDate today, LocalDate first) {
        var parameters = Map.of("last", List.of(parameter));
        var filter = EventFilterCodec.decode(parameters, today);
        assertThat(filter.from()).isEqualTo(first);
        assertThat(filter.to()).isEqualTo(today);
        var recent = RecentDays.find(parameters).orElseThrow();
        assertThat(EventFilterCodec.encode(filter, recent)).isEqualTo(parameters);
    }
}
