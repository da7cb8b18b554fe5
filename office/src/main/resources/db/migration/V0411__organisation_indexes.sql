-- Which articles a department answers for, and which addresses lead to a page: the latter is asked each time the page is built.
create index edition_department on edition (government, department) where department is not null;
create index moved_page_target on moved_page (government, target);
