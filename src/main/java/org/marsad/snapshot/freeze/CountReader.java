package org.marsad.snapshot.freeze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final JdbcClient jdbc;

    CountReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Shown.Counted read(EventFilter filter, Extent extent, Language language) {
        return new Shown.Counted(cells(filter, extent), areas(filter, language));
    }

    /** Known to 25 km or better; of all the world, since the map shows a little more than its extent. */
    List<Shown.Cell> cells(EventFilter filter, Extent extent) {
        var where = EventFilters.where(filter);
        double degrees = Math.max(extent.widthDegrees(), extent.heightDegrees()) / ACROSS;
        return jdbc.sql("""
                select avg(x.lon) as lon, avg(x.lat) as lat, count(*) as n, count(*) filter (where x.violent) as violent
                from (select ST_X(p.point) as lon, ST_Y(p.point) as lat, e.plover = 'ASSAULT' as violent
                    from event e cross join lateral (select ST_Centroid(e.geom) as point) p
                    where e.where_precision <= 2 and e.geom is not null and e.border_id is null and\s""" + where.sql() + """
                    ) x
                group by floor(x.lon / :degrees), floor(x.lat / :degrees) order by 1, 2""")
                .params(where.parameters())
                .param("degrees", Math.max(degrees, 1e-3))
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
