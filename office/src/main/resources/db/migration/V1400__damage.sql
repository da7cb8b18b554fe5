-- What a disaster has broken. A correction of what stands here is never news to anyone; only reports change a damage's state.
create table damage (
    government  text not null references government,
    id          bigint generated always as identity,
    kind        text not null check (kind in ('FACILITY', 'ROAD', 'RIVER', 'PORT', 'RAIL', 'WATER', 'POWER', 'GAS', 'PHONE', 'SCHOOL', 'HOSPITAL')),
    name        text not null,
    operator    text not null default '',
    district    text not null default '',
    address     text not null default '',
    latitude    numeric(10, 7),
    longitude   numeric(10, 7),
    report      bigint,                               -- the report that holds now
    version     int not null default 1,
    changed_at  timestamptz not null,
    primary key (government, id),
    check ((latitude is null) = (longitude is null))
);
call guard('damage');

-- What was told of a damage, append-only. The newest by its own time holds; later arrivals of older news stay in the log.
create table damage_report (
    government  text not null,
    id          bigint generated always as identity,
    damage      bigint not null,
    at          timestamptz not null,                 -- as of
    received_at timestamptz not null,
    state       text not null check (state in ('CHECKING', 'STOPPED', 'PARTIAL', 'RESTORED')),
    percent     int check (percent between 0 and 100),
    forecast    date,
    affected    int check (affected >= 0),
    extent      text not null default '',
    source      text not null,
    next_update timestamptz,
    officer     bigint,
    seen        bigint not null,                      -- the report that its sender had before them; 0: none
    held        text not null check (held in ('NEWEST', 'CONFLICT', 'LATE')),
    primary key (government, id),
    foreign key (government, damage) references damage (government, id),
    foreign key (government, officer) references officer (government, id),
    check (percent is null or (percent = 100) = (state = 'RESTORED')),
    check (forecast is null or state <> 'RESTORED')
);
call guard('damage_report');
revoke update, delete on damage_report from noroshi_desk, noroshi_worker;
create index damage_report_damage on damage_report (government, damage, at desc, id desc);
