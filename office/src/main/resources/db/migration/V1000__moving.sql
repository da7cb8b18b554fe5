-- Moving in: another site's pages, kept beside the articles until an officer releases them. Nothing of it is public.
create table moving_job (
    government  text not null references government,
    id          bigint generated always as identity,
    name        text not null,
    source      text not null check (source in ('upload', 'folder', 'crawl')),
    place       text not null default '',             -- the folder, or the first address of the crawl
    origin      text not null default '',             -- http://host of the old site, so that whole addresses are known as its own
    state       text not null check (state in ('gathering', 'surveying', 'converting', 'linking', 'ready', 'releasing', 'released', 'undoing', 'discarded', 'failed')),
    series      text not null,                        -- where pages go that no rule catches
    department  text,
    pages_max   int  not null,
    depth_max   int  not null,
    errors_as   text not null default 'draft' check (errors_as in ('draft', 'public')),
    reason      text not null default '',             -- why pages with errors are released all the same
    batch       int  not null default 0,              -- pages of the release under way; 0: all
    problem     text not null default '',
    summary     text not null default '',             -- what it was, once its pages are gone
    created_by  bigint not null,
    created_at  timestamptz not null,
    changed_by  bigint not null,
    changed_at  timestamptz not null,
    released_at timestamptz,
    primary key (government, id)
);
call guard('moving_job');
create index moving_job_open on moving_job (id) where state in ('gathering', 'surveying', 'converting', 'linking', 'releasing', 'undoing');

-- What was uploaded and is not taken apart yet.
create table moving_upload (
    government  text not null,
    job         bigint not null,
    number      int not null,
    name        text not null,
    content     bytea not null,
    done        boolean not null default false,
    primary key (government, job, number),
    foreign key (government, job) references moving_job (government, id) on delete cascade
);
call guard('moving_upload');

-- Which page goes where: the first rule that catches it decides, in the order of their numbers.
create table moving_rule (
    government  text not null,
    job         bigint not null,
    number      int not null,
    field       text not null check (field in ('path', 'trail', 'text', 'meta', 'title')),
    words       text not null,
    series      text,
    department  text,
    skip        boolean not null default false,
    primary key (government, job, number),
    foreign key (government, job) references moving_job (government, id) on delete cascade
);
call guard('moving_rule');

-- Series that the source brings along (an export of ours); made at the release when the government has none of that name.
create table moving_series (
    government  text not null,
    job         bigint not null,
    code        text not null,
    name        text not null,
    description text not null default '',
    layout      text not null default 'news',
    made        boolean not null default false,
    primary key (government, job, code),
    foreign key (government, job) references moving_job (government, id) on delete cascade
);
call guard('moving_series');

-- Every address of the old site that was found: a page, a file, or something else. Each is done or not, never half.
create table moving_entry (
    government  text not null,
    job         bigint not null,
    number      int not null,
    address     text not null,                        -- inside the old site, from the slash, with its query
    copy        int not null default 0,               -- >0: the same address once more
    kind        text not null check (kind in ('page', 'media', 'other')),
    state       text not null check (state in ('found', 'gathered', 'surveyed', 'converted', 'ready', 'findings', 'skipped', 'failed', 'released')),
    reason      text not null default '',
    type        text not null default '',
    modified_at timestamptz,
    depth       int not null default 0,
    content     bytea,
    -- the survey
    heading     text not null default '',             -- the title element as it stands
    blocks      bigint[] not null default '{}',       -- hashes of its pieces of text, to find what stands on many pages
    -- the page
    article     bigint,                               -- the number that its article will have
    title       text not null default '',
    summary     text not null default '',
    body        text not null default '',
    trail       text not null default '',             -- breadcrumbs
    around      text not null default '',             -- words that were taken off the page, for the rules
    meta        text not null default '',             -- lines: name=value
    series      text,
    department  text,
    areas       text[] not null default '{}',
    topics      text[] not null default '{}',
    public_at   timestamptz,                          -- null with draft: was not public there either
    changed_on  timestamptz,
    draft       boolean not null default false,
    links       text[] not null default '{}',         -- addresses that its links lead to
    findings    text not null default '',             -- lines: severity TAB rule TAB line TAB words
    errors      int not null default 0,
    sameness    bytea,                                -- hash of its words
    same_as     int,                                  -- number of the entry that stands for it
    -- the file
    hash        text,
    media       text,                                 -- type TAB extension TAB width TAB height TAB name TAB alt TAB caption
    made        boolean not null default false,       -- released: this row of media came with it
    primary key (government, job, number),
    unique (government, job, address, copy),
    foreign key (government, job) references moving_job (government, id) on delete cascade
);
call guard('moving_entry');
create index moving_entry_state on moving_entry (government, job, state, number);
create index moving_entry_same on moving_entry (government, job, sameness) where sameness is not null;

-- How the lists stood before the first release of a job, for its undoing. Article 0: the list's end.
create table moving_place (
    government  text not null,
    job         bigint not null,
    list        text not null,
    article     bigint not null,
    position    bigint not null,
    primary key (government, job, list, article),
    foreign key (government, job) references moving_job (government, id) on delete cascade
);
call guard('moving_place');

-- The old addresses that a release made to lead here, for its undoing.
create table moving_path (
    government  text not null,
    job         bigint not null,
    path        text not null,
    primary key (government, job, path),
    foreign key (government, job) references moving_job (government, id) on delete cascade
);
call guard('moving_path');

create index if not exists moved_page_target on moved_page (government, target);
