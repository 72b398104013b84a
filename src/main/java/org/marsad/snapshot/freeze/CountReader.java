package org.marsad.snapshot.freeze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Countries;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilters;
import org.marsad.mapview.Names;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.Where;
import org.marsad.snapshot.sheet.Where.LonLat;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in place of events, where these are too many to be drawn one by one. */
final class CountReader {
    /** Cells from one side of the map to the other. */
    private static final int ACROSS = 48;

    private static final int MOST_AREAS = 150;
    /** Degrees of a small cell. */
    private static final double FINE = 0.1;

    private static final double LEAST = 1e-3;

    private final JdbcClient jdbc;

    CountReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fine of {@link #fineCells}, where they were read already
     */
    Shown.Counted read(EventFilter filter, Extent extent, @Nullable List<Shown.Cell> fine, Language language) {
        double degrees = Math.max(extent.widthDegrees(), extent.heightDegrees()) / ACROSS;
        // A millionth less: what is to be of the size of the fine ones is.
        var cells = fine == null || degrees < FINE - 1e-6
                ? cells(filter, Math.max(degrees, LEAST))
                : gathered(fine, degrees);
        return new Shown.Counted(cells, areas(filter, language));
    }

    /** Small ones of all the world, to find out where the events are, and to be gathered into larger ones. */
    List<Shown.Cell> fineCells(EventFilter filter) {
        return cells(filter, FINE);
    }

    private static List<Shown.Cell> gathered(List<Shown.Cell> fine, double degrees) {
        record Key(long x, long y) {}
        var byCell =
                new TreeMap<Key, Shown.Cell>(Comparator.comparingLong(Key::x).thenComparingLong(Key::y));
        for (var cell : fine) {
            byCell.merge(
                    new Key((long) Math.floor(cell.lon() / degrees), (long) Math.floor(cell.lat() / degrees)),
                    cell,
                    CountReader::together);
        }
        return List.copyOf(byCell.values());
    }

    private static Shown.Cell together(Shown.Cell one, Shown.Cell other) {
        long count = one.count() + other.count();
        return new Shown.Cell(
                (one.lon() * one.count() + other.lon() * other.count()) / count,
                (one.lat() * one.count() + other.lat() * other.count()) / count,
                count,
                one.violent() + other.violent());
    }

    /** Known to 25 km or better; of all the world, since the map shows a little more than its extent. */
    private List<Shown.Cell> cells(EventFilter filter, double degrees) {
        var where = EventFilters.where(filter);
        // Of a point GEOS need not be asked for the middle: there may be millions.
        return jdbc.sql("""
                select avg(x.lon) as lon, avg(x.lat) as lat, count(*) as n, count(*) filter (where x.violent) as violent
                from (select ST_X(p.point) as lon, ST_Y(p.point) as lat, e.plover = 'ASSAULT' as violent
                    from event e cross join lateral (select case when GeometryType(e.geom) = 'POINT' then e.geom
                        else ST_Centroid(e.geom) end as point) p
                    where e.where_precision <= 2 and e.geom is not null and e.border_id is null and\s""" + where.sql() + """
                    ) x
                group by floor(x.lon / :degrees), floor(x.lat / :degrees) order by 1, 2""")
                .params(where.parameters())
                .param("degrees", degrees)
                .query((row, _) -> new Shown.Cell(
                        row.getDouble("lon"), row.getDouble("lat"), row.getLong("n"), row.getLong("violent")))
                .list();
    }

    private List<Shown.AreaCount> areas(EventFilter filter, Language language) {
        var where = EventFilters.where(filter);
        var result = new ArrayList<Shown.AreaCount>();
        jdbc.sql("""
                select x.border_id, x.where_precision, x.place_id, x.n, x.violent, p.country, ST_X(p.point) as lon,
                    ST_Y(p.point) as lat, marsad_area_km(x.one, x.where_precision, x.border_id) as km,\s""" + Names.place("p") + """
                     as shown
                from (select e.border_id, e.where_precision, (select min(ep.place_id) from event_place ep
                        where ep.event_id = e.id and e.border_id is null) as place_id,
                        count(*) as n, count(*) filter (where e.plover = 'ASSAULT') as violent, min(e.id) as one
                    from event e where e.geom is not null and (e.where_precision > 2 or e.border_id is not null) and\s""" + where.sql() + """

                    group by 1, 2, 3 order by n desc limit\s""" + MOST_AREAS + """
                    ) x left join place p on p.id = x.place_id order by x.n desc""")
                .params(where.parameters())
                .param("language", language.tag())
                .query(row -> {
                    var border = row.getString("border_id");
                    var found = border != null
                            ? border(border, language)
                            : row.getString("shown") == null
                                    ? new Where.Nowhere()
                                    : area(
                                            row.getString("shown"),
                                            row.getInt("where_precision") == 6
                                                    ? List.of(row.getString("country"))
                                                    : List.of(),
                                            new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                                            row.getDouble("km"),
                                            language);
                    result.add(new Shown.AreaCount(found, row.getLong("n"), row.getLong("violent")));
                });
        return merged(result);
    }

    /** Areas that are drawn alike, as one. */
    private static List<Shown.AreaCount> merged(List<Shown.AreaCount> counts) {
        Map<Object, Shown.AreaCount> byArea = new HashMap<>();
        for (var count : counts) {
            Object key = switch (count.where()) {
                case Where.InArea area -> area.name();
                case Where.AlongBorder line -> line.border();
                case Where other -> other;
            };
            byArea.merge(
                    key,
                    count,
                    (one, two) ->
                            new Shown.AreaCount(one.where(), one.count() + two.count(), one.violent() + two.violent()));
        }
        return byArea.values().stream()
                .filter(count -> !(count.where() instanceof Where.Nowhere))
                .sorted((one, two) -> Long.compare(two.count(), one.count()))
                .toList();
    }

    static Where border(String id, Language language) {
        var border = BorderId.parse(id);
        return Borders.builtIn()
                .find(border)
                .<Where>map(found -> new Where.AlongBorder(id, BorderNames.name(border, language), found.line()))
                .orElseGet(Where.Nowhere::new);
    }

    /**
     * Somewhere in a country whose outline is known, else around a point.
     *
     * @param countries empty where the area is no country
     */
    static Where area(String name, List<String> countries, LonLat middle, double km, Language language) {
        if (countries.size() == 1) {
            var outline = Countries.builtIn().findArea(countries.getFirst());
            if (outline.isPresent()) {
                return new Where.InArea(BorderNames.country(countries.getFirst(), language), outline.get());
            }
        }
        return new Where.Around(name, middle, km);
    }
}
