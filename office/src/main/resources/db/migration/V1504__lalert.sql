-- L-Alert documents as they were made, append-only; unverified, fetched by officers, sent nowhere.
create table lalert_document (
    government  text not null references government,
    id          bigint generated always as identity,
    kind        text not null check (kind in ('evacuation', 'shelters', 'headquarters')),
    thread      text not null,                       -- what its revisions are about: a hazard, a headquarters
    document    uuid not null,                       -- the same for all revisions
    revision    int  not null check (revision > 0),
    ended       boolean not null,                    -- everything it told of is over: the next one is a new document
    mark        text not null default '' check (mark in ('', 'drill', 'test', 'replay')),
    title       text not null,
    told        text not null,                       -- the state that it tells, a line each, to see what the next one lifts
    xml         text not null,
    made_at     timestamptz not null,
    primary key (government, id),
    unique (government, document, revision)
);
call guard('lalert_document');
revoke update, delete on lalert_document from noroshi_desk, noroshi_worker;
create index lalert_document_thread on lalert_document (government, kind, thread, id desc);
