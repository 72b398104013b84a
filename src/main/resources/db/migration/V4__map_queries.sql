-- What the map's filters need of the database itself.

-- Text as it is compared: lower case, without marks (Arabic vowel signs and hamzas, Latin accents, tatweel), alif
-- maqsura as ya, ta marbuta as ha. Both sides of every comparison go through it.
create function marsad_fold(t text) returns text immutable strict parallel safe language sql as $$
    select translate(regexp_replace(normalize(lower(t), NFKD), '[\u0300-\u036f\u064b-\u065f\u0670\u0640]', '', 'g'),
        'ىةٱ’‘', 'يها''''')
$$;

-- The radius in km of the area that an event may have happened in, from its UCDP where_prec: 2 is by definition 25 km;
-- 3 and 4 are the usual radius of a second and a first administrative division in the Sahel (a cercle of Mali has some
-- 20,000 km2 at most, a region some 120,000 km2); 5 is a fuzzy area, 7 a stretch of sea or air. A border event is its line.
create function marsad_area_km(where_precision int, border_id text) returns double precision
    immutable parallel safe language sql as $$
    select case when border_id is not null then 0
        else case where_precision when 1 then 0 when 2 then 25 when 3 then 60 when 4 then 180 when 5 then 250
            when 6 then 500 else 300 end end::double precision
$$;
