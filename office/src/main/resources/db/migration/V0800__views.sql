-- How often pages were looked at. A beacon tells totals of an hour, so telling twice changes nothing.
create table view_count (
    government  text not null references government,
    hour        timestamptz not null,                 -- its beginning; of a day in Japan once it is old (beacon 'day')
    path        text not null,                        -- in the full variant; '*': all pages beyond those counted one by one
    variant     text not null,
    beacon      text not null,                        -- 32 hexadecimal digits; 'day': summed up over all
    views       bigint not null check (views > 0),
    primary key (government, hour, path, variant, beacon)
);
call guard('view_count');
create index view_count_old on view_count (hour) where beacon <> 'day';

-- How far each beacon's counts have been read. Not a government's: only workers fetch.
create table view_cursor (
    beacon      text primary key,                     -- the admin address
    hour        timestamptz not null
);
revoke all on view_cursor from noroshi_desk;
