-- Officers are reminded by mail of what waits for them.
alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
    check (kind in ('article', 'correction', 'alert', 'confirmation', 'acknowledgement', 'answer', 'reminder'));
