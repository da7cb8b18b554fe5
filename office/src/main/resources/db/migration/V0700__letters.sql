-- Every Letter that beacons handed over, once, whatever became of it.
create table letter (
    id              text primary key check (id ~ '^[0-9a-f]{32}$'),
    government      text not null,                    -- the site it was sent from; the default site's if nobody knows
    form            text not null,                    -- '' when it could not be opened
    received_at     timestamptz not null,             -- the beacon's clock
    beacon          text not null,                    -- where it was fetched first
    stored_at       timestamptz not null,
    status          text not null check (status in ('acted', 'not_understood', 'failed', 'sealed')),
    fields          text,                             -- JSON object of strings; null once erased
    receipt_number  text not null default '',
    receipt_code    text,                             -- null once erased
    sealed          bytea,                            -- as it came, when it could not be opened
    attempts        int not null default 1,
    due_at          timestamptz,                      -- of the next attempt, when failed
    acted_at        timestamptz,
    problem         text,
    erased_at       timestamptz,
    check ((status = 'sealed') = (sealed is not null) or erased_at is not null)
);
call guard('letter');
create index letter_open on letter (government, received_at) where status <> 'acted';
create index letter_due on letter (due_at) where status = 'failed';
create index letter_unerased on letter (acted_at) where erased_at is null;

-- How far each beacon's spool has been read. Not a government's: only workers fetch.
create table letter_cursor (
    beacon          text primary key,                 -- the admin address
    spool           text not null,
    cursor          bigint not null
);
revoke all on letter_cursor from noroshi_desk;

-- What the holder of a receipt's code reads at any beacon. The page is kept encrypted with the code; the code beside it
-- so that the page can be renewed.
create table reply (
    government      text not null,
    receipt_number  text not null,
    receipt_code    text not null,
    path            text not null,                    -- /reply/{name}, derived from the code
    closed          bytea not null,
    changed_at      timestamptz not null,
    primary key (government, receipt_number),
    unique (government, path)
);
call guard('reply');
