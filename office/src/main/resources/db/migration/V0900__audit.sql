-- Every act, append-only: desks and workers may add and read, never change.
create table audit (
    id          bigint generated always as identity primary key,
    government  text not null,
    at          timestamptz not null,
    officer     bigint,
    act         text not null,
    subject     text not null,
    detail      text not null default ''
);
call guard('audit');
revoke update, delete on audit from noroshi_desk, noroshi_worker;
create index audit_subject on audit (government, subject, id);
