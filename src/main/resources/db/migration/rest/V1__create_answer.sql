create schema if not exists rest;

create table rest.answer (
    key        text        not null,
    username   text        not null, -- empty for a stranger
    hash       bytea       not null, -- SHA-256 of address and body
    asked_at   timestamptz not null,
    status     integer, -- nothing: still at work
    location   text,
    media_type text,
    body       bytea,
    primary key (key, username)
);

create index answer_asked_at on rest.answer (asked_at);
