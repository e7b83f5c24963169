create schema if not exists workflow;

-- One round of opinions on one subject of a case.
create table workflow.countersign (
    id        uuid        primary key,
    case_id   uuid        not null,
    subject   text        not null,
    number    integer     not null check (number > 0),
    title     text        not null,
    text      text        not null,
    opened_at timestamptz not null,
    unique (case_id, subject, number)
);

create table workflow.countersign_opinion (
    countersign uuid        not null references workflow.countersign,
    unit        text        not null, -- code of an organisation
    place       integer     not null,
    stance      text        check (stance in ('AGREE', 'AGREE_WITH_CONDITIONS', 'DISAGREE', 'SILENT')),
    comment     text        not null check (length(comment) <= 4000),
    actor       text,
    given_at    timestamptz,
    primary key (countersign, unit),
    check ((stance is null) = (given_at is null)),
    check ((stance is null or stance = 'SILENT') = (actor is null))
);
