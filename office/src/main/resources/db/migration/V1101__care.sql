-- Care of what is there: what must be looked at again, what was found, what people were asked to do.

-- One row for each change, written in the transaction of the change by the triggers below: nothing that is committed is forgotten, whoever
-- changed it. Taken and deleted in the transaction that looks.
create table care_due (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    kind        text not null check (kind in ('article', 'media', 'inquiry')),
    subject     text not null,
    lane        int not null default 0,               -- 0: changed; 1: of a check of the whole site; 9: failed before
    run         bigint,                               -- the check of the whole site that asked for it
    attempts    int not null default 0,
    problem     text not null default ''
);
call guard('care_due');
create index care_due_next on care_due (lane, id) where attempts < 5;
create index care_due_subject on care_due (government, kind, subject);
create index care_due_run on care_due (government, run) where run is not null;

-- A bulk load says set_config('noroshi.care', 'later', true): the next night then looks at all of it.
create function care_of_edition() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('noroshi.care', true), '') <> 'later' then
        insert into care_due (government, kind, subject) values (new.government, 'article', new.article::text);
    end if;
    return null;
end $$;
create trigger care_of_edition after insert on edition for each row execute function care_of_edition();

create function care_of_article() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('noroshi.care', true), '') <> 'later' then
        insert into care_due (government, kind, subject) values (new.government, 'article', new.id::text);
    end if;
    return null;
end $$;
create trigger care_of_article after update on article for each row
    when ((old.state, old.series, old.public_edition, old.opens_at, old.newest_edition)
          is distinct from (new.state, new.series, new.public_edition, new.opens_at, new.newest_edition))
    execute function care_of_article();
create trigger care_of_new_article after insert on article for each row when (new.public_edition is not null)
    execute function care_of_article();

create function care_of_media() returns trigger language plpgsql as $$
begin
    insert into care_due (government, kind, subject) values (new.government, 'media', new.hash);
    return null;
end $$;
create trigger care_of_media after insert or update on media for each row execute function care_of_media();

create function care_of_inquiry() returns trigger language plpgsql as $$
begin
    insert into care_due (government, kind, subject) values (new.government, 'inquiry', new.number);
    return null;
end $$;
create trigger care_of_inquiry after insert or update on inquiry for each row execute function care_of_inquiry();

