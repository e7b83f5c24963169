create schema if not exists identity;

create table identity.account (
    username             text    primary key check (username ~ '^[a-z0-9][a-z0-9._-]{0,79}$'),
    display_name         text    not null check (length(display_name) between 1 and 200),
    organization         text    not null, -- organization.organization.code
    password             text    not null, -- BCrypt
    roles                text[]  not null,
    locale               text    not null default 'zh-CN',
    enabled              boolean not null default true,
    demonstration        boolean not null default false, -- has the password that all demonstration accounts share
    must_change_password boolean not null default false,
    failed_attempts      integer not null default 0,
    locked_until         timestamptz
);

create index account_organization on identity.account (organization);

create table identity.token (
    id         uuid        primary key,
    username   text        not null references identity.account on delete cascade,
    name       text        not null check (length(name) between 1 and 100),
    hash       bytea       not null unique, -- SHA-256 of the token
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index token_username on identity.token (username);
