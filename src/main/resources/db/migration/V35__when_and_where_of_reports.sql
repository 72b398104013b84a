-- What could be of the same incident as a report is of its kind, in its country (or near it) and of its days: the three are
-- looked up at once, so that what other countries saw in the same weeks costs nothing. A report is a box: days along x, its
-- kind and country along y. One of several countries covers those between too, and one of nowhere covers all of its kind.

-- Kind by kind, 1000 apart, with their countries between; reports without a date by the day they were told, far above.
create function marsad_band(family text, undated boolean, country text) returns float8
    language sql immutable parallel safe as $$
    select 1000.0 * coalesce(array_position(array['VIOLENCE', 'PRESSURE', 'MEETING', 'COOPERATION', 'STATEMENT', 'WITHDRAWAL',
            'PROTEST', 'AID', 'MOBILISATION'], family), 0)
        + case when undated then 100000 else 0 end
        + 26 * (ascii(substr(country, 1, 1)) % 32) + ascii(substr(country, 2, 1)) % 32
$$;

-- Null for what has no days. The first and last country are those of the sorted list, null where there is none.
create function marsad_cell(
    family text, undated boolean, first_country text, last_country text, first_day date, last_day date) returns box
    language sql immutable parallel safe as $$
    select box(
        point(first_day - date '2000-01-01', marsad_band(family, undated, coalesce(first_country, ''))),
        point(last_day - date '2000-01-01', marsad_band(family, undated, coalesce(last_country, ''))
            + case when last_country is null then 999 else 0 end))
$$;

alter table report
    add column cell box generated always as
        (marsad_cell(family, start_date is null, countries[1], countries[cardinality(countries)],
            coalesce(start_date, published), case when start_date is null then published else end_date end)) stored;
create index report_cell on report using gist (cell);
create index report_near on report using gist (geom, cell);
drop index report_town_span;
drop index report_else_span;
drop index report_span;
drop index report_undated;