-- What the rules said of a public page: of this edition, with this set of rules.
create table page_check (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    rules       text not null,
    department  text not null,                        -- '' : none
    errors      int not null,
    warnings    int not null,
    hints       int not null,
    checked_at  timestamptz not null,
    primary key (government, article),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('page_check');
create index page_check_department on page_check (government, department, errors desc, article);

create table page_finding (
    government  text not null,
    article     bigint not null,
    number      int not null,                         -- in the order of the page
    rule        text not null,
    severity    text not null check (severity in ('error', 'warning', 'hint')),
    part        text not null check (part in ('title', 'summary', 'body', 'page')),   -- page: in the HTML that readers get
    line        int not null,
    before      text not null,
    words       text not null,
    after       text not null,
    reason      text not null,
    repair      text not null default '',             -- what the button of the editor says; '' : a person has to think
    primary key (government, article, number),
    foreign key (government, article) references page_check (government, article) on delete cascade
);
call guard('page_finding');
create index page_finding_rule on page_finding (government, rule, article);

create table check_run (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    kind        text not null check (kind in ('hand', 'night')),
    officer     bigint,
    started_at  timestamptz not null,
    finished_at timestamptz,
    due         int not null,                         -- pages to look at: those not looked at since they changed
    unique (government, id)
);
call guard('check_run');
create index check_run_open on check_run (government) where finished_at is null;

-- How a run found each department; the trend is read from these.
create table check_run_department (
    government  text not null,
    run         bigint not null,
    department  text not null,
    pages       int not null,
    faulty      int not null,                         -- pages with at least one error
    errors      int not null,
    warnings    int not null,
    hints       int not null,
    primary key (government, run, department),
    foreign key (government, run) references check_run (government, id) on delete cascade
);
call guard('check_run_department');

-- Where the links of public pages lead, both ways round: what a page that leaves was linked from is found without looking at every page.
create table page_link (
    government  text not null,
    article     bigint not null,
    number      int not null,
    address     text not null,                        -- as written
    kind        text not null check (kind in ('article', 'media', 'list', 'outside')),
    target      text not null,                        -- id, hash, series, or the address of an outside page
    words       text not null,
    line        int not null,
    problem     text not null default '',             -- '' : it leads somewhere (or is an outside one, see outside_link)
    primary key (government, article, number),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('page_link');
create index page_link_target on page_link (government, kind, target);
create index page_link_dead on page_link (government, article) where problem <> '';

create table outside_link (
    government  text not null references government,
    address     text not null,
    host        text not null,
    state       text not null default 'new' check (state in ('new', 'ok', 'moved', 'gone', 'unreachable')),
    since       timestamptz not null,                 -- in this state
    failing     timestamptz,                          -- since when in a row; null: the last look was good
    failures    int not null default 0,               -- in a row
    status      int,
    moved_to    text not null default '',
    problem     text not null default '',
    looked_at   timestamptz,
    due_at      timestamptz not null,
    primary key (government, address)
);
call guard('outside_link');
create index outside_link_due on outside_link (due_at);

-- What a page says, made comparable: pages that say nearly the same share bands.
create table page_print (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    title       text not null,
    characters  int not null,
    signature   int[] not null,
    bands       bigint[] not null,
    primary key (government, article),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('page_print');
create index page_print_title on page_print (government, title);
create index page_print_bands on page_print using gin (bands);

create table page_twin (
    government  text not null,
    article     bigint not null,
    other       bigint not null check (article < other),
    likeness    int not null check (likeness between 0 and 100),
    same_title  boolean not null,
    primary key (government, article, other),
    foreign key (government, article) references page_print (government, article) on delete cascade,
    foreign key (government, other) references page_print (government, article) on delete cascade
);
call guard('page_twin');
create index page_twin_other on page_twin (government, other);

-- How often a public page was read in the last months; counted every night.
create table page_visit (
    government  text not null,
    article     bigint not null,
    months3     bigint not null,
    months6     bigint not null,
    months12    bigint not null,
    primary key (government, article),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('page_visit');

-- What one officer asks another to do with a page.
create table care_request (
    id          bigint generated always as identity primary key,
    government  text not null,
    article     bigint not null,
    wish        text not null check (wish in ('repair', 'withdraw')),
    note        text not null default '',
    asked_by    bigint not null,
    asked_at    timestamptz not null,
    officer     bigint not null,                      -- who is asked
    done_at     timestamptz,
    done_by     bigint,
    foreign key (government, article) references article (government, id) on delete cascade,
    foreign key (asked_by) references officer (id),
    foreign key (officer) references officer (id)
);
call guard('care_request');
create index care_request_open on care_request (government, officer) where done_at is null;
create index care_request_article on care_request (government, article);

-- Nights that were done, so that a restart does not begin one anew. Not a government's: only the worker knows it.
create table care_night (
    night       date primary key,
    begun_at    timestamptz not null
);
revoke all on care_night from noroshi_desk;

-- Everything that can be found in the office. grams: each character, and each two neighbours, of the folded text as one number.
create table search_entry (
    government  text not null references government,
    kind        text not null check (kind in ('article', 'media', 'inquiry')),
    subject     text not null,
    at          timestamptz not null,
    state       text not null default '',
    series      text not null default '',
    department  text not null default '',
    title       text not null,
    shown       text not null,
    folded      text not null,                        -- title, line end, shown: each character in its simplest form, at the same place
    grams       int[] not null,
    primary key (government, kind, subject)
);
call guard('search_entry');
create index search_entry_recent on search_entry (government, at desc);
create index search_entry_grams on search_entry using gin (grams);

-- What was there before this was.
insert into care_due (government, kind, subject, lane) select government, 'article', id::text, 1 from article order by id desc;
insert into care_due (government, kind, subject, lane) select government, 'media', hash, 1 from media;
insert into care_due (government, kind, subject, lane) select government, 'inquiry', number, 1 from inquiry;
