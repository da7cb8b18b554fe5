-- Passkeys (WebAuthn). Public keys only: what is here opens nothing.
create table officer_passkey (
    government      text not null references government,
    id              text not null,                      -- the credential's id, base64url
    officer         bigint not null,
    label           text not null,
    public_key      bytea not null,                     -- COSE
    sign_count      bigint not null default 0,
    verified        boolean not null default false,     -- its holder proved to it who they are
    transports      text[] not null default '{}',
    backup_eligible boolean not null default false,
    backed_up       boolean not null default false,
    attestation     bytea not null,
    client_data     bytea not null,
    created_at      timestamptz not null,
    used_at         timestamptz not null,
    primary key (government, id),
    unique (id),
    foreign key (government, officer) references officer (government, id)
);
call guard('officer_passkey');
