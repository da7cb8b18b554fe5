-- What the site reads by: which public pages use a file, and what is to take place.
create index edition_media_media on edition_media (government, media);
create index edition_image on edition (government, image) where image is not null;
create index edition_event on edition (government, event_starts_at) where event_starts_at is not null;

-- Where each article stood when its pages were built last: when it leaves, the pages it stood on are found by this.
create table site_place (
    government  text not null references government,
    article     bigint not null,
    list        text not null,
    position    bigint not null,
    primary key (government, article, list)
);
call guard('site_place');
