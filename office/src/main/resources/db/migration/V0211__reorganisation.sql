-- A change of the organisation, planned for a moment and done as one act.
create table reorganisation (
    id           bigint generated always as identity primary key,
    government   text not null references government,
    name         text not null,
    state        text not null check (state in ('draft', 'planned', 'done', 'refused', 'undone', 'cancelled')),
    acts         text not null default '[]',            -- JSON: see noroshi.reorganisation.Act
    at           timestamptz,                           -- when it is to take place; once done: when it took place
    version      int not null default 1,
    problem      text not null default '',              -- why the clock could not do it
    created_by   bigint not null,
    created_at   timestamptz not null,
    unique (government, id),
    foreign key (created_by) references officer (id)
);
call guard('reorganisation');
create index reorganisation_due on reorganisation (at) where state = 'planned';

-- What it moved, one row each, so that it can be taken back.
create table reorganisation_step (
    government     text not null,
    reorganisation bigint not null,
    kind           text not null,                       -- department, article, series, officer, or what another feature calls its rows
    key            text not null,
    source         text not null,                       -- department before; of a department: its row before, '' for a new one
    target         text not null,
    primary key (government, reorganisation, kind, key, source),
    foreign key (government, reorganisation) references reorganisation (government, id)
);
call guard('reorganisation_step');

