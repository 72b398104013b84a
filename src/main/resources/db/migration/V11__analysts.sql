-- What analysts leave behind: views by name, visits, places said to be wrong; and what became of events meanwhile.

create table saved_view (
    id         bigint generated always as identity primary key,
    account    text        not null references account on delete cascade,
    name       text        not null check (name = btrim(name) and length(name) between 1 and 80),
    query      text        not null,               -- the address's parameters: filter, order, what the map shows
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now()
);
create unique index saved_view_name on saved_view (account, lower(name));

-- A visit ends with half an hour of nothing; since is the end of the one before.
create table account_visit (
    account text primary key references account on delete cascade,
    seen_at timestamptz not null,
    since   timestamptz
);

-- What an analyst says of a place that an event was put at; decided by an admin.
create table place_report (
    id           bigint generated always as identity primary key,
    event_id     bigint      not null,             -- no reference: the report outlives the event
    place_id     text,                             -- the place that is wrong; null: the event has none and should
    place_name   text        not null,
    heading      text        not null,             -- what the event was when it was reported
    problem      text        not null check (length(problem) between 1 and 2000),
    suggested_id text,                             -- a place of the gazetteer
    suggested    text check (length(suggested) <= 200),
    state        text        not null default 'open' check (state in ('open', 'accepted', 'declined')),
    reported_by  text        not null,
    reported_at  timestamptz not null default now(),
    decided_by   text,
    decided_at   timestamptz,
    answer       text check (length(answer) <= 2000),
    check ((state = 'open') = (decided_at is null))
);
create index place_report_state on place_report (state, reported_at);
create index place_report_event on place_report (event_id);

-- When an event came in; those that are there keep the time of their last revision.
alter table event add column created_at timestamptz not null default now();
update event set created_at = revised_at;
create index event_created on event (created_at);

-- What became of an event that was there before the transaction: one row for each transaction that changed it, however
-- often it touched it. New events have none, so that taking in millions costs nothing here.
create table event_change (
    id         bigint generated always as identity primary key,
    event_id   bigint      not null,               -- no reference: the event may be gone
    txn        xid8        not null default pg_current_xact_id(),
    at         timestamptz not null default clock_timestamp(),
    kinds      text[]      not null default '{}',  -- moved, corrected, sources, merged, withdrawn
    before     jsonb       not null,
    after      jsonb,                              -- null: gone
    into_event bigint,                             -- the event that took over the reports of one that is gone
    unique (event_id, txn)
);
create index event_change_at on event_change (at);
create index event_change_txn on event_change (txn);

create function marsad_event_state(event bigint) returns jsonb stable language sql as $$
    select jsonb_build_object('created', e.created_at, 'plover', e.plover, 'acledSub', e.acled_sub, 'start', e.start_date, 'end', e.end_date,
        'datePrecision', e.date_precision, 'wherePrecision', e.where_precision, 'border', e.border_id,
        'lon', round(ST_X(ST_Centroid(e.geom))::numeric, 4), 'lat', round(ST_Y(ST_Centroid(e.geom))::numeric, 4),
        'low', e.fatalities_low, 'best', e.fatalities_best, 'high', e.fatalities_high,
        'places', (select coalesce(jsonb_agg(p.place_id order by p.place_id), '[]') from event_place p where p.event_id = e.id),
        'actors', (select coalesce(jsonb_agg(a.actor_id || ' ' || a.role order by a.actor_id, a.role), '[]')
            from event_actor a where a.event_id = e.id),
        'reports', (select coalesce(jsonb_agg(r.id order by r.id), '[]') from report r where r.event_id = e.id))
    from event e where e.id = event
$$;

-- Keeps how an event was when this transaction began, unless it is kept already or new.
create function marsad_event_remember(event bigint) returns void language plpgsql as $$
begin
    insert into event_change (event_id, before)
    select e.id, marsad_event_state(e.id) from event e
    where e.id = event and e.created_at <> now()
        and not exists (select from event_change c where c.event_id = e.id and c.txn = pg_current_xact_id());
end $$;

create function marsad_history_of_event() returns trigger language plpgsql as $$
begin
    perform marsad_event_remember(old.id);
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger history_changed before update on event for each row
    when ((old.plover, old.acled_sub, old.start_date, old.end_date, old.date_precision, old.where_precision, old.border_id,
            old.fatalities_low, old.fatalities_best, old.fatalities_high)
        is distinct from (new.plover, new.acled_sub, new.start_date, new.end_date, new.date_precision, new.where_precision,
            new.border_id, new.fatalities_low, new.fatalities_best, new.fatalities_high)
        or old.geom::bytea is distinct from new.geom::bytea)
    execute function marsad_history_of_event();
