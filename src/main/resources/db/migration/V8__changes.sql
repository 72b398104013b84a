-- What has changed since some moment, for the map's read model: each event carries the transaction that changed it last.
-- Whoever has read a snapshot asks for what was changed by a transaction that the snapshot did not hold to be over.
alter table event add column changed xid8 not null default pg_current_xact_id();
create index event_changed on event (changed);

create table event_gone (
    event_id bigint      not null,
    changed  xid8        not null default pg_current_xact_id(),
    at       timestamptz not null default now()
);
create index event_gone_changed on event_gone (changed);

create function marsad_event_changed() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end $$;
create trigger event_changed before update on event for each row execute function marsad_event_changed();

create function marsad_event_gone() returns trigger language plpgsql as $$
begin
    insert into event_gone (event_id) select id from gone;
    return null;
end $$;
create trigger event_gone after delete on event referencing old table as gone
    for each statement execute function marsad_event_gone();

-- Once in a transaction, however often it is said.
create function marsad_event_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('marsad_event', '');
    return null;
end $$;
create trigger event_notify after insert or update or delete on event
    for each statement execute function marsad_event_notify();

-- All at once: said by an event that cannot be.
create function marsad_event_truncated() returns trigger language plpgsql as $$
begin
    insert into event_gone (event_id) values (0);
    perform pg_notify('marsad_event', '');
    return null;
end $$;
create trigger event_truncated after truncate on event for each statement execute function marsad_event_truncated();

-- A change of what belongs to an event is a change of the event.
create function marsad_event_touch() returns trigger language plpgsql as $$
begin
    update event set changed = pg_current_xact_id()
        where id in (select event_id from touched) and changed <> pg_current_xact_id();
    return null;
end $$;
create trigger event_actor_inserted after insert on event_actor referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger event_actor_updated after update on event_actor referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger event_actor_deleted after delete on event_actor referencing old table as touched
    for each statement execute function marsad_event_touch();
create trigger event_place_inserted after insert on event_place referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger event_place_updated after update on event_place referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger event_place_deleted after delete on event_place referencing old table as touched
    for each statement execute function marsad_event_touch();
create trigger event_border_inserted after insert on event_border referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger event_border_updated after update on event_border referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger event_border_deleted after delete on event_border referencing old table as touched
    for each statement execute function marsad_event_touch();
create trigger report_inserted after insert on report referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger report_updated after update on report referencing new table as touched
    for each statement execute function marsad_event_touch();
create trigger report_deleted after delete on report referencing old table as touched
    for each statement execute function marsad_event_touch();

-- So is a place's moving to another country or division.
create function marsad_place_moved() returns trigger language plpgsql as $$
begin
    update event set changed = pg_current_xact_id()
        where changed <> pg_current_xact_id() and id in (
            select ep.event_id from event_place ep join after n on n.id = ep.place_id join before o on o.id = n.id
            where (n.country, n.admin1) is distinct from (o.country, o.admin1));
    return null;
end $$;
create trigger place_moved after update on place referencing old table as before new table as after
    for each statement execute function marsad_place_moved();
