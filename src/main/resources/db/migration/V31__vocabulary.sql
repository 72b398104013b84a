-- Actors and the words that name events, as they are edited: upon the tables that come with Marsad, version by version, in
-- the history of the gazetteer.

-- An actor at each version that changed it, whole; version 0 is as the tables had it when it was first edited, and an actor
-- that only was made by hand has none.
create table actor_version (
    actor_id    text    not null,                  -- no reference: the actor may be gone
    version     bigint  not null,
    name        text    not null,
    name_ar     text    not null,
    name_fr     text    not null,
    kind        text    not null,
    inter       int     not null check (inter between 1 and 8),
    sector      text    not null,
    country     text,
    parent      text,
    active_from text,                              -- YYYY, YYYY-MM or YYYY-MM-DD
    active_to   text,
    names_ar    text[]  not null,
    names_fr    text[]  not null,
    names_en    text[]  not null,
    retired     boolean not null default false,    -- no name means it any more
    gone        boolean not null default false,    -- its making was taken back
    primary key (actor_id, version)
);

-- Whether a word names events, from each version on that changed it.
create table trigger_version (
    language text    not null check (language in ('ar', 'fr', 'en')),
    kind     text    not null,                     -- of event-types.csv; empty for words that look like triggers and are none
    form     text    not null,
    words    text    not null,
    version  bigint  not null,
    known    boolean not null,
    primary key (language, kind, form, words, version)
);

alter table gazetteer_change
    add column actors   text[] not null default '{}',
    add column triggers text[] not null default '{}';
create index gazetteer_change_actors on gazetteer_change using gin (actors);

create index actor_mention_actor on actor_mention (actor_id);
