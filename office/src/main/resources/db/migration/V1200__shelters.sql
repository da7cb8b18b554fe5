-- Places that the public must find: shelters (kind 'shelter') and other facilities (kind as the office names them: AED, 給水所 …).
-- A correction of what stands here is never news to anyone; only reports change a shelter's state.
create table place (
    government    text not null references government,
    id            bigint generated always as identity,
    kind          text not null,
    name          text not null,
    kana          text not null default '',
    municipality  text not null default '',           -- 6-digit code where its list tells it
    address       text not null default '',
    building      text not null default '',
    district      text not null default '',
    latitude      numeric(10, 7),
    longitude     numeric(10, 7),
    altitude      text not null default '',
    phone         text not null default '',
    designation   text not null default 'NONE' check (designation in ('EMERGENCY_PLACE', 'SHELTER', 'BOTH', 'NONE')),
    hazards       text[] not null default '{}',
    capacity      int not null default -1,            -- people; -1: unknown
    capacity_text text not null default '',
    audience      text not null default '',
    url           text not null default '',
    note          text not null default '',
    further       jsonb not null default '{}',        -- columns of its list without a place of their own
    report        bigint,                             -- the report that holds now
    removed       boolean not null default false,
    version       int not null default 1,
    changed_at    timestamptz not null,
    primary key (government, id),
    check ((latitude is null) = (longitude is null))
);
call guard('place');
create index place_kind on place (government, kind, district, id);

-- By which numbers a place is known: its own stable ids, in whatever lists name it. A name is no key: names are corrected.
create table place_key (
    government  text not null,
    kind        text not null,
    scheme      text not null,
    key         text not null,
    place       bigint not null,
    made        boolean not null,                     -- its list made the place: where lists differ, this one is right
    primary key (government, kind, scheme, key),
    foreign key (government, place) references place (government, id)
);
call guard('place_key');
create index place_key_place on place_key (government, place);

-- A telephone of the staff at a shelter: its public key, enrolled once with the code of a printed sheet.
create table shelter_device (
    government  text not null,
    id          bigint generated always as identity,
    place       bigint not null,
    label       text not null default '',
    key         bytea not null,                       -- SubjectPublicKeyInfo, P-256
    fingerprint text not null,
    enrolled_at timestamptz not null,
    revoked_at  timestamptz,
    primary key (government, id),
    unique (government, fingerprint),
    foreign key (government, place) references place (government, id)
);
call guard('shelter_device');

-- The code of a shelter's sheet: enrols telephones, or stands on a report sent without script. Kept as a hash.
create table shelter_pass (
    government  text not null,
    id          bigint generated always as identity,
    place       bigint not null,
    hash        bytea not null,
    issued_by   bigint,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    devices_left int not null,
    primary key (government, id),
    unique (government, hash),
    foreign key (government, place) references place (government, id)
);
call guard('shelter_pass');

-- What was told of a shelter, append-only. The newest by its own time holds; later arrivals of older news stay in the log.
create table shelter_report (
    government  text not null,
    id          bigint generated always as identity,
    place       bigint not null,
    at          timestamptz not null,                 -- as of
    received_at timestamptz not null,
    state       text not null check (state in ('UNOPENED', 'OPEN', 'CLOSED', 'PERMANENT', 'UNKNOWN')),
    people      int,
    households  int,
    voluntary_people int,                             -- 自主避難
    voluntary_households int,
    crowding    text not null check (crowding in ('FREE', 'CONGESTED', 'FULL', 'UNKNOWN')),
    water       text not null check (water in ('YES', 'NO', 'UNKNOWN')),
    food        text not null check (food in ('YES', 'NO', 'UNKNOWN')),
    medical     text not null check (medical in ('YES', 'NO', 'UNKNOWN')),
    pets        text not null check (pets in ('YES', 'NO', 'UNKNOWN')),
    wheelchair  text not null check (wheelchair in ('YES', 'NO', 'UNKNOWN')),
    note        text not null default '',
    next_update timestamptz,
    source      text not null check (source in ('OFFICER', 'DEVICE', 'PASS', 'LIST')),
    officer     bigint,
    device      bigint,
    letter      text,
    seen        bigint,                               -- the report that its sender had before them; 0: none
    held        text not null check (held in ('NEWEST', 'CONFLICT', 'LATE')),
    primary key (government, id),
    unique (government, letter),
    foreign key (government, place) references place (government, id),
    foreign key (government, officer) references officer (government, id)
);
call guard('shelter_report');
revoke update, delete on shelter_report from noroshi_desk, noroshi_worker;
create index shelter_report_place on shelter_report (government, place, at desc, id desc);

-- A list taken in, and what became of each of its rows; enough to take it back.
create table place_import (
    government  text not null,
    id          bigint generated always as identity,
    kind        text not null,
    file        text not null,
    form        text not null,
    rows        int not null,
    state       text not null check (state in ('done', 'undone')),
    officer     bigint not null,
    at          timestamptz not null,
    undone_at   timestamptz,
    primary key (government, id)
);
call guard('place_import');

create table place_import_row (
    government  text not null,
    import      bigint not null,
    line        int not null,
    name        text not null,
    verdict     text not null check (verdict in ('ADDED', 'CHANGED', 'JOINED', 'SAME', 'REPORTED')),
    detail      text not null default '',
    place       bigint,
    scheme      text not null default '',
    key         text not null default '',
    before      jsonb,                                -- the place as it was, for the undoing
    version     int,                                  -- the place's after the import: a later correction is not undone
    primary key (government, import, line),
    foreign key (government, import) references place_import (government, id)
);
call guard('place_import_row');
