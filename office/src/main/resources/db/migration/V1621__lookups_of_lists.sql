-- Whoever sees persons without having typed a name is on the record as well: the newest, pairs that may be one, name lists.
alter table person_lookup drop constraint person_lookup_act_check;
alter table person_lookup add constraint person_lookup_act_check
    check (act in ('search', 'open', 'export', 'feed', 'newest', 'pairs', 'list'));
