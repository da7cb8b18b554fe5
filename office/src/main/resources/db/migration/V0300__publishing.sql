-- Acts name officers by number alone: an administrator of the prefecture may act for a municipality.
create table series (
    government  text not null references government,
    code        text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    name        text not null,
    description text not null default '',
    layout      text not null default 'news' check (layout in ('news', 'magazine', 'blog', 'video', 'newsletter', 'works', 'tourism')),
    department  text,
    topic       text references topic,
    approvals   int  not null default 1 check (approvals between 0 and 9),
    position    int  not null default 0,
    primary key (government, code),
    foreign key (government, department) references department (government, code)
);
call guard('series');

create table article (
    id              bigint generated always as identity primary key,
    government      text not null references government,
    series          text not null,
    state           text not null default 'draft' check (state in ('draft', 'review', 'approved', 'scheduled', 'public', 'withdrawn')),
    newest_edition  int  not null default 1,
    public_edition  int,                              -- the edition readers see (or will see from opens_at); null again after withdrawal
    opens_at        timestamptz,                      -- the promised opening; null once it is open
    closes_at       timestamptz,
    first_public_at timestamptz,                      -- date printed on the page; null: never opened
    changed_at      timestamptz,                      -- last public change that was not minor
    lane            text not null default 'ORDINARY' check (lane in ('ORDINARY', 'EMERGENCY')),
    review_due      boolean not null default false,   -- published in the emergency lane; the review follows
    approved_elsewhere boolean not null default false, -- the newest edition was approved in another system, on an administrator's word
    origin          text,                             -- what made it when not an officer, e.g. jma:EVENTKEY; unique
    created_by      bigint not null,
    created_at      timestamptz not null,
    unique (government, id),
    unique (government, origin),
    foreign key (government, series) references series (government, code),
    foreign key (created_by) references officer (id)
);
call guard('article');
create index article_recent on article (government, first_public_at desc) where public_edition is not null;
create index article_state on article (government, state, id desc);
create index article_opening on article (opens_at) where public_edition is not null and opens_at is not null;
create index article_closing on article (closes_at) where public_edition is not null and closes_at is not null;
create index article_review_due on article (government, id) where review_due;

create table edition (
    government  text not null,
    article     bigint not null,
    number      int not null check (number >= 1),
    title       text not null,
    summary     text not null default '',
    body        text not null,                        -- Markdown (CommonMark + tables)
    areas       text[] not null default '{}',
    topics      text[] not null default '{}',
    department  text,
    event_starts_at timestamptz,
    event_ends_at   timestamptz,
    event_place     text not null default '',
    image       text,                                 -- media hash of the lead image
    correction  text not null default '',             -- 訂正: what changed, shown with its date
    minor       boolean not null default false,       -- a change that no reader needs to be told of
    marks       text not null default '' check (marks in ('', 'drill', 'test', 'replay')),   -- 訓練 / 試験 / 再現
    written_by  bigint not null,
    written_at  timestamptz not null,
    primary key (government, article, number),
    foreign key (government, article) references article (government, id),
    foreign key (written_by) references officer (id),
    foreign key (government, department) references department (government, code)
);
call guard('edition');

create table approval (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    officer     bigint not null,
    decision    text not null check (decision in ('requested', 'approved', 'remanded', 'reviewed')),
    comment     text not null default '',
    at          timestamptz not null,
    primary key (government, article, edition, officer, decision, at),
    foreign key (government, article, edition) references edition (government, article, number),
    foreign key (officer) references officer (id)
);
call guard('approval');

-- What became public when, by whom, in which lane; and what left. Append-only.
create table publication (
    id          bigint generated always as identity primary key,
    government  text not null,
    article     bigint not null,
    edition     int,                                  -- null: the article left the public pages
    act         text not null check (act in ('published', 'scheduled', 'opened', 'withdrawn', 'closed')),
    lane        text not null check (lane in ('ORDINARY', 'EMERGENCY')),
    officer     bigint,                               -- null: the clock
    at          timestamptz not null,
    foreign key (government, article) references article (government, id),
    foreign key (government, article, edition) references edition (government, article, number),
    foreign key (officer) references officer (id)
);
call guard('publication');
create index publication_article on publication (government, article, id);

-- Places in the lists of the site, series, areas, topics and departments. Allotted when an article opens, counted from
-- the oldest without a gap, never changed; a withdrawn article leaves an empty place, so that full pages stay as they are.
create table listing (
    government  text not null,
    list        text not null,                        -- 'site', 'series:press', 'area:041009', 'topic:safety', 'department:kouhou'
    position    bigint not null check (position >= 1),
    article     bigint not null,
    primary key (government, list, position),
    unique (government, list, article),
    foreign key (government, article) references article (government, id)
);
call guard('listing');
create index listing_article on listing (government, article);

-- The last place allotted in a list; its row is the lock under which places are allotted.
create table list_end (
    government  text not null references government,
    list        text not null,
    position    bigint not null,
    primary key (government, list)
);
call guard('list_end');

create table media (
    government  text not null references government,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    kind        text not null check (kind in ('image', 'attachment')),
    name        text not null,
    type        text not null,
    extension   text not null check (extension ~ '^[a-z0-9]{2,5}$'),
    bytes       bigint not null,
    width       int,
    height      int,
    alt         text not null default '',
    caption     text not null default '',
    uploaded_by bigint not null,
    uploaded_at timestamptz not null,
    content     bytea not null,
    primary key (government, hash),
    foreign key (uploaded_by) references officer (id)
);
call guard('media');

create table edition_media (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    media       text not null,
    position    int not null default 0,
    primary key (government, article, edition, media),
    foreign key (government, article, edition) references edition (government, article, number),
    foreign key (government, media) references media (government, hash)
);
call guard('edition_media');

create table moved_page (
    government  text not null references government,
    path        text not null,                        -- inside the site
    target      text not null,
    at          timestamptz not null,
    primary key (government, path)
);
call guard('moved_page');
