-- The gazetteer as it is edited: what the sources have, and upon it what admins changed, version by version.

-- One row: how many changesets there are. Whoever codes must do so with the gazetteer of this version.
create table gazetteer_edition (
    one     boolean primary key default true check (one),
    version bigint  not null
);
insert into gazetteer_edition (version) values (0);

-- A changeset: an edit that was applied, or taken back.
create table gazetteer_change (
    version   bigint      primary key,             -- the gazetteer's from then on
    kind      text        not null,
    edit      jsonb,                               -- what was asked; null for an undo
    places    text[]      not null,
    source    text,
    note      text,
    made_by   text        not null,
    made_at   timestamptz not null default now(),
    undoes    bigint references gazetteer_change,
    undone_by bigint references gazetteer_change,
    effect    jsonb       not null                 -- what it did to mentions and events, as it was rehearsed
);
create index gazetteer_change_places on gazetteer_change using gin (places);

-- Which event each report was in that a changeset put elsewhere, or took away: so that an undo gives events their ids back.
create table gazetteer_change_report (
    version    bigint not null references gazetteer_change on delete cascade,
    report     text   not null,                    -- the article's text and the report's id in it
    event_id   bigint not null,
    created_at timestamptz not null,               -- of the event
    primary key (version, report)
);

-- A place at each version that changed it, whole; version 0 is as the sources had it when it was first edited, and a place
-- that only was made by hand has none.
create table place_version (
    place_id    text   not null,                   -- no reference: the place may be gone
    version     bigint not null,
    name        text   not null,
    level       text   not null,
    feature     text   not null,
    country     text,
    admin1      text,
    lon         double precision not null,
    lat         double precision not null,
    population  bigint not null,
    retired     boolean not null default false,    -- no name means it any more
    merged_into text,
    gone        boolean not null default false,    -- its making was taken back
    primary key (place_id, version)
);

create table place_version_name (
    place_id  text   not null,
    version   bigint not null,
    ordinal   int    not null,
    name      text   not null,
    folded    text   not null,                     -- as text.Folding does it
    language  text,                                -- BCP 47
    script    text   not null,                     -- ISO 15924
    kind      text   not null check (kind in ('official', 'variant', 'exonym', 'former', 'generated', 'demonym')),
    from_year int,
    to_year   int,
    source    text,
    note      text,
    primary key (place_id, version, ordinal),
    foreign key (place_id, version) references place_version on delete cascade
);

-- What a surface form means, by hand. Kept by the text, so that it outlives coding anew and taking the article in again; one
-- row for each version that changed it.
create table mention_decision (
    surface   text    not null,                    -- folded, words parted by single blanks, without particles
    scope     text    not null check (scope in ('all', 'source', 'mention')),
    source    text    not null default '',         -- of the articles, for scope source
    text_hash text    not null default '',         -- of the article, hexadecimal, for scope mention
    begin_cp  int     not null default -1,         -- from the article's beginning, for scope mention
    version   bigint  not null,
    place_id  text,                                -- null: no place
    withdrawn boolean not null default false,
    primary key (surface, scope, source, text_hash, begin_cp, version)
);

-- What an article has looked at in the gazetteer, hashed: see geocode.Footprint. An edit concerns the articles whose marks hold
-- those of the names that it changes; and those without a row, or of another stamp, until they are coded anew.
create table article_marks (
    article_id bigint primary key references article on delete cascade,
    stamp      text   not null,                    -- of the gazetteer's sources and the program, for the marks
    coded      text   not null default '',         -- the same, for what is stored of the article
    marks      int[]  not null
);
alter table article_marks alter column marks set storage external;
create index article_marks_all on article_marks using gin (marks);
create index article_marks_stamp on article_marks (stamp);

-- What came with a document besides its text, so that it can be split into articles again as it was.
alter table document
    add column given_title     text,
    add column given_published date,
    add column given_known     boolean not null default false;

-- The mention's form: folded, without particles. Doubtful ones are looked for by it.
alter table mention add column surface text not null default '';
update mention m set surface = marsad_fold(substring(d.text from m.begin_cp + 1 for m.end_cp - m.begin_cp))
    from article a join document d on d.id = a.document_id where a.id = m.article_id;
create index mention_doubtful on mention (surface)
    where kind in ('literal', 'metonym') and (place_id is null or confidence < 0.6);

-- Whoever codes listens for another version.
create function marsad_gazetteer_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('marsad_gazetteer', new.version::text);
    return null;
end $$;
create trigger gazetteer_notify after update on gazetteer_edition for each row execute function marsad_gazetteer_notify();
