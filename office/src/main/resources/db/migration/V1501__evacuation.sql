-- Evacuation information as it is proposed and decided; what stands is worked out from the decided ones, never stored beside them.
create table evacuation_order (
    government  text not null references government,
    id          bigint generated always as identity,
    act         text not null check (act in ('issue', 'lift')),
    hazard      text not null,
    level       int  not null check (level between 3 and 5),
    blocks      text[] not null,                     -- 町字; empty: the whole municipality
    words       text not null,
    mark        text not null default '' check (mark in ('', 'drill')),
    proposed_by bigint not null,
    proposed_at timestamptz not null,
    decision    text not null default 'waiting' check (decision in ('waiting', 'approved', 'alone', 'refused')),
    decided_by  bigint,
    decided_at  timestamptz,
    reason      text not null default '',            -- why one person decided alone, or why it was refused
    primary key (government, id),
    check (decision <> 'approved' or decided_by <> proposed_by),
    check (decision <> 'alone' or reason <> '')
);
call guard('evacuation_order');
