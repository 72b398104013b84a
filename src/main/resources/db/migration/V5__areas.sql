-- Folding that does not depend on the database's locale: marks go first, so that what lower() sees of French is ASCII.
create or replace function marsad_fold(t text) returns text immutable strict parallel safe language sql as $$
    select translate(lower(regexp_replace(normalize(t, NFKD), '[\u0300-\u036f\u064b-\u065f\u0670\u0640]', '', 'g')),
        'ىةٱ’‘', 'يها''''')
$$;

-- How large the divisions of a country are: the radius in km of a circle of the mean area of its first and second
-- administrative divisions (land area divided by their number, as of 2024; admin2 null where we have no number).
create table division_size (
    country   text primary key,
    admin1_km double precision not null,
    admin2_km double precision
);
insert into division_size values
    ('ML', 189, 90), ('SN', 67, 37), ('MR', 148, 72), ('BF', 82, 44), ('NE', 225, 80), ('GN', 99, 49), ('CI', 86, 58),
    ('DZ', 114, 22), ('TD', 133, 57), ('NG', 89, 19), ('BJ', 55, 22), ('TG', 60, 22), ('GH', 69, 17), ('GM', 24, null),
    ('GW', 36, 17), ('MA', 109, 44), ('EH', 170, null), ('LY', 160, null), ('TN', 46, 14), ('EG', 109, null),
    ('SD', 181, 58), ('CM', 123, 51), ('CF', 101, 53), ('LR', 48, null), ('SL', 68, 38), ('KW', 31, null),
    ('IQ', 86, 34), ('SA', 229, 71), ('SY', 65, 31);

drop function marsad_area_km(int, text);

-- The radius in km of the area that an event may have happened in, from its UCDP where_prec: 2 is by definition 25 km;
-- 3 and 4 are divisions as large as those of the country; 5 is a fuzzy area, 6 a country whose outline is not to be had,
-- 7 a stretch of sea or air. A border event is its line.
create function marsad_area_km(event bigint, where_precision int, border text) returns double precision
    stable parallel safe language sql as $$
    select case when border is not null then 0
        else case where_precision when 1 then 0 when 2 then 25
            when 3 then coalesce((select max(d.admin2_km) from event_place ep join place p on p.id = ep.place_id
                join division_size d on d.country = p.country where ep.event_id = event), 50)
            when 4 then coalesce((select max(d.admin1_km) from event_place ep join place p on p.id = ep.place_id
                join division_size d on d.country = p.country where ep.event_id = event), 110)
            when 5 then 250 when 6 then 500 else 300 end end::double precision
$$;

-- The towns that a small-scale map names, found without going through 200,000 villages.
create index place_town on place using gist (point) where level = 'settlement' and population >= 100000;
