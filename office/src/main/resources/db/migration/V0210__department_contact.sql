-- What a resident needs to reach a department, beyond telephone, mail and address.
alter table department
    add column fax   text not null default '',
    add column hours text not null default '',            -- in words, e.g. 平日8時30分から17時15分まで
    add column map   text not null default '';            -- https address of a map, or empty

-- A department that ended keeps its row: inquiries, editions and the record name it. Whoever asks for it is led to its successor.
alter table department
    add column ended_at  timestamptz,
    add column successor text,
    add foreign key (government, successor) references department (government, code),
    add check (successor <> code);
