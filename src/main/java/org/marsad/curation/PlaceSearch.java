package org.marsad.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places of the gazetteer by the beginning of a name, in any script. */
@Service
@Transactional(readOnly = true)
public class PlaceSearch {
    /** Names that are looked at; two letters begin some ten thousand. */
    private static final int MOST_CANDIDATES = 30_000;

    private final JdbcClient jdbc;

    public PlaceSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param matched the name that was found
     * @param country ISO 3166-1 alpha-2, or null
     */
    public record Found(
            String id,
            String name,
            String matched,
            @Nullable String country,
            @Nullable String admin1,
            String level) {}

    /**
     * Places with a name that begins so, spelling folded; those of exactly that name first, then those that are shown under such a
     * name, then the more populous: "Kay" is Kayes rather than Cairo, which somebody spells Kayro.
     *
     * @return nothing for fewer than two letters
     */
    public List<Found> find(String text, int limit) {
        var key = Folding.key(text.strip());
        if (key.length() < 2) {
            return List.of();
        }
        return jdbc.sql("""
                        select p.id, p.name,
                            (array_agg(n.name order by n.folded <> :key, n.name <> p.name, length(n.folded)))[1] as matched,
                            p.country, p.admin1, p.level
                        from (select place_id, name, folded from place_name
                                where folded like :prefix limit :candidates) n
                            join place p on p.id = n.place_id
                        group by p.id
                        order by bool_or(n.folded = :key) desc, bool_or(n.name = p.name) desc, p.population desc, p.name, p.id
                        limit :limit""")
                .param("key", key)
                .param("prefix", key.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("candidates", MOST_CANDIDATES)
                .param("limit", limit)
                .query(Found.class)
                .list();
    }
}
