-- A report whose sender had not seen the one before it, and said something else: a person decides which of them is right. The log itself stays as it is.
create table shelter_dispute (
    government      text not null references government,
    report          bigint not null,
    kept            boolean not null,                 -- false: what was known before it was told again
    decided_at      timestamptz not null,
    officer         bigint not null,                  -- of this government or of its prefecture
    primary key (government, report),
    foreign key (government, report) references shelter_report (government, id)
);
call guard('shelter_dispute');
revoke update, delete on shelter_dispute from noroshi_desk, noroshi_worker;
