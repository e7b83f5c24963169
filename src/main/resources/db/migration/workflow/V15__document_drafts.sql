-- What is going to be an official document: each version that was put before the leader, until one is signed.
create table workflow.document_draft (
    case_id     uuid        not null references workflow.case_file on delete cascade,
    kind        text        not null,
    organ       text        not null, -- organization.organization
    version     integer     not null check (version > 0),
    title       text        not null check (length(title) between 1 and 300),
    body        text        not null check (length(body) <= 4000),
    attachments text        not null default '', -- a title a line
    copies      text        not null default '',
    author      text        not null, -- identity.account
    at          timestamptz not null,
    issued      uuid, -- document.issued_document; of the version that was signed
    primary key (case_id, kind, organ, version)
);
