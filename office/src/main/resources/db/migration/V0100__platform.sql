-- The two runtime logins are created by the office before migration (noroshi.platform.Databases):
--   noroshi_desk    what officers do; bound to one government per transaction by row-level security
--   noroshi_worker  background work over all governments
grant usage on schema public to noroshi_desk, noroshi_worker;
alter default privileges in schema public grant select, insert, update, delete on tables to noroshi_desk, noroshi_worker;
alter default privileges in schema public grant usage, select on sequences to noroshi_desk, noroshi_worker;

-- The government of the current transaction; null outside a door, and null compares to nothing.
create function current_government() returns text language sql stable parallel safe
    as $$ select nullif(current_setting('noroshi.government', true), '') $$;

-- Every table with a government goes through this: two policies, forced also on the owner.
create procedure guard(target regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy desk on %s to noroshi_desk using (government = current_government()) with check (government = current_government())', target);
    execute format('create policy worker on %s to noroshi_worker using (true) with check (true)', target);
end $$;

create table outbox (
    id          bigint generated always as identity primary key,
    government  text        not null,
    listener    text        not null,
    topic       text        not null,
    key         text        not null,
    facts       text        not null,              -- JSON object of strings
    lane        smallint    not null,              -- 0 ALERT, 1 ORDINARY, 2 BULK
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    attempts    int         not null default 0,
    leased_until timestamptz,
    dead_at     timestamptz,
    problem     text
);
call guard('outbox');
create index outbox_due on outbox (listener, lane, id) where dead_at is null;
create index outbox_dead on outbox (dead_at) where dead_at is not null;
