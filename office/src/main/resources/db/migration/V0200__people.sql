-- Governments and areas are public reference data, the same for everyone: readable at every desk, written by workers only.
create table government (
    code        text primary key check (code ~ '^[0-9]{6}$'),   -- 全国地方公共団体コード
    name        text not null,
    kana        text not null default '',
    romaji      text not null default '',
    kind        text not null check (kind in ('prefecture', 'city', 'town', 'village')),
    parent      text references government,
    color       text,
    email       text not null default '',
    phone       text not null default '',
    address     text not null default '',
    host        text unique
);
create table area (
    code        text primary key check (code ~ '^[a-z0-9-]{1,20}$'),
    name        text not null,
    kana        text not null default '',
    parent      text references area,
    kind        text not null check (kind in ('prefecture', 'region', 'municipality', 'ward')),
    position    int  not null default 0
);
create table topic (
    code        text primary key check (code ~ '^[a-z0-9-]{1,20}$'),
    name        text not null,
    position    int  not null default 0
);
revoke insert, update, delete on government, area, topic from noroshi_desk;

create table department (
    government  text not null references government,
    code        text not null check (code ~ '^[a-z0-9-]{1,40}$'),
    name        text not null,
    parent      text,
    phone       text not null default '',
    email       text not null default '',
    address     text not null default '',
    position    int  not null default 0,
    primary key (government, code),
    foreign key (government, parent) references department (government, code)
);
call guard('department');

create table officer (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    login       text not null unique check (login ~ '^[a-z0-9._-]{2,60}$'),
    department  text,                                 -- null: the system itself
    name        text not null,
    email       text not null default '',
    roles       text[] not null default '{}',
    password    text,                                 -- encoded; null: cannot sign in
    system      boolean not null default false,       -- acts by itself, never signs in
    active      boolean not null default true,
    check (not (system and password is not null)),
    failures    int not null default 0,
    locked_until timestamptz,
    created_at  timestamptz not null,
    unique (government, id),
    foreign key (government, department) references department (government, code)
);
call guard('officer');
create unique index officer_system on officer (government) where system;

create table api_token (
    hash        bytea primary key,                    -- SHA-256 of the token; the token itself is shown once
    government  text not null references government,
    officer     bigint not null,
    name        text not null,
    scopes      text[] not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    revoked_at  timestamptz,
    last_used_on date,
    foreign key (government, officer) references officer (government, id)
);
call guard('api_token');
