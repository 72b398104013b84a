-- What was last written into the database from the files that come with Marsad, so that starting again does it no more.
create table reference_data (
    name       text primary key,
    checksum   text        not null,
    written_at timestamptz not null default now()
);

-- What an item is called in messages and in document.name: not where an upload happens to lie.
alter table import_item add column name text not null;
