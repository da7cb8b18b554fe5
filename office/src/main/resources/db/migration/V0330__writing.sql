-- What officers typed and did not save. No foreign key to the article: 0 stands for one that is none yet.
create table unsaved_text (
    government text not null references government,
    officer    bigint not null references officer (id) on delete cascade,
    article    bigint not null check (article >= 0),
    fields     text not null check (length(fields) <= 700000),
    at         timestamptz not null,
    primary key (government, officer, article)
);
call guard('unsaved_text');

-- 定型文: phrases for the whole government (department '') or for one department.
create table snippet (
    id         bigint generated always as identity primary key,
    government text not null references government,
    department text not null default '',
    name       text not null check (length(name) between 1 and 60),
    body       text not null check (length(body) between 1 and 20000),
    position   int not null default 0,
    changed_by bigint not null,
    changed_at timestamptz not null,
    unique (government, department, name)
);
call guard('snippet');

-- 災害用ひな形: an article with blanks {{場所}}, filled on one screen.
create table prepared_page (
    id         bigint generated always as identity primary key,
    government text not null references government,
    name       text not null check (length(name) between 1 and 60),
    title      text not null check (length(title) between 1 and 300),
    summary    text not null default '' check (length(summary) <= 1200),
    body       text not null check (length(body) between 1 and 20000),
    series     text not null,
    changed_by bigint not null,
    changed_at timestamptz not null,
    unique (government, name),
    foreign key (government, series) references series (government, code)
);
call guard('prepared_page');
