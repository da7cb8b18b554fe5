-- What somebody told on the telephone. Who called stays here and never gets into the draft; it is forgotten after ninety days.
create table phone_note (
    id          bigint generated always as identity primary key,
    government  text not null,
    article     bigint not null,                      -- the draft made of it
    what        text not null,
    place       text not null default '',
    happened_at timestamptz,
    caller      text not null default '',
    callback    text not null default '',             -- where to call back
    urgent      boolean not null,
    taken_by    bigint not null,
    taken_at    timestamptz not null,
    once        text not null,                        -- names the form: sending it twice writes once
    unique (government, once),
    foreign key (government, article) references article (government, id) on delete cascade,
    foreign key (taken_by) references officer (id)
);
call guard('phone_note');
create index phone_note_recent on phone_note (government, id desc);

-- The secret address under which an officer's mails become drafts.
create table mail_address_of_officer (
    government  text not null references government,
    officer     bigint not null,
    series      text not null,
    secret      text not null unique,                 -- SHA-256 of the address's local part
    made_at     timestamptz not null,
    primary key (government, officer),
    foreign key (officer) references officer (id),
    foreign key (government, series) references series (government, code)
);
call guard('mail_address_of_officer');

-- Mails as they came: taken by the door before it says yes, made into drafts afterwards, each once.
create table mail_in (
    id          bigint generated always as identity primary key,
    government  text not null,
    officer     bigint not null,
    hash        text not null,                        -- SHA-256 of the bytes: the same mail twice is one
    sender      text not null,                        -- of the envelope
    raw         bytea,                                -- null once it is done
    taken_at    timestamptz not null,
    attempts    int not null default 0,
    done_at     timestamptz,
    article     bigint,
    outcome     text not null default '',
    unique (government, officer, hash),
    foreign key (government, officer) references mail_address_of_officer (government, officer) on delete cascade
);
call guard('mail_in');
create index mail_in_waiting on mail_in (id) where done_at is null;
