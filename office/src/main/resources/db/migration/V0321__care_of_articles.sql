-- 差し替え: an edition that takes the place of the public one when the time comes. Until then readers see what they saw.
create table replacement (
    government  text not null,
    article     bigint not null,
    edition     int not null,
    opens_at    timestamptz not null,
    closes_at   timestamptz,
    primary key (government, article),
    foreign key (government, article, edition) references edition (government, article, number) on delete cascade
);
call guard('replacement');
create index replacement_opens_at on replacement (opens_at);

-- ごみ箱: drafts and articles that left the public pages; purged by the clock.
create table trash (
    government  text not null,
    article     bigint not null,
    officer     bigint not null references officer (id),
    at          timestamptz not null,
    purged_at   timestamptz,                          -- its words are gone; the row stays, since its address answers 410 for good
    primary key (government, article),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('trash');
create index trash_at on trash (at) where purged_at is null;

-- 見直し日: by when somebody looks at the article again.
create table review_date (
    government  text not null,
    article     bigint not null,
    due_on      date not null,
    note        text not null default '',
    set_by      bigint not null references officer (id),
    set_at      timestamptz not null,
    primary key (government, article),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('review_date');
create index review_date_due on review_date (government, due_on);

-- Who is editing an article at the screens.
create table edit_lock (
    government  text not null,
    article     bigint not null,
    officer     bigint not null references officer (id),
    since       timestamptz not null,
    seen_at     timestamptz not null,
    primary key (government, article),
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('edit_lock');

-- The text of an officer whose article was taken over while they wrote.
create table kept_text (
    id          bigint generated always as identity primary key,
    government  text not null,
    article     bigint not null,
    officer     bigint not null references officer (id),
    based_on    int not null,
    title       text not null,
    summary     text not null,
    body        text not null,
    at          timestamptz not null,
    foreign key (government, article) references article (government, id) on delete cascade
);
call guard('kept_text');
create index kept_text_article on kept_text (government, article);

-- A remark at a place of an edition's text.
create table remark (
    id          bigint generated always as identity primary key,
    government  text not null,
    article     bigint not null,
    edition     int not null,
    line        int not null check (line >= 1),
    quote       text not null default '',             -- the words it is about; '': the line
    comment     text not null,
    officer     bigint not null references officer (id),
    at          timestamptz not null,
    resolved_by bigint references officer (id),
    resolved_at timestamptz,
    foreign key (government, article, edition) references edition (government, article, number) on delete cascade
);
call guard('remark');
create index remark_article on remark (government, article);

-- Many articles approved by one act; each of them on its own.
create table bulk_approval (
    id          bigint generated always as identity primary key,
    government  text not null references government,
    officer     bigint not null references officer (id),
    comment     text not null default '',
    begun_at    timestamptz not null,
    unique (government, id)
);
call guard('bulk_approval');

create table bulk_item (
    government  text not null,
    bulk        bigint not null,
    position    int not null,
    article     bigint not null,
    edition     int not null,
    state       text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
    said        text not null default '',
    at          timestamptz,
    primary key (government, bulk, position),
    foreign key (government, bulk) references bulk_approval (government, id) on delete cascade
);
call guard('bulk_item');

-- Who was reminded on which day: once at most.
create table reminder (
    government  text not null,
    officer     bigint not null references officer (id),
    day         date not null,
    waiting     int not null,
    reviews     int not null,
    at          timestamptz not null,
    primary key (government, officer, day)
);
call guard('reminder');
