package org.marsad.snapshot.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.RecentDays;
import org.marsad.mapview.SavedViews;

/** The last so many days, which stay the last ones from day to day. */
public final class RelativeDays {
    private RelativeDays() {}

    /**
     * @param days up to today, today included; null leaves the filter's own
     */
    public static EventFilter applied(EventFilter filter, @Nullable Integer days, LocalDate today) {
        return days == null ? filter : RecentDays.days(days).applied(filter, today);
    }

    /**
     * How many last days a view that was saved on a day seems to have meant: its range ended on that day, or on the one before. Empty
     * also for a view that moves by itself.
     */
    public static Optional<Integer> meantBy(String query, LocalDate saved) {
        var parameters = SavedViews.parameters(query);
        if (RecentDays.find(parameters).isPresent()) {
            return Optional.empty();
        }
        var filter = EventFilterCodec.decode(parameters);
        var from = filter.from();
        var to = filter.to();
        if (from == null || to == null || ChronoUnit.DAYS.between(to, saved) > 1 || to.isAfter(saved)) {
            return Optional.empty();
        }
        return Optional.of(Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1);
    }
}
