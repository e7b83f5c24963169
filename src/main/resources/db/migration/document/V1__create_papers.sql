create schema if not exists document;

-- A file as it was handed in. Its content lies in pieces, so that neither side ever holds all of it in memory.
create table document.attachment (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 200),
    media_type text        not null,
    size       bigint      not null check (size > 0),
    sha256     text        not null check (length(sha256) = 64),
    uploader   text        not null, -- identity.account
    stored_at  timestamptz not null
);

create index attachment_by_age on document.attachment (stored_at);

create table document.attachment_piece (
    attachment_id uuid    not null references document.attachment on delete cascade,
    number        integer not null,
    content       bytea   not null,
    primary key (attachment_id, number)
);

-- Most files are compressed already.
alter table document.attachment_piece alter column content set storage external;

-- The cases that a file is part of. A file without one is somebody's draft.
create table document.attachment_of_case (
    case_id       uuid        not null,
    attachment_id uuid        not null references document.attachment,
    bound_at      timestamptz not null,
    primary key (case_id, attachment_id)
);

create index attachment_of_case_by_attachment on document.attachment_of_case (attachment_id);

create table document.number_series (
    organ  text    not null check (length(organ) between 1 and 40),
    series text    not null check (length(series) <= 40),
    year   integer not null,
    last   integer not null,
    primary key (organ, series, year)
);

create table document.issued_document (
    id           uuid        primary key,
    case_id      uuid        not null,
    kind         text        not null check (length(kind) between 1 and 60),
    title        text        not null check (length(title) between 1 and 300),
    version      integer     not null check (version > 0),
    state        text        not null check (state in ('ISSUED', 'WAITING_FOR_FONT', 'PRINTING_FAILED')),
    text         text        not null, -- XHTML, complete: what is printed late says what it said on the day
    issued_at    timestamptz not null,
    published_at timestamptz, -- from then on everybody may read it
    content      bytea, -- PDF
    size         bigint      not null default 0,
    sha256       text        not null default '',
    unique (case_id, kind, version),
    check ((state = 'ISSUED') = (content is not null))
);

create index issued_document_waiting on document.issued_document (issued_at) where state <> 'ISSUED';
