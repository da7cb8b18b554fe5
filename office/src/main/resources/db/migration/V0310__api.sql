-- Answers to calls that carried an Idempotency-Key: a caller that lost the answer gets it again, and nothing happens twice.
create table kept_answer (
    government  text not null references government,
    token       text not null,                        -- id of the token that called
    key         text not null,
    request     bytea not null,                       -- SHA-256 of method, path and body
    article     bigint not null,
    edition     int not null,
    at          timestamptz not null,
    primary key (government, token, key),
    foreign key (government, article) references article (government, id)
);
call guard('kept_answer');
create index kept_answer_at on kept_answer (government, at);
