package org.marsad.mapview;

/** SQL expressions for names in the language of the parameter {@code :language}; the stored Latin name where none is. */
public final class Names {
    private Names() {}

    public static String actor(String alias) {
        return "coalesce(nullif(case :language when 'ar' then %1$s.name_ar when 'fr' then %1$s.name_fr end, ''), %1$s.name)"
                .formatted(alias);
    }

    /** The name of the first administrative division that a place lies in, where it is a place itself. */
    public static String admin1(String alias) {
        return """
                coalesce((select %2$s from place division where division.level = 'admin1'
                    and division.country = %1$s.country and division.admin1 = %1$s.admin1 limit 1), %1$s.admin1)""".formatted(alias, place("division"));
    }

    public static String place(String alias) {
        return """
                coalesce((select n.name from place_name n where n.place_id = %1$s.id and n.language = :language
                    and n.kind in ('official', 'exonym', 'variant')
                    order by array_position(array['official', 'exonym', 'variant'], n.kind), n.ctid limit 1), %1$s.name)""".formatted(alias);
    }
}
