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
    public_edition  int,                              -- the edition readers see (or will see from opens_at)
    opens_at        timestamptz,                      -- null: at once
    closes_at       timestamptz,
    first_public_at timestamptz,                      -- date printed on the page
    changed_at      timestamptz,                      -- last public change
    lane            text not null default 'ORDINARY' check (lane in ('ORDINARY', 'EMERGENCY')),
    review_due      boolean not null default false,   -- published in the emergency lane; the review follows
    position        bigint,                           -- place in its series, allotted at first publication, never changed (lists count from the oldest)
    origin          text,                             -- what made it when not an officer, e.g. jma:EVENTKEY; unique
    created_by      bigint not null,
    created_at      timestamptz not null,
    unique (government, id),
    unique (government, origin),
    foreign key (government, series) references series (government, code),
    foreign key (government, created_by) references officer (government, id)
);
call guard('article');
create unique index article_series_position on article (government, series, position) where position is not null;
create index article_recent on article (government, first_public_at desc) where public_edition is not null;

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
    marks       text not null default '',             -- '' | drill | test | replay : 訓練 / 試験 / 再現
    written_by  bigint not null,
    written_at  timestamptz not null,
    primary key (government, article, number),
    foreign key (government, article) references article (government, id),
    foreign key (government, written_by) references officer (government, id),
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
    foreign key (government, officer) references officer (government, id)
);
call guard('approval');

-- Positions in the lists of areas, topics, departments and the whole site; a series keeps its own in article.position.
create table listing (
    government  text not null,
    list        text not null,                        -- 'site', 'area:041009', 'topic:bousai', 'department:koho'
    position    bigint not null,
    article     bigint not null,
    primary key (government, list, position),
    unique (government, list, article),
    foreign key (government, article) references article (government, id)
);
call guard('listing');

create table media (
    government  text not null references government,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    name        text not null,
    type        text not null,
    bytes       bigint not null,
    width       int,
    height      int,
    alt         text not null default '',
    caption     text not null default '',
    uploaded_by bigint not null,
    uploaded_at timestamptz not null,
    content     bytea not null,
    primary key (government, hash),
    foreign key (government, uploaded_by) references officer (government, id)
);
call guard('media');

create table edition_media (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    media       text not null,
    kind        text not null check (kind in ('image', 'attachment')),
    position    int not null default 0,
    primary key (government, article, edition, media),
    foreign key (government, article, edition) references edition (government, article, number),
    foreign key (government, media) references media (government, hash)
);
call guard('edition_media');

create table moved_page (
    government  text not null,
    path        text not null,                        -- inside the site
    target      text not null,
    at          timestamptz not null,
    primary key (government, path)
);
call guard('moved_page');
