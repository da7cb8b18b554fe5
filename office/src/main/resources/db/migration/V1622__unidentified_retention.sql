-- What was seen of somebody without a name is erased after its time; the number, the dates and who it was by number stay.
alter table person_unidentified add column erased_at timestamptz;
create index person_unidentified_kept on person_unidentified (entered_at) where erased_at is null;
