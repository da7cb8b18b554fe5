-- A Letter may overtake another one without which it makes no sense, over another beacon: it is kept, and tried again when that one has come.
alter table letter add column waits_for text;
create index letter_waiting on letter (government, waits_for) where waits_for is not null;
