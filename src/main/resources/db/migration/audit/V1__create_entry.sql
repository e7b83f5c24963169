create schema if not exists audit;

create table audit.entry (
    id           bigint      generated always as identity primary key,
    transaction  xid8        not null default pg_current_xact_id(), -- in which order entries became final
    at           timestamptz not null,
    actor        text, -- identity.account.username; nothing: the system itself
    organization text, -- organization.organization.code of the actor
    action       text        not null,
    subject      text        not null,
    description  jsonb       not null, -- key and arguments of a message, said in the reader's language
    detail       jsonb       not null
);

create index entry_at on audit.entry (at desc, id desc);
create index entry_subject on audit.entry (subject, id desc);
create index entry_actor on audit.entry (actor, id desc);
create index entry_transaction on audit.entry (transaction, id);

create table audit.seal (
    number   bigint      primary key,
    upto     xid8        not null unique, -- covers the entries of all transactions before this one, after the seal before
    entries  bigint      not null,
    hash     bytea       not null, -- SHA-256 over the seal before and the entries
    at       timestamptz not null
);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only';
end
$$;

create trigger entry_is_append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse();
create trigger seal_is_append_only before update or delete or truncate on audit.seal
    for each statement execute function audit.refuse();
