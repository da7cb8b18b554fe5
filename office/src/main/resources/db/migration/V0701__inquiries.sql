-- What residents ask a department. The number is the receipt's: it can be told on the telephone.
create table inquiry (
    government      text not null references government,
    number          text not null,
    department      text not null,
    status          text not null check (status in ('received', 'in_progress', 'answered', 'forwarded')),
    name            text not null,
    address         text not null,                    -- normalised mail address
    subject         text not null,
    body            text not null,
    officer         bigint,                           -- who deals with it
    answer          text,                             -- the latest
    received_at     timestamptz not null,             -- the beacon's clock
    changed_at      timestamptz not null,
    version         int not null default 1,           -- grows with each act: two officers cannot overwrite each other
    primary key (government, number),
    foreign key (government, department) references department (government, code),
    foreign key (government, officer) references officer (government, id)
);
call guard('inquiry');
create index inquiry_inbox on inquiry (government, department, status, received_at);

-- Every step of an inquiry's way, append-only.
create table inquiry_step (
    id              bigint generated always as identity primary key,
    government      text not null,
    number          text not null,
    at              timestamptz not null,
    officer         bigint,                           -- null: the resident; may be the prefecture's, acting for a town
    act             text not null check (act in ('received', 'assigned', 'forwarded', 'answered')),
    detail          text not null default '',
    foreign key (government, number) references inquiry (government, number)
);
call guard('inquiry_step');
revoke update, delete on inquiry_step from noroshi_desk, noroshi_worker;
create index inquiry_steps on inquiry_step (government, number, id);
