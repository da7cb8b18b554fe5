-- Telegrams are received by the prefecture for all its municipalities; government is the receiver.
create table replay (
    government  text not null references government,
    number      int  not null,
    shift_ms    bigint not null,                     -- added to every instant of its telegrams
    now_at      timestamptz not null,                -- the latest telegram time seen, shifted; never goes back
    started_at  timestamptz not null,
    ended_at    timestamptz,
    primary key (government, number)
);
call guard('replay');

create table telegram (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    replay      int not null default 0,              -- 0: real life
    identity    text not null,                       -- two telegrams of one identity are one, received twice
    kind        text not null,
    title       text not null,
    status      text not null,                       -- NORMAL | DRILL | TEST
    info_type   text not null,
    report_at   timestamptz not null,                -- as written, not shifted
    received_at timestamptz not null,
    stale       boolean not null,                    -- older than its kind's freshness when it arrived: raises nothing
    interpreted boolean not null,
    events      text[] not null,
    article     bigint,
    content     bytea not null,
    unique (government, replay, identity)
);
call guard('telegram');
create index telegram_events on telegram using gin (events);
create index telegram_recent on telegram (government, received_at desc);

create table emergency (
    government  text not null references government, -- on whose site it stands
    event       text not null,                       -- event key; with replay and drills apart
    hazard      text not null,
    level       int  not null check (level between 1 and 4),
    phase       text not null check (phase in ('watch', 'alert', 'response', 'recovery', 'closed')),
    grade       text not null,                       -- 大津波警報, 震度７ …
    area        text not null,                       -- where it is gravest, a government or area code
    place       text not null,                       -- the same, for readers
    mark        text not null default '',            -- '' | replay | drill | test
    source      text not null,                       -- the government whose article tells of it
    article     bigint,
    started_at  timestamptz not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz,
    changed_at  timestamptz not null,
    primary key (government, event, hazard)
);
call guard('emergency');
create index emergency_active on emergency (government) where ended_at is null;
create index emergency_expiry on emergency (expires_at) where ended_at is null;
