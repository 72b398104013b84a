package org.marsad.mapview;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.mapview.Histogram.Bin;
import org.marsad.mapview.Histogram.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts events over time. */
@Service
@Transactional(readOnly = true)
public class EventHistogram {
    /** Dates no coarser than a bin can be put into one; a week is put where it begins. */
    private static final Map<Unit, List<String>> FITTING = Map.of(
            Unit.DAY, List.of("day"), Unit.WEEK, List.of("day", "week"), Unit.MONTH, List.of("day", "week", "month"));

    private final JdbcClient jdbc;

    public EventHistogram(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Histogram count(EventFilter filter, Unit unit) {
        var where = EventFilters.where(filter.withRange(null, null));
        var bins = jdbc.sql("""
                select date_trunc(:unit, e.start_date)::date as start, count(*) as n,
                    count(*) filter (where e.plover = 'ASSAULT') as violent
                from event e where e.date_precision in (:fitting) and\s""" + where.sql() + " group by 1 order by 1")
                .params(where.parameters())
                .param("unit", unit.name().toLowerCase(Locale.ROOT))
                .param("fitting", FITTING.get(unit))
                .query((row, number) ->
                        new Bin(row.getObject("start", LocalDate.class), row.getInt("n"), row.getInt("violent")))
                .list();
        return jdbc.sql("""
                select count(*) filter (where e.date_precision <> 'unknown' and e.date_precision not in (:fitting)) as coarser,
                    count(*) filter (where e.date_precision = 'unknown') as undated
                from event e where\s""" + where.sql())
                .params(where.parameters())
                .param("fitting", FITTING.get(unit))
                .query((row, number) -> new Histogram(
                        unit,
                        bins.isEmpty() ? null : bins.getFirst().start(),
                        bins,
                        row.getInt("coarser"),
                        row.getInt("undated")))
                .single();
    }
}
