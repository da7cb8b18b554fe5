-- Every state that an emergency went through, in its order: the timeline of the event, and what its CAP messages refer to.
create table emergency_change (
    government  text not null references government,
    id          bigint generated always as identity,
    event       text not null,
    hazard      text not null,
    level       int  not null check (level between 1 and 4),
    phase       text not null check (phase in ('watch', 'alert', 'response', 'recovery', 'closed')),
    grade       text not null,
    area        text not null,
    place       text not null,
    mark        text not null default '',
    source      text not null,
    article     bigint,
    expires_at  timestamptz not null,
    officer     bigint,                              -- who did it; null: a telegram, or the clock
    words       text not null default '',            -- what the officer said about it, for readers
    at          timestamptz not null,
    primary key (government, id)
);
call guard('emergency_change');
create index emergency_change_event on emergency_change (government, event, hazard, id);
