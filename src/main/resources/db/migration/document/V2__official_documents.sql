-- Wordings of official documents that administrators wrote; the newest holds. No text: back to the default.
create table document.official_template (
    kind    text        not null check (length(kind) between 1 and 60),
    version integer     not null check (version > 0),
    text    text        check (length(text) <= 20000),
    author  text        not null, -- identity.account
    at      timestamptz not null,
    primary key (kind, version)
);

-- What makes an issued document an official one.
create table document.official_document (
    id               uuid    primary key references document.issued_document,
    number           text    not null unique,
    organ            text    not null, -- organization.organization
    organ_name       text    not null,
    addressee        text    not null check (length(addressee) between 1 and 400),
    code             text    not null check (length(code) between 8 and 20), -- printed on it, to verify it with
    template_version integer not null check (template_version >= 0) -- 0: the default
);

create index issued_document_by_hash on document.issued_document (sha256) where sha256 <> '';

create function document.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger official_template_stays before update or delete on document.official_template
    for each row execute function document.refuse_change();
create trigger official_template_is_kept before truncate on document.official_template
    for each statement execute function document.refuse_change();
create trigger official_document_stays before update or delete on document.official_document
    for each row execute function document.refuse_change();
create trigger official_document_is_kept before truncate on document.official_document
    for each statement execute function document.refuse_change();

-- Of an issued document only two things happen later: what waits for a font is printed, and it is made public.
create trigger issued_document_stays before update on document.issued_document
    for each row
    when (old.content is not null and (new.content, new.state, new.size, new.sha256) is distinct from
                                      (old.content, old.state, old.size, old.sha256)
          or (new.id, new.case_id, new.kind, new.title, new.version, new.text, new.issued_at) is distinct from
             (old.id, old.case_id, old.kind, old.title, old.version, old.text, old.issued_at)
          or old.published_at is not null and new.published_at is distinct from old.published_at)
    execute function document.refuse_change();
create trigger issued_document_is_kept before delete on document.issued_document
    for each row execute function document.refuse_change();
create trigger issued_documents_are_kept before truncate on document.issued_document
    for each statement execute function document.refuse_change();
