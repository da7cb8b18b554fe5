-- Who wants to be told what. One row per address and government; only 'confirmed' ones get mail.
create table subscriber (
    id              bigint generated always as identity primary key,
    government      text not null references government,
    address         text not null,                    -- normalised: lower case, domain in ASCII
    domain          text not null,                    -- the receiving domain: one queue and one rate each
    status          text not null check (status in ('pending', 'confirmed', 'ended', 'bouncing')),
    series          text[] not null default '{}',     -- empty: every series
    areas           text[] not null default '{}',     -- empty: every area
    wished_series   text[],                           -- asked for by a Letter; takes effect with the confirmation
    wished_areas    text[],
    refusals        int not null default 0,           -- hard refusals in a row
    created_at      timestamptz not null,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    unique (government, id),
    unique (government, address),
    check ((wished_series is null) = (wished_areas is null))
);
call guard('subscriber');

-- One message to one channel. Its content is frozen: a mail that is tried again is the same mail.
create table dispatch (
    id              bigint generated always as identity primary key,
    government      text not null references government,
    channel         text not null default 'mail' check (channel in ('mail')),
    key             text not null,                    -- what it tells; happens once
    kind            text not null check (kind in ('article', 'correction', 'alert', 'confirmation', 'acknowledgement', 'answer')),
    lane            smallint not null check (lane between 0 and 2),   -- 0 ALERT, 1 ORDINARY, 2 BULK
    state           text not null check (state in ('open', 'held', 'stopped')),
    series          text,
    areas           text[] not null default '{}',
    article         bigint,
    edition         int,
    sender          text not null,                    -- the name a reader sees
    subject         text not null,
    body            text not null,                    -- Markdown
    path            text,                             -- the page inside the government's site
    marks           text not null default '' check (marks in ('', 'drill', 'test', 'replay')),
    recipients      int not null default 0,
    created_at      timestamptz not null,
    unique (government, id),
    unique (government, key),
    foreign key (government, article) references article (government, id)
);
call guard('dispatch');
create index dispatch_alerts on dispatch (government, created_at) where lane = 0;
create index dispatch_article on dispatch (government, article) where article is not null;

-- The ledger: one row per recipient. 'claimed' = a sender holds it until leased_until.
create table delivery (
    id              bigint generated always as identity primary key,
    government      text not null,
    dispatch        bigint not null,
    subscriber      bigint,                           -- null: somebody who only wrote to us
    address         text not null,
    domain          text not null,
    lane            smallint not null,
    status          text not null default 'waiting'
                    check (status in ('waiting', 'claimed', 'sent', 'refused', 'given_up', 'dropped')),
    attempts        smallint not null default 0,
    due_at          timestamptz not null,
    created_at      timestamptz not null,
    leased_until    timestamptz,
    done_at         timestamptz,
    problem         text,
    unique nulls not distinct (dispatch, subscriber),
    foreign key (government, dispatch) references dispatch (government, id),
    foreign key (government, subscriber) references subscriber (government, id)
) with (fillfactor = 80);
call guard('delivery');
-- The queue of each lane and receiving domain.
create index delivery_queue on delivery (lane, domain, due_at, id) where status = 'waiting';
create index delivery_leases on delivery (leased_until) where status = 'claimed';
create index delivery_subscriber on delivery (government, subscriber, id) where subscriber is not null;

-- Only the SHA-256 of a token is kept. A confirmation's life starts when its mail is sent: until then expires_at is null.
create table mail_token (
    hash            bytea primary key check (length(hash) = 32),
    government      text not null,
    subscriber      bigint not null,
    purpose         text not null check (purpose in ('confirmation', 'unsubscription')),
    delivery        bigint references delivery (id) on delete set null,
    expires_at      timestamptz,
    used_at         timestamptz,
    foreign key (government, subscriber) references subscriber (government, id)
);
call guard('mail_token');
create index mail_token_delivery on mail_token (delivery) where delivery is not null;
