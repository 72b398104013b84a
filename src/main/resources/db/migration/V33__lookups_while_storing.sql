-- Reports of towns alone are linked with others of towns only near them: where and when are looked up together, so that what
-- happened elsewhere on the same days costs nothing. Those of anything else are still looked up by their days.
alter table report
    add column towns_only boolean not null generated always as
        (border_id is null and cardinality(place_ids) > 0 and geom is not null
            and ST_NumGeometries(geom) = cardinality(place_ids)) stored;
create index report_town_span on report using gist (geom, span) where towns_only;
create index report_else_span on report using gist (span) where not towns_only;

-- Copies of an article are looked for with each that comes. What waits in a list to be indexed would be read through each time.
alter index article_signature set (fastupdate = off);
select gin_clean_pending_list('article_signature');
