-- Where and when officers signed in. What the browser carries is not kept here: the id names the session and opens nothing.
create table officer_session (
    government  text not null references government,
    id          text not null,
    officer     bigint not null,
    how         text not null check (how in ('password', 'second-factor', 'passkey', 'oidc')),
    address     text not null default '',
    agent       text not null default '',
    begun_at    timestamptz not null,
    seen_at     timestamptz not null,
    ended_at    timestamptz,
    primary key (government, id),
    foreign key (government, officer) references officer (government, id)
);
call guard('officer_session');
create index officer_session_officer on officer_session (government, officer, begun_at desc);

-- RFC 6238. The secret is sealed with a key that lies beside the database, not in it.
create table officer_totp (
    government   text not null references government,
    officer      bigint not null,
    sealed       bytea not null,
    confirmed_at timestamptz,                           -- null: offered, not yet proven
    last_step    bigint not null default 0,             -- a code works once
    failures     int not null default 0,
    locked_until timestamptz,
    primary key (government, officer),
    foreign key (government, officer) references officer (government, id)
);
call guard('officer_totp');

create table officer_recovery_code (
    government  text not null references government,
    officer     bigint not null,
    hash        bytea not null,                         -- SHA-256 of 79 random bits
    used_at     timestamptz,
    primary key (government, officer, hash),
    foreign key (government, officer) references officer (government, id)
);
call guard('officer_recovery_code');

-- Which roles must prove more than a password.
create table sign_in_rule (
    government  text primary key references government,
    roles       text[] not null default '{}'
);
call guard('sign_in_rule');