create trigger history_gone before delete on event for each row execute function marsad_history_of_event();

-- Of the parts of an event, before they go; and of its reports, before they come too.
create function marsad_history_of_part() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform marsad_event_remember(old.event_id);
    end if;
    if tg_op <> 'DELETE' then
        perform marsad_event_remember(new.event_id);
        return new;
    end if;
    return old;
end $$;
create trigger history_of_place before update or delete on event_place for each row execute function marsad_history_of_part();
create trigger history_of_actor before update or delete on event_actor for each row execute function marsad_history_of_part();
create trigger history_of_report before insert or delete on report for each row execute function marsad_history_of_part();
create trigger history_of_moved_report before update of event_id on report for each row
    when (old.event_id <> new.event_id) execute function marsad_history_of_part();

-- Of places and actors that come, many at once: of a new event nothing is kept, and of another what it had without them.
create function marsad_history_of_places() returns trigger language plpgsql as $$
begin
    insert into event_change (event_id, before)
    select e.id, marsad_event_state(e.id) || jsonb_build_object('places', (
            select coalesce(jsonb_agg(p.place_id order by p.place_id), '[]') from event_place p where p.event_id = e.id
                and not exists (select from added d where d.event_id = e.id and d.place_id = p.place_id)))
    from event e
    where e.id in (select event_id from added) and e.created_at <> now()
        and not exists (select from event_change c where c.event_id = e.id and c.txn = pg_current_xact_id());
    return null;
end $$;
create trigger history_added after insert on event_place referencing new table as added
    for each statement execute function marsad_history_of_places();

create function marsad_history_of_actors() returns trigger language plpgsql as $$
begin
    insert into event_change (event_id, before)
    select e.id, marsad_event_state(e.id) || jsonb_build_object('actors', (
            select coalesce(jsonb_agg(a.actor_id || ' ' || a.role order by a.actor_id, a.role), '[]') from event_actor a
            where a.event_id = e.id and not exists (
                select from added d where d.event_id = e.id and d.actor_id = a.actor_id and d.role = a.role)))
    from event e
    where e.id in (select event_id from added) and e.created_at <> now()
        and not exists (select from event_change c where c.event_id = e.id and c.txn = pg_current_xact_id());
    return null;
end $$;
create trigger history_added after insert on event_actor referencing new table as added
    for each statement execute function marsad_history_of_actors();

-- At the transaction's end it is seen what came of it all; where that is nothing, nothing is kept.
create function marsad_event_settle() returns trigger language plpgsql as $$
declare
    was jsonb := new.before;
    is_now jsonb := marsad_event_state(new.event_id);
    found text[] := '{}';
    target bigint;
begin
    if is_now is null then
        select r.event_id into target from report r
            where r.id in (select jsonb_array_elements_text(was -> 'reports')::bigint) order by r.id limit 1;
        update event_change set at = clock_timestamp(), into_event = target,
                kinds = case when target is null then array['withdrawn'] else array['merged'] end
            where id = new.id;
        return null;
    end if;
    if (was - array['plover', 'acledSub', 'start', 'end', 'datePrecision', 'low', 'best', 'high', 'actors', 'reports'])
        <> (is_now - array['plover', 'acledSub', 'start', 'end', 'datePrecision', 'low', 'best', 'high', 'actors', 'reports'])
    then
        found := found || 'moved'::text;
    end if;
    if (was - array['places', 'border', 'lon', 'lat', 'wherePrecision', 'reports'])
        <> (is_now - array['places', 'border', 'lon', 'lat', 'wherePrecision', 'reports'])
    then
        found := found || 'corrected'::text;
    end if;
    if not (was -> 'reports') @> (is_now -> 'reports') then
        if exists (select from event_change c where c.txn = new.txn and c.event_id <> new.event_id
                and exists (select from jsonb_array_elements(c.before -> 'reports') r
                    where (is_now -> 'reports') @> r and not (was -> 'reports') @> r))
        then
            found := found || 'merged'::text;
        else
            found := found || 'sources'::text;
        end if;
    elsif was -> 'reports' <> is_now -> 'reports' and not found && array['moved', 'corrected'] then
        found := found || 'corrected'::text;
    end if;
    if found = '{}' then
        delete from event_change where id = new.id;
    else
        update event_change set at = clock_timestamp(), kinds = found, after = is_now where id = new.id;
    end if;
    return null;
end $$;
create constraint trigger history_settled after insert on event_change deferrable initially deferred
    for each row execute function marsad_event_settle();
