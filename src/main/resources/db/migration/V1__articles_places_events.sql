-- Articles, mentions, places, actors, borders and events.
-- Geometries are WGS 84 (4326), x = degrees east. Text offsets count Unicode code points from the document's
-- start, half-open, so that substring(text from begin_cp + 1 for end_cp - begin_cp) is the text at a span.
create extension if not exists postgis;

create table import_job (
    id           bigint generated always as identity primary key,
    origin       text        not null,             -- what was asked: paths, upload name
    requested_by text        not null,
    state        text        not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    total        int,                              -- items known so far; null while counting
    ingested     int         not null default 0,   -- documents stored
    duplicates   int         not null default 0,   -- documents or articles already stored
    quarantined  int         not null default 0,   -- items refused, one row each in quarantine
    created_at   timestamptz not null default now(),
    started_at   timestamptz,
    finished_at  timestamptz,
    message      text
);

-- The items of a job, so that a killed job goes on where it stopped.
create table import_item (
    job_id  bigint not null references import_job on delete cascade,
    ordinal int    not null,
    source  text   not null,                       -- a file's path; read lazily
    state   text   not null default 'pending' check (state in ('pending', 'done')),
    line    bigint not null default 0,             -- of a JSON Lines file: lines that are safely stored
    primary key (job_id, ordinal)
);

create table quarantine (
    id        bigint generated always as identity primary key,
    job_id    bigint      not null references import_job on delete cascade,
    source    text        not null,
    line      bigint,                              -- 1-based, where the item has lines
    reason    text        not null,
    excerpt   text,                                -- the first characters of what was refused
    at        timestamptz not null default now()
);
create index quarantine_job on quarantine (job_id);

create table document (
    id          bigint generated always as identity primary key,
    name        text        not null,
    sha256      bytea       not null unique,       -- of the text as read; the exact-duplicate key
    text        text        not null,
    received_at timestamptz not null default now(),
    job_id      bigint references import_job on delete set null
);

create table article (
    id            bigint generated always as identity primary key,
    document_id   bigint   not null references document on delete cascade,
    ordinal       int      not null,
    title         text     not null,
    language      text     not null check (language in ('ar', 'fr', 'en')),
    published     date,
    begin_cp      int      not null,
    end_cp        int      not null,
    body          int4multirange not null,         -- the stretches without page furniture
    text_hash     bytea    not null,               -- of the folded body; exact duplicates under other furniture
    signature     bigint[] not null,               -- MinHash bands of the folded body; near duplicates
    duplicate_of  bigint references article on delete set null,
    unique (document_id, ordinal)
);
create index article_text_hash on article (text_hash);
create index article_signature on article using gin (signature);

create table place (
    id         text primary key,
    name       text not null,
    country    text,
    admin1     text,
    level      text not null check (level in ('settlement', 'admin1', 'admin2', 'country', 'region', 'feature')),
    feature    text not null,
    point      geometry(Point, 4326) not null,
    population bigint not null default 0
);
create index place_point on place using gist (point);

create table place_name (
    place_id text not null references place on delete cascade,
    name     text not null,
    folded   text not null,
    language text,
    kind     text not null check (kind in ('official', 'variant', 'exonym', 'former', 'generated', 'demonym'))
);
create index place_name_place on place_name (place_id);
create index place_name_folded on place_name (folded text_pattern_ops);

create table actor (
    id      text primary key,
    name    text not null,
    name_ar text not null,
    name_fr text not null,
    kind    text not null,
    inter   int  not null,
    sector  text not null,
    country text,
    parent  text
);

create table border (
    id        text primary key,                    -- ML-SN: ISO 3166-1 alpha-2 in alphabetical order
    a         text not null,
    b         text not null,
    line      geometry(MultiLineString, 4326) not null,
    disputed  boolean not null,
    length_km double precision not null
);
create index border_line on border using gist (line);

create table mention (
    id           bigint generated always as identity primary key,
    article_id   bigint not null references article on delete cascade,
    begin_cp     int    not null,
    end_cp       int    not null,
    kind         text   not null check (kind in ('literal', 'metonym', 'demonym', 'nested')),
    place_id     text references place,
    confidence   real   not null,
    because      text[] not null,
    alternatives jsonb  not null default '[]'
);
create index mention_article on mention (article_id);
create index mention_place on mention (place_id);

create table actor_mention (
    article_id bigint not null references article on delete cascade,
    begin_cp   int    not null,
    end_cp     int    not null,
    actor_id   text   not null references actor
);
create index actor_mention_article on actor_mention (article_id);

-- An incident: what the map shows. Its attributes are merged from its reports.
create table event (
    id              bigint generated always as identity primary key,
    plover          text not null,
    mode            text,
    acled           text not null,
    acled_sub       text not null,
    ucdp_violence   int,
    start_date      date,
    end_date        date,
    date_precision  text not null check (date_precision in ('day', 'week', 'month', 'year', 'unknown')),
    where_precision int  not null check (where_precision between 1 and 7),
    geom            geometry(Geometry, 4326),      -- Point, MultiPoint, LineString or MultiLineString; null = place unknown
    border_id       text references border,
    fatalities_low  int,
    fatalities_best int,
    fatalities_high int,
    confidence      real not null,
    revised_at      timestamptz not null default now(),
    check ((start_date is null) = (date_precision = 'unknown') and (start_date is null) = (end_date is null)),
    check (end_date >= start_date)
);
create index event_geom on event using gist (geom);
create index event_start on event (start_date);

create table event_actor (
    event_id bigint not null references event on delete cascade,
    actor_id text   not null references actor,
    role     text   not null check (role in ('perpetrator', 'target', 'participant', 'claimant', 'mediator')),
    primary key (event_id, actor_id, role)
);
create index event_actor_actor on event_actor (actor_id);

create table event_place (
    event_id bigint not null references event on delete cascade,
    place_id text   not null references place,
    primary key (event_id, place_id)
);
create index event_place_place on event_place (place_id);

-- One article's report of an event: as the coder read it, before merging.
create table report (
    id         bigint generated always as identity primary key,
    event_id   bigint not null references event on delete cascade,
    article_id bigint not null references article on delete cascade,
    coded_id   text   not null,                    -- the event's id in the coder's JSON
    coded      jsonb  not null,                    -- the event object of the coder's JSON
    unique (article_id, coded_id)
);
create index report_event on report (event_id);

create table evidence (
    report_id bigint not null references report on delete cascade,
    begin_cp  int    not null,
    end_cp    int    not null
);
create index evidence_report on evidence (report_id);

-- The distance of each event to each border within 200 km.
create table event_border (
    event_id bigint not null references event on delete cascade,
    border_id text  not null references border,
    km        double precision not null,           -- geodesic, 0 for an event along the border itself
    km_along  double precision not null,           -- of the nearest point, from the start of the border's line
    side      text not null,                       -- country the event is in; '' for neither
    primary key (event_id, border_id)
);
create index event_border_km on event_border (border_id, km);
