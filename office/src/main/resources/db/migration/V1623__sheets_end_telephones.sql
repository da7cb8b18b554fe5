-- A new sheet may end the telephones of the sheets before; also one whose enrolment was on its way and is read only afterwards.
alter table shelter_pass add column telephones_ended_at timestamptz;
