-- Whether a PDF can be read aloud in order; looked at once, for a file's name is the hash of its bytes.
create table pdf_structure (
    government  text not null,
    hash        text not null,
    tagged      boolean not null,
    primary key (government, hash),
    foreign key (government, hash) references media (government, hash) on delete cascade
);
call guard('pdf_structure');
