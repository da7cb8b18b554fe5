-- 定型フォーム. A definition is never changed: a change is a new version, so that old editions stay readable.
create table form (
    government text not null references government,
    code       text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    series     text not null,
    name       text not null,
    version    int not null,
    primary key (government, code),
    unique (government, series),
    foreign key (government, series) references series (government, code)
);
call guard('form');

create table form_version (
    government text not null,
    form       text not null,
    version    int not null check (version >= 1),
    definition text not null,                    -- JSON: fields, template
    changed_by bigint not null,
    changed_at timestamptz not null,
    primary key (government, form, version),
    foreign key (government, form) references form (government, code) on delete cascade
);
call guard('form_version');

create table edition_form (
    government text not null,
    article    bigint not null,
    edition    int not null,
    form       text not null,
    version    int not null,
    data       text not null check (length(data) <= 400000),  -- JSON: values by field
    primary key (government, article, edition),
    foreign key (government, article, edition) references edition (government, article, number) on delete cascade,
    foreign key (government, form, version) references form_version (government, form, version)
);
call guard('edition_form');
create index edition_form_form on edition_form (government, form);
