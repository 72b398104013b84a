package org.marsad.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.geo.BorderId;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.RecentDays;

class DashboardStateTest {
    @Test
    void allThatIsSeenComesBackFromTheAddress() {
        var filter = EventFilter.ALL
                .withRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30))
                .withActors(Set.of("jnim"))
                .withCorridor(new CorridorFilter(BorderId.parse("ML-SN"), 37, true))
                .withText("كايس & Kayes");
        var state = new DashboardState(
                filter,
                null,
                EventSort.DEADLIEST,
                42L,
                "14.4550,-12.1990,8.25",
                "grid,heat",
                "ar",
                ChangesRange.parse("2024-01-01..2024-01-31"));
        assertThat(DashboardState.decode(state.encode())).isEqualTo(state);
    }

    @Test
    void lastDaysStayLastDaysInTheAddressUntilOtherDaysAreChosen() {
        var today = LocalDate.of(2025, 2, 20);
        var state = DashboardState.START.withRecent(RecentDays.days(7), today);
        assertThat(state.filter().from()).isEqualTo(LocalDate.of(2025, 2, 14));
        assertThat(state.filter().to()).isEqualTo(today);
        assertThat(state.encode()).isEqualTo(Map.of("last", List.of("7d")));
        var narrowed = state.withFilter(state.filter().withText("Kayes"));
        assertThat(narrowed.encode()).containsOnlyKeys("last", "q");
        var brushed = narrowed.withFilter(narrowed.filter().withRange(today.minusDays(3), today));
        assertThat(brushed.encode()).containsOnlyKeys("from", "to", "q");
        assertThat(brushed.withStep(narrowed.step())).isEqualTo(narrowed);
        assertThat(DashboardState.decode(Map.of("last", List.of("12m"))).recent())
                .isEqualTo(RecentDays.months(12));
    }

    @Test
    void anEmptyAddressIsTheStart() {
        assertThat(DashboardState.decode(Map.of())).isEqualTo(DashboardState.START);
        assertThat(DashboardState.START.encode()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "event,12x",
        "at,'1,2'",
        "at,javascript:alert(1)",
        "sort,best",
        "km,50",
        "changes,2024",
        "last,7",
        "last,0d",
        "last,9999d"
    })
    void namesWhatItCannotRead(String name, String value) {
        assertThatThrownBy(() -> DashboardState.decode(Map.of(name, List.of(value))))
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("'" + name + "'");
    }
}
