-- What one person decided alone waits for a second one, who confirms or lifts it; never the same person, and only once.
alter table evacuation_order
    add column confirmation   text check (confirmation in ('confirmed', 'lifted')),
    add column confirmed_by   bigint,
    add column confirmed_at   timestamptz,
    add column confirmed_with text not null default '',   -- what the second person said about it
    add check (decision not in ('approved', 'alone') or decided_by is not null),
    add check ((confirmation is null) = (confirmed_by is null) and (confirmation is null) = (confirmed_at is null)),
    add check (confirmation is null or (decision = 'alone' and confirmed_by <> decided_by)),
    add check (confirmation is distinct from 'lifted' or confirmed_with <> '');
create index evacuation_order_unconfirmed on evacuation_order (government, decided_at) where decision = 'alone' and confirmation is null;

create function evacuation_stays() returns trigger language plpgsql as $$
begin
    if old.confirmation is not null
       and (new.confirmation, new.confirmed_by, new.confirmed_at, new.confirmed_with, new.decision, new.decided_by)
           is distinct from (old.confirmation, old.confirmed_by, old.confirmed_at, old.confirmed_with, old.decision, old.decided_by) then
        raise exception 'Evacuation order % of % is confirmed already.', old.id, old.government;
    end if;
    if old.decision <> 'waiting' and (new.decision, new.decided_by, new.decided_at) is distinct from (old.decision, old.decided_by, old.decided_at) then
        raise exception 'Evacuation order % of % is decided already.', old.id, old.government;
    end if;
    return new;
end $$;
create trigger evacuation_stays before update on evacuation_order for each row execute function evacuation_stays();
