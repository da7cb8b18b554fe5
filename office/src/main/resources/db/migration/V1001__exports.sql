-- Exports of everything that an administrator asked for. The file lies beside the database and is removed after some days.
create table export_job (
    government   text not null references government,
    id           bigint generated always as identity,
    state        text not null default 'waiting' check (state in ('waiting', 'writing', 'ready', 'gone', 'failed')),
    subscribers  boolean not null,
    reason       text not null default '',
    requested_by bigint not null,
    requested_at timestamptz not null,
    done         int not null default 0,
    total        int not null default 0,
    bytes        bigint not null default 0,
    hash         text not null default '',
    problem      text not null default '',
    ready_at     timestamptz,
    primary key (government, id)
);
call guard('export_job');
