package org.marsad.mapview;

import java.util.List;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The towns that a map names under its events. */
@Service
@Transactional(readOnly = true)
public class TownLabels {
    private static final double WIDE_DEGREES = 12;

    private final JdbcClient jdbc;

    public TownLabels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rank 0 for a capital, 1 for the seat of a first administrative division, 2 for the rest
     */
    public record Town(String id, String name, double lon, double lat, long population, int rank) {}

    /**
     * The most important towns of a box: capitals, then by population.
     *
     * @param box west, south, east, north in degrees; of a box wider than 12 degrees, only towns of 100,000 and more
     */
    public List<Town> list(double[] box, int limit, Language language) {
        boolean wide = box[2] - box[0] > WIDE_DEGREES;
        return jdbc.sql("""
                select p.id, ST_X(p.point) as lon, ST_Y(p.point) as lat, p.population,
                    case p.feature when 'PPLC' then 0 when 'PPLA' then 1 else 2 end as rank,\s""" + Names.place("p") + """
                     as shown
                from place p
                where p.level = 'settlement' \s""" + (wide ? "and p.population >= 100000" : "") + """
                 and p.point && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
                order by p.feature <> 'PPLC', p.population * case p.feature when 'PPLA' then 4 else 1 end desc, p.id
                limit :limit""")
                .param("west", box[0])
                .param("south", box[1])
                .param("east", box[2])
                .param("north", box[3])
                .param("limit", limit)
                .param("language", language.tag())
                .query((row, number) -> new Town(
                        row.getString("id"),
                        row.getString("shown"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getLong("population"),
                        row.getInt("rank")))
                .list();
    }
}
