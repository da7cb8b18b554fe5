-- A Letter that could not be opened is tried again too: its key may come back, or the database was away for a moment.
drop index letter_due;
create index letter_due on letter (due_at) where status in ('failed', 'sealed');
update letter set due_at = now() where status = 'sealed' and due_at is null;
