-- What was asked on the telephone, append-only. Of the caller nothing: no name, no number.
create table call_question (
    government  text not null references government,
    id          bigint generated always as identity,
    at          timestamptz not null,
    place       text not null,                        -- code of the government asked about; '': anywhere
    words       text not null check (words <> ''),    -- folded
    answered    boolean not null,
    answer      text not null default '',             -- title of the fact that was told
    officer     bigint,
    primary key (government, id),
    foreign key (government, officer) references officer (government, id)
);
call guard('call_question');
revoke update, delete on call_question from noroshi_desk, noroshi_worker;
create index call_question_at on call_question (government, at);
