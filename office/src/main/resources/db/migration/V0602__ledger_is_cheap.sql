-- A hundred thousand rows are written in one statement: each check and index costs that many times. Ledger rows are made only
-- by "insert … select" from the very rows they refer to, and neither dispatches nor subscribers are ever deleted.
alter table delivery drop constraint delivery_government_dispatch_fkey;
alter table delivery drop constraint delivery_government_subscriber_fkey;
drop index delivery_subscriber;
