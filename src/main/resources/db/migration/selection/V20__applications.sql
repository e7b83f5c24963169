alter table selection.application
    add column number text not null default '', -- of the case, for lists
    add column credit text, -- what the credit check found of the applicant itself
    drop constraint application_status_check,
    add constraint application_status_check check (status in
        ('WRITING', 'SUBMITTED', 'ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED', 'NOT_RECOMMENDED', 'NOT_ACCEPTED',
         'CREDIT_REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'));

comment on column selection.application.answers is 'as submitted, corrections included; what was never submitted, as it was typed last';

-- 文本版本: what was received and each correction of it, with the hash of its canonical JSON; rows never change.
create table selection.application_text (
    application uuid        not null references selection.application,
    version     integer     not null check (version > 0),
    answers     jsonb       not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    actor       text        not null,
    at          timestamptz not null,
    primary key (application, version)
);

-- 推荐路径, from below, fixed with the submission.
create table selection.route (
    application uuid    not null references selection.application,
    place       integer not null check (place > 0),
    organ       text    not null,
    primary key (application, place),
    unique (application, organ)
);

create index route_of_organ on selection.route (organ);
create index recommendation_of_organ on selection.recommendation (organ);
