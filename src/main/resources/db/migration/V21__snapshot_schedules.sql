-- One schedule a view; its files are in the gallery, and wherever ./marsad snapshot --out puts copies.
alter table snapshot_schedule drop column directory;
create unique index snapshot_schedule_view on snapshot_schedule (view_id);
