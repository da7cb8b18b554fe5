-- How editions are approved: steps in their order. Departments and officers stand here as codes and numbers without a foreign key: a
-- department may be merged, an officer may leave, and the board then says that nobody can fulfil the step.
create table route (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    name        text not null,
    series      text,                                 -- null: of every series that has none of its own
    department  text,                                 -- of the author; null: of every department
    readers     bigint[] not null default '{}',       -- 回覧: shown to them once it is approved
    reader_departments text[] not null default '{}',
    unique (government, id),
    unique nulls not distinct (government, series, department),
    foreign key (government, series) references series (government, code)
);
call guard('route');

create table route_step (
    government  text not null,
    route       bigint not null,
    position    int  not null check (position between 1 and 9),
    name        text not null,
    role        text,                                 -- whoever has it …
    department  text,                                 -- … in this department; null: in any
    own_department boolean not null default false,    -- … in the author's department
    officers    bigint[] not null default '{}',       -- and these
    required    int  not null check (required between 1 and 9),
    primary key (government, route, position),
    foreign key (government, route) references route (government, id) on delete cascade
);
call guard('route_step');

-- The route as it was when the review of the edition was requested.
create table edition_route (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    name        text not null,
    readers     bigint[] not null default '{}',
    reader_departments text[] not null default '{}',
    kept_at     timestamptz not null,
    primary key (government, article, edition),
    foreign key (government, article, edition) references edition (government, article, number) on delete cascade
);
call guard('edition_route');

create table edition_step (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    position    int not null check (position between 1 and 9),
    name        text not null,
    role        text,
    department  text,
    officers    bigint[] not null default '{}',
    required    int not null check (required between 1 and 9),
    primary key (government, article, edition, position),
    foreign key (government, article, edition) references edition_route (government, article, edition) on delete cascade
);
call guard('edition_step');

-- An officer may decide twice at one instant, and the order of decisions must not hang on a clock.
alter table approval drop constraint approval_pkey;
alter table approval add column id bigint generated always as identity primary key;
alter table approval add column step int;             -- of an approval; null: given before there were steps, counts as the first
alter table approval add column for_officer bigint;   -- the absent officer for whom a delegate decided
alter table approval drop constraint approval_decision_check;
alter table approval add constraint approval_decision_check
    check (decision in ('requested', 'approved', 'remanded', 'reviewed', 'pulled-back'));
create index approval_edition on approval (government, article, edition, id);
create index approval_at on approval (government, at desc, id desc);

create table absence (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    officer     bigint not null references officer (id),
    from_day    date not null,
    until_day   date not null check (until_day >= from_day),   -- the last day
    delegate    bigint not null references officer (id),
    note        text not null default '',
    entered_by  bigint not null references officer (id),
    entered_at  timestamptz not null,
    check (delegate <> officer)
);
call guard('absence');
create index absence_until on absence (government, until_day);

-- 回覧: who was shown an approved edition, and when they said that they have read it. Blocks nothing.
create table circulation (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    officer     bigint not null references officer (id),
    shown_at    timestamptz not null,
    read_at     timestamptz,
    primary key (government, article, edition, officer),
    foreign key (government, article, edition) references edition (government, article, number) on delete cascade
);
call guard('circulation');
create index circulation_unread on circulation (government, officer) where read_at is null;

-- What a government wants of its workflow; no row: the defaults of noroshi.routes.Rules.
create table workflow_rules (
    government  text primary key references government,
    own_text    boolean not null,                     -- an officer may approve what they wrote themselves
    remind_days int not null check (remind_days between 1 and 60),
    trash_days  int not null check (trash_days between 1 and 3650)
);
call guard('workflow_rules');

-- Published or approved although the checks found an error: who let it pass, and why.
create table waiver (
    id          bigint generated always as identity primary key,
    government  text not null,
    article     bigint not null,
    edition     int not null,
    officer     bigint not null references officer (id),
    reason      text not null,
    rules       text[] not null,                      -- ids of the rules
    findings    text not null,                        -- one a line: place, rule, words
    at          timestamptz not null,
    foreign key (government, article, edition) references edition (government, article, number) on delete cascade
);
call guard('waiver');
create index waiver_article on waiver (government, article, edition);
