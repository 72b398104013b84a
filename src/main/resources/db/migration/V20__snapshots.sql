-- Views as they were at a moment, and the files that were made of them.
create table snapshot (
    id               bigint generated always as identity primary key,
    code             text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    title            text not null check (length(title) between 1 and 500),
    note             text not null check (length(note) <= 2000),
    classification   text not null check (length(classification) <= 120),
    language         text not null check (language in ('ar', 'fr', 'en')),
    paper            text not null,
    query            text not null,                -- the filter as in an address, its days as they were
    asked            text not null,                -- all that was asked for, as JSON, so that it can be asked for again
    view_name        text,                         -- the saved view that it is of
    total            bigint not null,
    undated          bigint not null,
    nowhere          bigint not null,
    certain          bigint,                       -- null: the filter has no corridor and no area
    possible         bigint,
    aggregated       boolean not null,             -- counts were drawn in place of events
    withheld         text[] not null,              -- data sets left out, because their licence forbids to pass them on
    withheld_events  bigint not null,
    gazetteer        text not null,
    software         text not null,
    frozen_at        timestamptz not null,
    frozen_state     text not null,                -- pg_current_snapshot(): which transactions it saw
    issued_by        text not null,                -- no reference: it outlives the account
    refreshes        bigint references snapshot,   -- the edition before
    seal             text not null,                -- SHA-256 of the manifest's content
    manifest_sha256  text not null unique,
    events           bytea not null,               -- ids and versions, gzip; see EventVersions
    sheet            bytea not null,               -- the frozen sheet, gzip; see SheetJson
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index snapshot_frozen on snapshot (frozen_at desc);
create index snapshot_refreshes on snapshot (refreshes);

-- Which events a snapshot holds, where they are not too many to be listed; of others the column events knows.
create table snapshot_event (
    snapshot_id bigint not null references snapshot on delete cascade,
    event_id    bigint not null,                   -- no reference: the event may be gone
    primary key (snapshot_id, event_id)
);
create index snapshot_event_event on snapshot_event (event_id);

-- The files, in the directory snapshots/CODE of Marsad's data.
create table snapshot_file (
    snapshot_id bigint not null references snapshot on delete cascade,
    name        text   not null,
    bytes       bigint not null,
    sha256      text   not null,
    sealed      boolean not null,                  -- in the manifest; others were made later of the same sheet
    made_at     timestamptz not null default now(),
    primary key (snapshot_id, name)
);
create index snapshot_file_sha256 on snapshot_file (sha256);

-- Several as one file.
create table snapshot_pack (
    id        bigint generated always as identity primary key,
    title     text   not null check (length(title) between 1 and 500),
    name      text   not null,
    bytes     bigint not null,
    sha256    text   not null unique,
    codes     text[] not null,
    made_by   text   not null,
    made_at   timestamptz not null default now()
);

-- A saved view as a snapshot, by itself.
create table snapshot_schedule (
    id         bigint generated always as identity primary key,
    account    text not null references account on delete cascade,
    view_id    bigint not null references saved_view on delete cascade,
    asked      text not null,                      -- as in snapshot, without the filter
    last_days  int check (last_days between 1 and 3660), -- the days up to the run's; null: those of the view
    at         time not null,
    zone       text not null,
    directory  text,                               -- where copies of the files go, or null
    enabled    boolean not null default true,
    next_at    timestamptz not null,
    attempts   int not null default 0,             -- failed ones of the run that is due
    created_at timestamptz not null default now()
);
create index snapshot_schedule_next on snapshot_schedule (next_at) where enabled;

create table snapshot_run (
    id          bigint generated always as identity primary key,
    schedule_id bigint not null references snapshot_schedule on delete cascade,
    due_at      timestamptz not null,
    at          timestamptz not null default now(),
    attempt     int  not null,
    code        text,                              -- of the snapshot; null: it failed
    message     text,                              -- why it failed
    check ((code is null) = (message is not null))
);
create index snapshot_run_schedule on snapshot_run (schedule_id, at desc);
