-- Nobody approves what they wrote themselves: everybody who changed a list since it was last public, not only the last one.
alter table name_list add column edited_by bigint[] not null default '{}';
update name_list set edited_by = array[drafted_by];
alter table name_list add check (approved_by is null or not (approved_by = any (edited_by)));
