-- What a confirmation mail showed. Its link brings exactly this into force, whatever was asked for the same address since.
create table subscription_wish (
    dispatch        bigint primary key,
    government      text not null references government,
    subscriber      bigint not null,
    day             date not null,                    -- in Japan: so many mails a day to one address
    series          text[] not null,                  -- empty: every series
    areas           text[] not null,                  -- empty: every area
    closed_at       timestamptz,                      -- confirmed, or the subscription ended
    foreign key (government, dispatch) references dispatch (government, id) on delete cascade,
    foreign key (government, subscriber) references subscriber (government, id)
);
call guard('subscription_wish');
create index subscription_wish_day on subscription_wish (government, subscriber, day);

-- A confirmation mail of before did not note what it showed: its link does nothing any more, and one asks again.
alter table subscriber drop column wished_series, drop column wished_areas;
