-- 災害対策本部 and the like. Each act is a row that tells the whole state after it, append-only: the newest serial holds.
create table headquarters_act (
    government   text not null references government,
    id           bigint generated always as identity,
    headquarters int  not null check (headquarters > 0),  -- the government's own number of it
    serial       int  not null check (serial > 0),
    act          text not null check (act in ('established', 'changed', 'dissolved')),
    kind         text not null check (kind in ('WATCH', 'DISASTER', 'LOCAL', 'EMERGENCY')),
    name         text not null default '',            -- where it bears another name than its kind
    event        text not null default '',            -- the emergency that it is for, '': none
    place        text not null,
    head         text not null,
    reason       text not null,                       -- of this act, for readers
    mark         text not null default '' check (mark in ('', 'drill', 'test', 'replay')),
    at           timestamptz not null,                -- when it was established, changed or dissolved
    recorded_at  timestamptz not null,
    officer      bigint not null,
    primary key (government, headquarters, serial),
    foreign key (government, officer) references officer (government, id),
    check ((serial = 1) = (act = 'established'))
);
call guard('headquarters_act');
revoke update, delete on headquarters_act from noroshi_desk, noroshi_worker;
create index headquarters_act_event on headquarters_act (government, event) where event <> '';

-- What the office checks, too: one act follows another, nothing follows the end, and a drill never becomes real.
create function headquarters_follows() returns trigger language plpgsql as $$
declare
    before headquarters_act;
begin
    if new.serial = 1 then
        return new;
    end if;
    select * into before from headquarters_act
     where government = new.government and headquarters = new.headquarters and serial = new.serial - 1;
    if not found then
        raise exception 'Headquarters % of % has no act %.', new.headquarters, new.government, new.serial - 1;
    elsif before.act = 'dissolved' then
        raise exception 'Headquarters % of % is dissolved.', new.headquarters, new.government;
    elsif before.mark <> new.mark then
        raise exception 'Headquarters % of % cannot turn from "%" into "%".', new.headquarters, new.government, before.mark, new.mark;
    elsif new.at < before.at then
        raise exception 'Headquarters % of %: this act lies before the last one.', new.headquarters, new.government;
    end if;
    return new;
end $$;
create trigger headquarters_follows before insert on headquarters_act for each row execute function headquarters_follows();
