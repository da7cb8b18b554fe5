-- A password that somebody else has seen: its officer chooses another before anything else.
alter table officer add column one_time boolean not null default false;
