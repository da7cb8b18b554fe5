-- Asked for each person of the public index, and at each merge.
create index person_merged on person (government, merged_into) where merged_into is not null;
-- Which lists name somebody who changed.
create index name_list_entry_person on name_list_entry (government, person);
