-- What an officer typed and did not save, and the text that somebody's taking over kept from being saved (控え), are one thing: the second is
-- set aside, stays until it is dropped, and colleagues may read it.
alter table unsaved_text no force row level security; -- as the owner: the rows of all governments move
alter table kept_text no force row level security;
alter table article no force row level security;
alter table unsaved_text drop constraint unsaved_text_pkey;
alter table unsaved_text drop constraint unsaved_text_article_check;
alter table unsaved_text alter column article drop not null; -- null: an article that is none yet
alter table unsaved_text add column id bigint generated always as identity primary key;
alter table unsaved_text add column set_aside boolean not null default false;
update unsaved_text set article = null where article = 0;
delete from unsaved_text u
 where article is not null and not exists (select from article a where a.government = u.government and a.id = u.article);
insert into unsaved_text (government, officer, article, fields, at, set_aside)
select government, officer, article,
       jsonb_build_object('basedOn', jsonb_build_array(based_on::text), 'title', jsonb_build_array(title),
                          'summary', jsonb_build_array(summary), 'body', jsonb_build_array(body))::text,
       at, true
  from kept_text order by id;
alter table unsaved_text add foreign key (government, article) references article (government, id) on delete cascade;
create unique index unsaved_text_own on unsaved_text (government, officer, article) nulls not distinct where not set_aside;
create index unsaved_text_article on unsaved_text (government, article);
alter table unsaved_text force row level security;
alter table article force row level security;
drop table kept_text;
