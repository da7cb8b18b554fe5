-- Persons told to other repositories (PFIF feeds): each answer is a line of the same log as every look-up, with the key that asked.
alter table person_lookup drop constraint person_lookup_act_check;
alter table person_lookup add constraint person_lookup_act_check check (act in ('search', 'open', 'export', 'feed'));
alter table person_lookup add column token text not null default '';
create index person_feed_lookups on person_lookup (government, token, at) where act = 'feed';

-- Who left in a feed, so that repositories that copied a record learn when it may no longer be told. Ids only.
create table person_fed (
    government      text not null references government,
    person          bigint not null,
    gone_at         timestamptz,
    primary key (government, person),
    foreign key (government, person) references person (government, id)
);
call guard('person_fed');
