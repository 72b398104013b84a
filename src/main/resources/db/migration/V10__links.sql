-- What linking asks of reports, by index: when, where (all towns of a report, not only one).
alter table report
    alter column geom type geometry(Geometry, 4326),
    add column span daterange generated always as
        (case when start_date is null then null else daterange(start_date, end_date, '[]') end) stored;
drop index report_family_start;
create index report_span on report using gist (span);
create index report_undated on report (published) where start_date is null;

-- Pairs of reports that are taken for one incident, whether they ended up in one or not.
create table report_link (
    a          bigint not null references report on delete cascade,
    b          bigint not null references report on delete cascade,
    confidence double precision not null,
    primary key (a, b),
    check (a < b)
);
create index report_link_b on report_link (b);
