-- The name of a place's first administrative division is looked up by its short name.
create index place_admin1 on place (country, admin1) where level = 'admin1';
