-- How a site looks: the draft that administrators work on, and its releases, of which the newest is public. Releases are never changed.
create table site_look (
    government  text primary key references government,
    look        text not null,                        -- JSON: noroshi.site.SiteLook
    version     int not null default 1,
    changed_by  bigint not null references officer,
    changed_at  timestamptz not null
);
call guard('site_look');
create table site_release (
    government  text not null references government,
    number      int not null,
    look        text not null,
    note        text not null default '',
    released_by bigint not null references officer,
    released_at timestamptz not null,
    primary key (government, number)
);
call guard('site_release');
revoke update, delete on site_release from noroshi_desk, noroshi_worker;
