-- The files of places that stored articles know. Where others are in force, the articles that these concern are coded anew.
create table gazetteer_sources (
    one     boolean primary key default true check (one),
    sources text    not null,                      -- stamp of the gazetteer's sources with these files
    stamp   text    not null,                      -- that under which it is kept what articles have looked at: it stays as
                                                   -- files come and go, for what they concern is coded anew
    files   jsonb   not null                       -- as they are listed beside them
);

-- Articles that wait to be coded anew after files of places came or went, in the history's change of that.
create table recoding (
    article_id bigint primary key references article on delete cascade,
    version    bigint not null references gazetteer_change on delete cascade
);
create index recoding_version on recoding (version);

-- Of a change of files: each with what was listed before and after.
alter table gazetteer_change add column files jsonb not null default '[]';
