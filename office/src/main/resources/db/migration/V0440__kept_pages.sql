-- After a restore: records of the public site that the database does not know, because they were published after the backup.
-- They stay public until somebody decides.
create table kept_page (
    government  text        not null references government,
    path        text        not null,
    query       text        not null,
    title       text        not null,              -- '' for what is no page of its own: media, feeds, moved addresses
    found_at    timestamptz not null,
    primary key (government, path, query)
);
call guard('kept_page');
