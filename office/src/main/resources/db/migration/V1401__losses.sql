-- A disaster about which losses are reported; its prefecture opens it for all municipalities.
create table occasion (
    government  text not null references government,
    code        text not null check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
    name        text not null,
    begun_at    timestamptz not null,
    primary key (government, code)
);
call guard('occasion');

-- A municipality's 第n報 in the shape of 消防庁 第4号様式, append-only: the newest serial holds. A prefecture's figures are sums and stand nowhere.
create table loss_report (
    government  text not null references government,
    occasion    text not null,                        -- code of an occasion of its prefecture
    serial      int not null check (serial > 0),
    at          timestamptz not null,                 -- as of
    received_at timestamptz not null,
    figures     jsonb not null,                       -- by the code of the field; absent: under investigation
    note        text not null default '',
    source      text not null,
    next_update timestamptz,
    officer     bigint,
    primary key (government, occasion, serial),
    foreign key (government, officer) references officer (government, id)
);
call guard('loss_report');
revoke update, delete on loss_report from noroshi_desk, noroshi_worker;
create index loss_report_occasion on loss_report (occasion, government, serial desc);
