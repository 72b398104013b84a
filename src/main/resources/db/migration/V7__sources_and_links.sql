-- Events of other data sets beside those coded from articles, what may be passed on, and links decided by hand.

-- The data sets that events are imported from. Rows of a restricted one are for the staff here: they are left out of
-- exports and of what programs are served, but for accounts that hold a licence of their own.
create table event_source (
    id      text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name    text not null,
    licence text not null check (licence in ('open', 'restricted')),
    terms   text not null,
    url     text not null
);
insert into event_source values
    ('acled', 'ACLED', 'restricted', 'ACLED terms of use: attribution, and no passing on of the rows', 'https://acleddata.com'),
    ('ucdp', 'UCDP GED', 'open', 'CC BY 4.0', 'https://ucdp.uu.se'),
    ('gdelt', 'GDELT 2.0', 'open', 'Free for any use with attribution', 'https://www.gdeltproject.org');

create table account_licence (
    account text not null references account on delete cascade,
    source  text not null references event_source,
    primary key (account, source)
);

-- Null for an incident coded from articles.
alter table event add column source text references event_source;
create index event_of_source on event (source) where source is not null;

-- A row of a data set as it came. Its event is what the map shows of it; a row that a newer edition no longer has is
-- withdrawn: its event is taken away, the row stays, and should it come back so does its event, by the same id.
create table imported_event (
    source       text        not null references event_source,
    source_id    text        not null,
    event_id     bigint      not null unique,
    digest       bigint      not null,             -- of fields; a row with the same one has not changed
    stamp        bigint,                           -- the source's own time of revision; an older row changes nothing
    date_code    int,                              -- the source's precision of the date: time_precision, date_prec
    place_code   int,                              -- the source's precision of the place: geo_precision, where_prec, Geo_Type
    notes        text,
    fields       text[]      not null,             -- all columns, in the order of the source's newest format
    job_id       bigint references import_job on delete set null,
    imported_at  timestamptz not null default now(),
    withdrawn_at timestamptz,
    primary key (source, source_id)
);

-- A job over rows of a data set counts rows: read = added + changed + unchanged + quarantined.
alter table import_job
    add column source    text references event_source,
    add column edition   text,                     -- a whole edition: what it lacks is withdrawn
    add column rows_read bigint not null default 0,
    add column added     bigint not null default 0,
    add column changed   bigint not null default 0,
    add column unchanged bigint not null default 0,
    add column withdrawn bigint not null default 0;

-- What linking looks at in a report, beside its JSON; reports reachable from each other by links share a chain.
alter table report
    add column chain bigint not null default 0,
    add column family text not null default '',
    add column start_date date,
    add column end_date date,
    add column published date,
    add column countries text[] not null default '{}',
    add column place_ids text[] not null default '{}',
    add column border_id text,
    add column geom geometry(Point, 4326);
create index report_chain on report (chain);
create index report_family_start on report (family, start_date, end_date);

-- Links made and undone by hand, between reports known by their article's text and what was read in it, so that they
-- outlive taking the articles in again and coding them anew.
create table link_decision (
    a_text     bytea       not null,
    a_coded_id text        not null,
    a_begin    int         not null,               -- the first evidence, from the beginning of the article
    a_end      int         not null,
    b_text     bytea       not null,
    b_coded_id text        not null,
    b_begin    int         not null,
    b_end      int         not null,
    together   boolean     not null,
    decided_by text        not null,
    decided_at timestamptz not null default now(),
    primary key (a_text, a_coded_id, b_text, b_coded_id),
    check ((a_text, a_coded_id) < (b_text, b_coded_id))
);
create index link_decision_b on link_decision (b_text);
