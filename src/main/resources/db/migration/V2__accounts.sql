-- Who may log in. Demo accounts are made on a server bound to loopback, and work from loopback only.
create table account (
    name       text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    password   text        not null,               -- with its encoding: {bcrypt}…
    role       text        not null check (role in ('ANALYST', 'BRIEFER', 'ADMIN')),
    demo       boolean     not null default false,
    created_at timestamptz not null default now()
);
