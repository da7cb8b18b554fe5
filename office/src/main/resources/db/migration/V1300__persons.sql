-- Persons: who is safe, who is missed. A record is about one human being as one source tells it (PFIF's person).
create table person (
    id              bigint generated always as identity,
    government      text not null references government,
    record          text not null,                    -- PFIF's id: domain/local part
    family          text not null default '',
    given           text not null default '',
    family_kana     text not null default '',
    given_kana      text not null default '',
    other_names     text not null default '',         -- one a line: maiden names, nicknames
    sex             text not null default '' check (sex in ('', 'female', 'male', 'other')),
    born            text not null default '',         -- 1970, 1970-01 or 1970-01-31
    age             text not null default '',         -- 40 or 35-45
    prefecture      text not null default '',
    city            text not null default '',
    town            text not null default '',         -- 大字・町: the finest that is ever published
    street          text not null default '',         -- never published
    description     text not null default '',
    household       text not null default '',         -- the same word: one family
    source          text not null default '',
    source_at       timestamptz not null,
    entered_at      timestamptz not null,
    expires_at      timestamptz not null,
    expired_at      timestamptz,                      -- then only ids and dates are left
    consent         text not null default 'unknown' check (consent in ('unknown', 'given', 'refused')),
    protected_at    timestamptz,                      -- 閲覧制限: nobody is told anything
    merged_into     bigint,
    changed_at      timestamptz not null,
    version         int not null default 1,
    primary key (government, id),
    unique (government, record),
    foreign key (government, merged_into) references person (government, id)
);
call guard('person');
create index person_changed on person (government, changed_at);
create index person_due on person (expires_at) where expired_at is null;
create index person_household on person (government, household) where household <> '';

-- What everybody reads: protected, expired and merged records are not there. The invoker's row-level security holds inside.
create view person_shown with (security_invoker = true) as
    select * from person where protected_at is null and expired_at is null and merged_into is null;
grant select on person_shown to noroshi_desk, noroshi_worker;

-- One thing that someone said of a person at one time; never changed, only erased with the person.
create table person_note (
    id              bigint generated always as identity,
    government      text not null references government,
    person          bigint not null,
    record          text not null,
    happening       text not null check (happening in ('said', 'check_in', 'transfer', 'check_out')),
    status          text not null default '' check (status in
                        ('', 'information_sought', 'is_note_author', 'believed_alive', 'believed_missing', 'believed_dead')),
    place           text not null default '',         -- a shelter's name, or where the person was seen
    words           text not null default '',
    author          text not null default '',
    author_contact  text not null default '',         -- never published
    said_at         timestamptz not null,
    entered_at      timestamptz not null,
    officer         bigint,
    primary key (government, id),
    unique (government, record),
    foreign key (government, person) references person (government, id)
);
call guard('person_note');
create index person_notes on person_note (government, person, said_at);

-- Bodies and people who cannot say their name.
create table person_unidentified (
    government      text not null references government,
    id              bigint generated always as identity,
    found_at        timestamptz not null,
    found_place     text not null,
    deceased        boolean not null,
    sex             text not null default '' check (sex in ('', 'female', 'male', 'other')),
    age_from        int not null default 0,
    age_to          int not null default 120,
    height_cm       int not null default 0,           -- 0: not known
    build           text not null default '',
    hair            text not null default '',
    clothing        text not null default '',
    footwear        text not null default '',
    belongings      text not null default '',
    marks           text not null default '',
    kept_at         text not null default '',
    entered_at      timestamptz not null,
    identified_as   bigint,
    identified_at   timestamptz,
    primary key (government, id),
    foreign key (government, identified_as) references person (government, id)
);
call guard('person_unidentified');

-- Two records that may be about the same human being.
create table person_pair (
    government      text not null references government,
    first           bigint not null,
    second          bigint not null,
    reason          text not null,
    state           text not null default 'open' check (state in ('open', 'merged', 'different')),
    officer         bigint,
    decided_at      timestamptz,
    primary key (government, first, second),
    check (first < second),
    foreign key (government, first) references person (government, id),
    foreign key (government, second) references person (government, id)
);
call guard('person_pair');

-- Whoever is protected stays so when another source tells of them: keyed hashes of the name, and the year of birth if known.
create table person_suppression (
    government      text not null references government,
    person          bigint not null,
    hash            text not null,
    born_year       text not null default '',
    city_hash       text not null default '',         -- of the home's municipality; empty: not known
    primary key (government, person, hash),
    foreign key (government, person) references person (government, id)
);
call guard('person_suppression');
create index person_suppressions on person_suppression (hash);
-- Whoever is protected in one town is so in every town: a desk learns only yes or no, of a name it holds itself.
create policy asked on person_suppression for select to current_user using (true);
create function is_name_protected(hashes text[], born text) returns boolean
    language sql stable security definer set search_path = public
    as $$ select exists (select 1 from person_suppression where hash = any (hashes) and (born_year = '' or born = '' or born_year = born)) $$;

-- 安否不明者, 行方不明者, 死者: names that are made public together, by two officers.
create table name_list (
    government      text not null references government,
    id              bigint generated always as identity,
    kind            text not null check (kind in ('unaccounted', 'missing', 'dead')),
    event           text not null,
    state           text not null default 'draft' check (state in ('draft', 'public', 'withdrawn')),
    drafted_by      bigint not null,
    drafted_at      timestamptz not null,
    approved_by     bigint,
    approved_at     timestamptz,
    next_update     timestamptz,
    version         int not null default 1,
    primary key (government, id),
    check (approved_by is null or approved_by <> drafted_by)
);
call guard('name_list');
create table name_list_entry (
    government      text not null references government,
    list            bigint not null,
    person          bigint not null,
    primary key (government, list, person),
    foreign key (government, list) references name_list (government, id),
    foreign key (government, person) references person (government, id)
);
call guard('name_list_entry');

-- Who looked for whom: ids and keyed hashes, never a name.
create table person_lookup (
    id              bigint generated always as identity primary key,
    government      text not null references government,
    at              timestamptz not null,
    officer         bigint not null,
    act             text not null check (act in ('search', 'open', 'export')),
    query_hash      text not null default '',
    persons         bigint[] not null default '{}',
    hits            int not null
);
call guard('person_lookup');
revoke update, delete on person_lookup from noroshi_desk;
create index person_lookups on person_lookup (government, officer, at);
