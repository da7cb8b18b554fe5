-- Whether a link that leads nowhere stops a publication, or is only pointed out.
alter table workflow_rules add column dead_links_stop boolean not null default true;

-- When that changes, the pages that have such links are looked at anew.
create function care_of_dead_links() returns trigger language plpgsql as $$
begin
    with forgotten as (
        delete from page_check c
         where c.government = new.government
           and exists (select from page_finding f where f.government = c.government and f.article = c.article
                          and f.rule in ('link-target', 'link-target-noted'))
        returning c.article)
    insert into care_due (government, kind, subject) select new.government, 'article', article::text from forgotten;
    return null;
end $$;
create trigger care_of_dead_links after insert or update of dead_links_stop on workflow_rules
    for each row execute function care_of_dead_links();
